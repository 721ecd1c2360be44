import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { personName } from '../../src/formats/person-name.js';

describe('a name in two parts', () => {
  const rows: readonly (readonly [whole: string, first: string, last: string])[] = [
    ['Priya Shah', 'Priya', 'Shah'],
    ['  Priya   Shah ', 'Priya', 'Shah'],
    ['Shah, Priya', 'Priya', 'Shah'],
    ['Priya', '', 'Priya'],
    ['Anna Maria Schmidt', 'Anna Maria', 'Schmidt'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['Vincent Van Der Berg', 'Vincent', 'Van Der Berg'],
    ['Juan de la Cruz', 'Juan', 'de la Cruz'],
    ['Van Morrison', 'Van', 'Morrison'],
    ['山田太郎', '', '山田太郎'],
    ['Smith, John, Jr.', 'Smith, John,', 'Jr.'],
    ['', '', ''],
  ];
  for (const [whole, first, last] of rows) {
    it(`"${whole}": "${first}" and "${last}"`, () => assert.deepEqual(personName(whole), { first, last }));
  }
  it('loses no letter, and has a last part whenever there is anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (whole) => {
        const { first, last } = personName(whole);
        const letters = (text: string) => [...text.replace(/[\s,]/g, '')].toSorted().join('');
        assert.equal(letters(first + last), letters(whole));
        if (letters(whole)) assert.notEqual(last, '');
      }),
    );
  });
});
