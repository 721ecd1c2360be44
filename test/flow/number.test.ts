import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { withPlainDigits } from '../../src/flow/kinds/digits.js';
import type { Step } from '../../src/playbook/schema.js';

const parse = (raw: string, locale = 'en', step: Partial<Step> = {}) =>
  parseAnswer({ id: 'a', kind: 'number', ...step }, raw, [], locale);
const valueOf = (raw: string, locale?: string) => {
  const parsed = parse(raw, locale);
  return parsed.ok ? parsed.value : parsed.code.replace('number.', '');
};

const rows: readonly (readonly [raw: string, locale: string, expected: number | string])[] = [
  ['12', 'en', 12],
  [' 12 ', 'en', 12],
  ['0', 'en', 0],
  ['007', 'en', 7],
  ['-5', 'en', -5],
  ['−5', 'en', -5],
  ['-0', 'en', 0],
  ['about 12', 'en', 12],
  ['Approx. 12', 'en', 12],
  ['~12', 'en', 12],
  ['≈ 12', 'en', 12],
  ['ca. 12', 'de', 12],
  ['rund 12', 'de', 12],
  ['حوالي 12', 'ar', 12],
  ['12 sites', 'en', 12],
  ['12 full-time employees', 'en', 12],
  ['12.', 'en', 12],
  ['12?', 'en', 12],
  ['50+', 'en', 50],
  ['80%', 'en', 80],
  ['£1,200', 'en', 1200],
  ['1,200 €', 'en', 1200],
  ['EUR 1,200', 'en', 1200],
  ['$200/month', 'en', 200],
  ['1,200', 'en', 1200],
  ['1,200,000', 'en', 1_200_000],
  ['1.200', 'de', 1200],
  ['1.200.000', 'de', 1_200_000],
  ['1.200,50', 'de', 1200.5],
  ['1.200,50', 'en', 1200.5],
  ['1,200.50', 'de', 1200.5],
  ['1.5', 'en', 1.5],
  ['1,5', 'de', 1.5],
  ['1,5', 'en', 1.5],
  ['1.5', 'de', 1.5],
  ['0.500', 'en', 0.5],
  ['1.200', 'en', 'ambiguous'],
  ['1,200', 'de', 'ambiguous'],
  ['1 200', 'fr', 1200],
  ['1\u202f200\u202f000,5', 'fr', 1_200_000.5],
  ["1'200", 'de-CH', 1200],
  ['1’200.50', 'de-CH', 1200.5],
  ['12k', 'en', 12_000],
  ['1.5k', 'en', 1500],
  ['2.3 million', 'en', 2_300_000],
  ['2,3 Mio.', 'de', 2_300_000],
  ['3 tausend', 'de', 3000],
  ['12 k users', 'en', 12_000],
  ['１２', 'ja', 12],
  ['١٢', 'ar', 12],
  ['۱۲', 'fa', 12],
  ['१२', 'hi', 12],
  ['١٬٢٠٠', 'ar', 1200],
  ['١٢٫٥', 'ar', 12.5],
  ['50-60', 'en', 'range'],
  ['50–60', 'en', 'range'],
  ['50 to 60', 'en', 'range'],
  ['50 60', 'en', 'ambiguous'],
  ['5 or 6', 'en', 'range'],
  ['zwischen 5 und 6', 'de', 'range'],
  ['about 50-60', 'en', 'range'],
  ['50 bis 60', 'de', 'range'],
  ['٥٠-٦٠', 'ar', 'range'],
  ['50-60k', 'en', 'range'],
  ['1.500,00', 'de', 1500],
  ['1,500.00', 'en', 1500],
  ['2k', 'en', 2000],
  ['10 000', 'en', 10_000],
  ['€ 1.500', 'de', 1500],
  ['1-2-3', 'en', 'ambiguous'],
  ['over 50', 'en', 'ambiguous'],
  ['less than 5', 'en', 'ambiguous'],
  ['24/7', 'en', 'ambiguous'],
  ['½', 'en', 'ambiguous'],
  ['', 'en', 'not-a-number'],
  ['many', 'en', 'not-a-number'],
  ['12abc', 'en', 'not-a-number'],
  ['12m', 'en', 'not-a-number'],
  ['12km', 'en', 'not-a-number'],
  ['2 dozen', 'en', 'not-a-number'],
  ['3 Mrd', 'de', 'not-a-number'],
  ['1e5', 'en', 'ambiguous'],
  ['1.2.3', 'en', 'not-a-number'],
  ['1,20,0', 'en', 'not-a-number'],
  ['0x1F', 'en', 'ambiguous'],
  ['NaN', 'en', 'not-a-number'],
  ['Infinity', 'en', 'not-a-number'],
  ['-', 'en', 'not-a-number'],
  ['9'.repeat(90), 'en', 'too-large'],
  ['9'.repeat(500), 'en', 'not-a-number'],
  ['12', 'no such language!', 12],
];

describe('a number', () => {
  for (const [raw, locale, expected] of rows)
    it(`${JSON.stringify(raw.slice(0, 30))} in ${locale} is ${expected}`, () =>
      assert.equal(valueOf(raw, locale), expected));

  it('below the smallest is refused with the smallest', () => {
    assert.deepEqual(parse('0', 'en', { min: 1 }), {
      ok: false,
      code: 'number.too-small',
      values: { min: 1 },
    });
  });

  it('above the largest is refused with the largest', () => {
    assert.deepEqual(parse('9', 'en', { max: 8 }), {
      ok: false,
      code: 'number.too-large',
      values: { max: 8 },
    });
  });

  it('is shown as it was understood, in the marks of the language', () => {
    const label = (raw: string, locale: string) => {
      const parsed = parse(raw, locale);
      return parsed.ok ? parsed.label : parsed.code;
    };
    assert.equal(label('about 12', 'en'), '12');
    assert.equal(label('2027', 'en'), '2027');
    assert.equal(label('1200000', 'en'), '1,200,000');
    assert.equal(label('1200000', 'de'), '1.200.000');
    assert.equal(label('12,5', 'de'), '12,5');
    assert.equal(label('1200000', 'no such language!'), '1200000');
  });

  it('written by a browser in any language is read back', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -9_999_999, max: 9_999_999 }),
      fc.integer().map((n) => n / 4),
    );
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('en', 'de', 'fr', 'de-CH', 'en-IN', 'ar-EG', 'sv', 'pt-BR'),
        (n, locale) => {
          const grouping = locale === 'en-IN' ? { useGrouping: false } : {};
          const written = n.toLocaleString(locale, { maximumFractionDigits: 2, ...grouping });
          assert.equal(valueOf(written, locale), n);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read or refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (raw, locale) => {
        const parsed = parse(raw, locale);
        assert.ok(parsed.ok ? Number.isFinite(parsed.value) : parsed.code.startsWith('number.'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('digits of every script', () => {
  it('have the value that Unicode gives them', () => {
    const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1e950, 0x1fbf0, 0x1d7ce, 0x1d7d8];
    for (const zero of zeros) {
      const all = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i)).join('');
      assert.equal(withPlainDigits(all), '0123456789');
    }
  });
});
