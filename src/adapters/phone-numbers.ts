/** The numbering plans of all countries: large, so fetched only where somebody left a phone number. */
import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min';
import { countryIn } from '../flow/kinds/country.js';
import type { PhoneContext, PhoneReader } from '../lead/phone.js';

const regionOf = (locale: string): string =>
  /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?![a-z])/i.exec(locale)?.[1] ?? '';

/** The country that was named; where none was, those that the languages belong to. */
const countriesIn = ({ country, locales }: PhoneContext): readonly string[] => {
  const named = country && countryIn(country, locales[0] ?? 'en');
  const regions = locales.map((locale) => regionOf(locale).toUpperCase()).filter((region) => region !== '');
  return named ? [named] : [...new Set(regions)];
};

const read = (written: string, country?: string): PhoneNumber | undefined => {
  try {
    const number = parsePhoneNumberFromString(written, {
      defaultCountry: country as CountryCode | undefined,
      extract: false,
    });
    return number?.isValid() ? number : undefined;
  } catch {
    // A country without numbers of its own.
    return undefined;
  }
};

/** Beginnings that countries with one code share: freephone, premium, personal numbers. */
const SHARED = /^\+(?:1(?:8(?:00|33|44|55|66|77|88)|900|5(?:00|2\d|33|44|66|77|88))|7800)/;

/**
 * Certain is a number that begins with its country and is one there, and a number without a country that is one
 * in exactly one of the countries in question.
 */
export const readPhone: PhoneReader = (written, context) => {
  const text = written.replace(/^tel:/i, '').trim();
  const whole = read(text.replace(/^00(?=[1-9])/, '+'));
  if (whole) {
    const { number, country } = whole;
    return { number, ...(country && !SHARED.test(number) && { country }) };
  }
  if (/^[+＋]/.test(text)) return undefined;
  const found = new Set(countriesIn(context).flatMap((country) => read(text, country)?.number ?? []));
  const [number] = found;
  return number !== undefined && found.size === 1 ? { number } : undefined;
};
