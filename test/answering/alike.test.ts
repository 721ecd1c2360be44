import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { common, isSlip, pairsOf } from '../../src/answering/alike.js';
import { plainWords } from '../../src/answering/words.js';

describe('two words', () => {
  for (const [a, b, most, slip] of [
    ['battery', 'batery', 1, true],
    ['battery', 'battrey', 1, true],
    ['battery', 'bxttery', 1, true],
    ['battery', 'batteries', 1, false],
    ['instalation', 'installation', 1, true],
    ['instalaton', 'installation', 2, true],
    ['abc', 'abc', 0, true],
    ['', 'ab', 1, false],
  ] as const)
    it(`${a} and ${b} are ${slip ? '' : 'not '}${most} letters apart`, () => {
      assert.equal(isSlip(a, b, most), slip);
      assert.equal(isSlip(b, a, most), slip);
    });

  it('have pairs of letters in common', () => {
    assert.equal(common(pairsOf('frost'), pairsOf('frost')), 1);
    assert.equal(common(pairsOf('ab'), pairsOf('xy')), 0);
    assert.equal(common(new Set(), pairsOf('xy')), 0);
  });
});

describe('a text', () => {
  it('is its words, whatever case, accents or hyphens', () => {
    assert.deepEqual(plainWords('Is the Wi-Fi down? Don’t!'), [
      'is',
      'the',
      'wi',
      'fi',
      'wifi',
      'down',
      'dont',
    ]);
    assert.deepEqual(plainWords('Größe Straße'), ['grosse', 'strasse']);
    assert.deepEqual(plainWords('أهلًا'), plainWords('اهلا'));
  });
});
