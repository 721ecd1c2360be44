import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainerNumber } from '../../src/answering/plainer-number.js';

const rows: readonly (readonly [text: string, left: string | undefined])[] = [
  ['around 12 sites I think', 'around 12 sites'],
  ['we have 12', '12'],
  ['We’ve got 12 sites', '12 sites'],
  ['it’s about 12', 'about 12'],
  ['12-ish', '12'],
  ['well, maybe 12 right now', '12'],
  ['wir haben 12 Standorte', '12 standorte'],
  ['ich glaube 12', '12'],
  ['12, glaube ich', '12'],
  ['لدينا ١٢', '12'],
  ['twelve', '12'],
  ['about twenty-five sites', 'about 25 sites'],
  ['a dozen', '12'],
  ['zwölf', '12'],
  ['fünfundzwanzig', '25'],
  ['dreißig Standorte', '30 standorte'],
  // What reads numbers has to decide, or nothing can be left out.
  ['12', undefined],
  ['50-60', undefined],
  ['12 sites and 3 depots', undefined],
  ['one or two', undefined],
  ['just looking', undefined],
  ['dozens', undefined],
  ['', undefined],
];

describe('a number out of a sentence', () => {
  for (const [text, left] of rows)
    it(`“${text}” leaves ${left ?? 'everything'}`, () => assert.equal(plainerNumber(text), left));

  it('keeps every figure that was written, and takes none that was not', () => {
    const words = fc.constantFrom('we have', 'about', 'I think', 'sites', 'and', 'maybe', 'or so', '-');
    const part = fc.oneof(words, fc.nat(5000).map(String));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const left = plainerNumber(text);
        if (left !== undefined) assert.deepEqual(left.match(/\d+/g), text.match(/\d+/g));
      }),
    );
  });
});
