import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rawOf } from '../../src/flow/given.js';
import { stillFits } from '../../src/flow/kinds/fits.js';
import { FURTHER } from '../../src/flow/kinds/further.js';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import type { Kind } from '../../src/playbook/kinds.js';
import type { Step } from '../../src/playbook/schema.js';

/** Half an hour before midnight in London, half an hour after it in Berlin. */
const NOW = { ...FURTHER, at: '2026-11-24T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const parse = (kind: Kind, raw: string, locale = 'en', step: Partial<Step> = {}) =>
  parseAnswer({ id: 'a', kind, ...step }, raw, [], locale, NOW);
/** The value, or the code without its kind. */
const valueOf = (...args: Parameters<typeof parse>) => {
  const parsed = parse(...args);
  return parsed.ok ? parsed.value : parsed.code.replace(/^\w+\./, '');
};
const labelOf = (...args: Parameters<typeof parse>) => {
  const parsed = parse(...args);
  return parsed.ok ? parsed.label : parsed.code;
};

type Row = readonly [raw: string, locale: string, expected: unknown, step?: Partial<Step>];
const check = (kind: Kind, rows: readonly Row[]): void => {
  for (const [raw, locale, expected, step] of rows)
    it(`${JSON.stringify(raw)} in ${locale} gives ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(valueOf(kind, raw, locale, step), expected));
};

describe('a date', () => {
  check('date', [
    ['2026-12-15', 'en', '2026-12-15'],
    ['2026/12/15', 'en', '2026-12-15'],
    ['15.12.2026', 'de', '2026-12-15'],
    ['15.12.2026', 'en-US', '2026-12-15'],
    ['3.12.26', 'de', '2026-12-03'],
    ['12/3/2026', 'en-US', '2026-12-03'],
    ['12/3/2026', 'en-GB', '2026-03-12'],
    ['12/3/2026', 'de', '2026-03-12'],
    ['12/3/2026', 'en', 'ambiguous'],
    ['3/3/2026', 'en', '2026-03-03'],
    ['12/15/2026', 'en', '2026-12-15'],
    ['26-12-15', 'en', 'ambiguous'],
    ['15 Dec 2026', 'en', '2026-12-15'],
    ['Dec. 15, 2026', 'en', '2026-12-15'],
    ['Tuesday, December 15th, 2026', 'en', '2026-12-15'],
    ['the 1st of May 2027', 'en', '2027-05-01'],
    ['15. Dezember 2026', 'de', '2026-12-15'],
    ['12. März 2026', 'de', '2026-03-12'],
    ['15 December 2026', 'de', '2026-12-15'],
    ['15 grudnia 2026', 'pl', '2026-12-15'],
    ['١٥ ديسمبر ٢٠٢٦', 'ar', '2026-12-15'],
    ['١٥/١٢/٢٠٢٦', 'ar', '2026-12-15'],
    ['today', 'en', '2026-11-25'],
    ['Tomorrow', 'en', '2026-11-26'],
    ['heute', 'de', '2026-11-25'],
    ['غدًا', 'ar', '2026-11-26'],
    ['31.2.2026', 'de', 'impossible'],
    ['2026-13-01', 'en', 'impossible'],
    ['15 December', 'en', 'year-missing'],
    ['December 2026', 'en', 'unreadable'],
    ['next week', 'en', 'unreadable'],
    ['', 'en', 'unreadable'],
    ['2026-11-24', 'en', 'too-early', { earliest: 'today' }],
    ['2026-11-25', 'en', '2026-11-25', { earliest: 'today', latest: 'today' }],
    ['2026-11-26', 'en', 'too-late', { latest: 'today' }],
    ['2027-01-01', 'en', 'too-late', { latest: '2026-12-31' }],
  ]);

  it('is shown as its language writes it', () => {
    assert.equal(labelOf('date', '2026-12-15', 'en-GB'), '15 December 2026');
    assert.equal(labelOf('date', '2026-12-15', 'de'), '15. Dezember 2026');
  });

  it('of no known time has no tomorrow', () => {
    const parsed = parseAnswer({ id: 'a', kind: 'date' }, 'tomorrow', [], 'en', FURTHER);
    assert.equal(!parsed.ok && parsed.code, 'date.unreadable');
  });
});

describe('a rating', () => {
  const ends = ['Not at all', 'Very much'] as const;
  check('rating', [
    ['4', 'en', 4],
    ['4/5', 'en', 4],
    ['4 von 5 Sternen', 'de', 'unknown'],
    ['4 von 5', 'de', 4],
    ['4 stars', 'en', 4],
    ['٤ من ٥', 'ar', 4],
    ['★★★', 'en', 3],
    ['very much', 'en', 5, { ends }],
    ['not at all', 'en', 1, { ends }],
    ['10', 'en', 10, { max: 10 }],
    ['0', 'en', 'outside'],
    ['6', 'en', 'outside'],
    ['4 of 10', 'en', 'outside'],
    ['4.5', 'en', 'unknown'],
    ['great', 'en', 'unknown'],
  ]);
});

describe('a country', () => {
  check('country', [
    ['Germany', 'en', 'DE'],
    ['Deutschland', 'en', 'DE'],
    ['de', 'en', 'DE'],
    ['the Netherlands', 'en', 'NL'],
    ['UK', 'en', 'GB'],
    ['U.S.A.', 'en', 'US'],
    ['مصر', 'en', 'EG'],
    ['日本', 'en', 'JP'],
    ['Österreich', 'de', 'AT'],
    ['Osterreich', 'de', 'AT'],
    ['Turkey', 'en', 'TR'],
    ['Narnia', 'en', 'unknown'],
    ['XX', 'en', 'unknown'],
    [' ', 'en', 'empty'],
  ]);
});

describe('the address of a website', () => {
  check('url', [
    ['acme.com', 'en', 'https://acme.com'],
    ['HTTP://Acme.com/', 'en', 'http://acme.com'],
    ['www.acme.com/en?x=1#y', 'en', 'https://www.acme.com/en?x=1#y'],
    ['acme.com:8080/a', 'en', 'https://acme.com:8080/a'],
    ['münchen.de', 'en', 'https://xn--mnchen-3ya.de'],
    ['jo@acme.com', 'en', 'invalid'],
    ['https://user:pw@acme.com', 'en', 'invalid'],
    ['javascript:alert(1)', 'en', 'invalid'],
    ['ftp://acme.com', 'en', 'invalid'],
    ['localhost', 'en', 'invalid'],
    ['10.0.0.1', 'en', 'invalid'],
    ['acme', 'en', 'invalid'],
    ['', 'en', 'empty'],
  ]);
});

describe('an amount of money', () => {
  const step = { currency: 'EUR' };
  check('number', [
    ['1500', 'en', 1500, step],
    ['€ 1.500', 'de', 1500, step],
    ['1.500,50 €', 'de', 1500.5, step],
    ['1.500,- €', 'de', 1500, step],
    ['1500 euros', 'en', 1500, step],
    ['EUR 1,500', 'en', 1500, step],
    ['2k', 'en', 2000, step],
    ['about 50-60', 'en', 'range', step],
    ['$1,500', 'en', 'other-currency', step],
    ['USD 1500', 'en', 'other-currency', step],
    ['$1,500', 'en', 1500, { currency: 'CAD' }],
    ['AED 1500', 'en', 1500, { currency: 'AED' }],
  ]);

  it('is shown as its language writes it', () => {
    assert.equal(labelOf('number', '1500', 'en', step), '€1,500');
    assert.equal(labelOf('number', '1500,5', 'de', step).replace(/\s/g, ' '), '1.500,50 €');
    assert.equal(labelOf('number', '12', 'en', { unit: 'sites' }), '12 sites');
    assert.equal(labelOf('number', '1', 'en', { unit: 'sites' }), '1');
  });
});

describe('a postal address', () => {
  const british = { street: '12 High St', postalCode: 'LS1 4AB', city: 'Leeds', country: 'UK' };

  it('keeps its country in two letters and is shown as that country writes it', () => {
    const parsed = parse('address', JSON.stringify(british));
    assert.deepEqual(parsed, {
      ok: true,
      value: { ...british, country: 'GB' },
      label: '12 High St, Leeds, LS1 4AB, United Kingdom',
    });
    const german = { street: 'Hauptstr. 1', postalCode: '80331', city: 'München', country: 'Deutschland' };
    assert.equal(labelOf('address', JSON.stringify(german), 'de'), 'Hauptstr. 1, 80331 München, Deutschland');
  });

  it('says which fields are wrong', () => {
    const parsed = parse('address', JSON.stringify({ ...british, city: ' ', country: 'Narnia' }));
    assert.deepEqual(!parsed.ok && parsed.fields, { city: 'contact.missing', country: 'country.unknown' });
    assert.equal(valueOf('address', '12 High St, Leeds'), 'unreadable');
  });
});

describe('a value of the further kinds', () => {
  const values: readonly (readonly [Kind, fc.Arbitrary<string>])[] = [
    [
      'date',
      fc
        .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    ],
    ['rating', fc.integer({ min: 1, max: 5 }).map(String)],
    ['country', fc.constantFrom('GB', 'DE', 'EG', 'JP', 'XK', 'US')],
    ['url', fc.webUrl({ withQueryParameters: true, withFragments: true })],
    [
      'number',
      fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((one) => String(Math.round(one * 100) / 100)),
    ],
  ];
  for (const [kind, raws] of values)
    it(`${kind}: fits, and comes back from its own text`, () => {
      fc.assert(
        fc.property(raws, (raw) => {
          const parsed = parse(kind, raw, 'en', { currency: kind === 'number' ? 'EUR' : undefined });
          if (!parsed.ok) return;
          const step: Step = { id: 'a', kind };
          assert.ok(stillFits(parsed.value, { step, options: [], locale: 'en' }));
          assert.deepEqual(valueOf(kind, rawOf(parsed.value)), parsed.value);
        }),
      );
    });

  const misfits: readonly (readonly [name: string, step: Partial<Step>, value: string | number])[] = [
    ['a day that is a word', { kind: 'date' }, 'soon'],
    ['a day before the first', { kind: 'date', earliest: '2026-12-01' }, '2026-11-30'],
    ['a day after the last', { kind: 'date', latest: '2026-12-01' }, '2026-12-02'],
    ['a rating above the best', { kind: 'rating' }, 6],
    ['half a star', { kind: 'rating' }, 3.5],
    ['a country in words', { kind: 'country' }, 'Germany'],
    ['another scheme', { kind: 'url' }, 'ftp://acme.com'],
    ['an address in one line', { kind: 'address' }, '12 High St'],
  ];
  for (const [name, step, value] of misfits)
    it(`does not fit: ${name}`, () =>
      assert.equal(stillFits(value, { step: { id: 'a', ...step }, options: [], locale: 'en' }), false));

  it('stands from today on, whenever today was', () => {
    const step: Step = { id: 'a', kind: 'date', earliest: 'today', latest: 'today' };
    assert.ok(stillFits('2020-01-01', { step, options: [], locale: 'en' }));
  });
});
