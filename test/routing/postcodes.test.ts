import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isIn, stretchOf } from '../../src/routing/postcodes.js';

describe('postal codes of a territory', () => {
  const rows: readonly [code: string, lines: readonly string[], is: boolean][] = [
    ['10115', ['10'], true],
    ['10115', ['1'], true],
    ['10115', ['2'], false],
    ['10115', ['10-19'], true],
    ['19999', ['10-19'], true],
    ['20000', ['10-19'], false],
    ['09999', ['10-19'], false],
    ['01067', ['01-09'], true],
    ['01067', ['1'], false],
    ['10115', ['10000-10114'], false],
    ['10115', ['10000-10115'], true],
    ['D-10115', ['10-19'], true],
    ['DE 10115', ['10-19'], true],
    ['A-1010', ['10'], true],
    ['CH-8001', ['80-89'], true],
    ['94103-1234', ['941'], true],
    ['111 22', ['111'], true],
    ['00-950', ['00'], true],
    ['100-0001', ['1000001-1000009'], true],
    ['1011 AB', ['1000-1099'], true],
    ['SW1A 1AA', ['SW'], true],
    ['sw1a1aa', ['SW'], true],
    ['SW1A 1AA', ['S'], false],
    ['S10 2AB', ['S'], true],
    ['S10 2AB', ['SW'], false],
    ['EC1A 1BB', ['EC1-EC4'], true],
    ['EC1A1BB', ['EC1-EC4'], true],
    ['EC4N 8AA', ['EC1-EC4'], true],
    ['E1 6AN', ['EC1-EC4'], false],
    ['EC1A 1BB', ['EC1A'], true],
    ['EC1B 1BB', ['EC1A'], false],
    ['EC1B 1BB', ['EC1'], true],
    ['M1 1AA', ['M1'], true],
    ['M11AA', ['M1'], true],
    ['M11 2AB', ['M1'], false],
    ['M11 2AB', ['M1-M20'], true],
    ['K1A 0B1', ['K'], true],
    ['K1A0B1', ['H-K'], true],
    ['V5K 0A1', ['H-K'], false],
    ['D02 AF30', ['D2'], true],
    ['D02AF30', ['D1-D8'], true],
    ['SW1A 1AA', ['10', 'SW'], true],
    ['', ['10'], false],
    ['somewhere', ['10'], false],
    ['10115', ['oops!', '10-9'], false],
    ['10115', [], false],
  ];
  for (const [code, lines, is] of rows) {
    it(`${code || 'none'} is ${is ? '' : 'not '}in ${lines.join(', ') || 'nothing'}`, () =>
      assert.equal(isIn(code, lines), is));
  }

  it('cannot be read as what means different things to different people', () => {
    for (const line of [
      '',
      '-',
      '10-9',
      '1-19',
      '10-SW',
      'SW-10',
      'EC1-EC',
      'EC1-SW4',
      'EC4-EC1',
      '1-2-3',
      'K-HP',
      'ä',
      '10,11',
    ])
      assert.equal(stretchOf(line), undefined, line);
    for (const line of ['10', '10-19', 'SW', 'ec1 – ec4', 'EC1A', '1010-1090', 'A-C'])
      assert.ok(stretchOf(line), line);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (code, lines) => {
        assert.equal(typeof isIn(code, lines), 'boolean');
      }),
    );
  });

  it('lie between two figures exactly where they are between them', () => {
    const code = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0'));
    fc.assert(
      fc.property(code, code, code, (at, a, b) => {
        const [low = '', high = ''] = [a, b].toSorted();
        assert.equal(isIn(at, [`${low}-${high}`]), low <= at && at <= high);
      }),
    );
  });
});
