import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { getExampleNumber, type CountryCode, type Examples } from 'libphonenumber-js/min';
import { readPhone } from '../../src/adapters/phone-numbers.js';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { withE164 } from '../../src/lead/phone.js';

const EXAMPLES = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('libphonenumber-js/examples.mobile.json'), 'utf8'),
) as Examples;
const COUNTRIES = Object.keys(EXAMPLES) as CountryCode[];

/** The five ways in which a number is written. */
const writingsOf = (country: CountryCode): readonly (readonly [written: string, isNational: boolean])[] => {
  const number = getExampleNumber(country, EXAMPLES);
  assert.ok(number, country);
  const international = number.formatInternational();
  return [
    [number.number, false],
    [international, false],
    [number.formatNational(), true],
    [
      international
        .replace(/^(\+\d+) (\d+)/, '$1 ($2)')
        .replaceAll(' ', '-')
        .replace('-(', ' ('),
      false,
    ],
    [number.getURI(), false],
  ];
};

describe('the phone numbers of every country', () => {
  it('are many', () => assert.ok(COUNTRIES.length > 200));

  it('are accepted and kept in five writings', () => {
    for (const country of COUNTRIES)
      for (const [written] of writingsOf(country)) {
        const parsed = parseAnswer({ id: 'a', kind: 'phone' }, written, [], 'en');
        assert.ok(parsed.ok, `${country} ${written}`);
        assert.equal(parsed.value, written.replace(/^tel:/, ''));
      }
  });

  it('come out as E.164 from all of them', () => {
    for (const country of COUNTRIES) {
      const wanted = getExampleNumber(country, EXAMPLES)?.number;
      for (const [written, isNational] of writingsOf(country)) {
        const context = { locales: isNational ? [`en-${country}`] : ['en'] };
        assert.equal(readPhone(written, context)?.number, wanted, `${country} ${written}`);
      }
    }
  });
});

describe('the country of a phone number', () => {
  const rows: readonly (readonly [written: string, is: string | undefined])[] = [
    ['+49 30 12345678', 'DE'],
    ['0049 (0)30 12345678', 'DE'],
    ['+43 664 1234567', 'AT'],
    ['+44 20 7946 0123', 'GB'],
    ['+44 1534 123456', 'JE'],
    ['+1 212 555 0123', 'US'],
    ['+1 416 555 0123', 'CA'],
    ['+1 242 359 1234', 'BS'],
    ['+1 800 555 0123', undefined],
    ['+1 500 555 0123', undefined],
    ['+7 495 123 45 67', 'RU'],
    ['+7 701 123 45 67', 'KZ'],
    ['+7 800 555 35 35', undefined],
    ['+800 1234 5678', undefined],
    ['+49', undefined],
    ['030 12345678', undefined],
  ];
  for (const [written, is] of rows)
    it(`of ${written} is ${is ?? 'not certain'}`, () =>
      assert.equal(readPhone(written, { country: 'Germany', locales: ['de-DE'] })?.country, is));
});

describe('a phone number as E.164', () => {
  const rows: readonly (readonly [
    written: string,
    country: string | undefined,
    locales: string,
    is: string | undefined,
  ])[] = [
    ['0664 1234567', undefined, 'de-AT', '+436641234567'],
    ['0664 1234567', 'Austria', 'en', '+436641234567'],
    ['0664 1234567', 'Österreich', 'de', '+436641234567'],
    ['0664 1234567', undefined, 'de', undefined],
    ['0049 89 12345678', undefined, 'en', '+498912345678'],
    ['+49 (0)89 12345678', undefined, 'en', '+498912345678'],
    ['+44 20 7946 0123', undefined, 'de-AT', '+442079460123'],
    ['٠٧٩٠٠٠٠٠٠٠', 'Jordan', 'ar', '+962790000000'],
    ['+1 555', undefined, 'en-US', undefined],
    ['089 12345678 or 0664 1234567', undefined, 'de-AT', undefined],
    ['', undefined, 'de-AT', undefined],
  ];
  for (const [written, country, locale, is] of rows)
    it(`of ${JSON.stringify(written)}, ${country ?? locale}, is ${is ?? 'not certain'}`, () =>
      assert.equal(readPhone(written, { country, locales: [locale] })?.number, is));

  it('is not guessed where two countries would do', () => {
    // Nine digits that are a number in Germany and one in Austria.
    assert.equal(readPhone('06641234567', { locales: ['de-DE'] }) === undefined, false);
    assert.equal(readPhone('06641234567', { locales: ['de-AT', 'de-DE'] }), undefined);
  });

  it('stands beside what was written', () => {
    const contact = { name: 'Jo', phone: '0664 1234567' };
    assert.deepEqual(withE164(contact, ['de-AT'], readPhone), { ...contact, phoneE164: '+436641234567' });
    assert.deepEqual(withE164({ phone: '+49 30 12345678' }, [], readPhone), {
      phone: '+49 30 12345678',
      phoneE164: '+493012345678',
      phoneCountry: 'DE',
    });
    assert.equal(withE164(contact, ['de'], readPhone), contact);
    assert.equal(withE164(contact, ['de-AT']), contact);
  });

  it('is one or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (written, country, locale) => {
        const read = readPhone(written, { country, locales: [locale] });
        assert.ok(read === undefined || /^\+[1-9]\d{1,14}$/.test(read.number));
      }),
    );
  });
});
