import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAnswer } from '../../src/flow/kinds/index.js';

const valueOf = (raw: string) => {
  const parsed = parseAnswer({ id: 'a', kind: 'phone' }, raw, [], 'en');
  return parsed.ok ? parsed.value : parsed.code.replace('phone.', '');
};

const rows: readonly (readonly [raw: string, expected: string])[] = [
  ['+44 20 7946 0123', '+44 20 7946 0123'],
  ['00420 601 123 456', '00420 601 123 456'],
  ['+1 (415) 555-2671 ext. 9', '+1 (415) 555-2671 ext. 9'],
  ['415.555.2671 x12', '415.555.2671 x12'],
  ['030/901820 DW 12', '030/901820 DW 12'],
  ['020–7946–0123', '020–7946–0123'],
  ['٠٢٠٧٩٤٦٠١٢٣', '٠٢٠٧٩٤٦٠١٢٣'],
  ['０３-１２３４-５６７８', '０３-１２３４-５６７８'],
  ['tel:+442079460123', '+442079460123'],
  ['\u202a+44 20 7946 0123\u202c', '+44 20 7946 0123'],
  ['  12345  ', '12345'],
  ['12345678901234567890', '12345678901234567890'],
  ['', 'empty'],
  ['tel:', 'empty'],
  ['123', 'too-short'],
  ['+-()', 'too-short'],
  ['123456789012345678901', 'too-long'],
  ['1'.repeat(40), 'too-long'],
  ['1'.repeat(1_000_000), 'too-long'],
  ['call me', 'letters'],
  ['0800 FLOWERS', 'letters'],
  ['+44 20 7946 0123 or mail', 'letters'],
  ['12345<script>', 'letters'],
  ['12345=1', 'letters'],
];

describe('a phone number', () => {
  for (const [raw, expected] of rows)
    it(`${JSON.stringify(raw.slice(0, 40))} gives ${expected.slice(0, 40)}`, () =>
      assert.equal(valueOf(raw), expected));

  it('of 5 to 20 digits is kept as it was written, whatever stands between them', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 20 });
    fc.assert(
      fc.property(digits, fc.constantFrom('', ' ', '-', '.', '/', ' - ', '–'), (all, between) => {
        const written = all.join(between);
        assert.equal(valueOf(written), written.length > 100 ? 'too-long' : written);
      }),
    );
  });
});
