/** A postal address, given as a JSON object of texts. Its country is kept in two letters. */
import { isRecord } from '../lenient.js';
import type { Parse } from './answer-kind.js';
import { parseCard } from './contact.js';
import { countryName, parseCountry } from './country.js';
import { parseText } from './text.js';

/** Countries that write the postal code behind the town. */
const CODE_LAST = ['US', 'CA', 'AU', 'NZ', 'GB', 'IE', 'IN'];

/** An address in one line, as its country writes it. */
export function addressLabel(value: { readonly [field: string]: string }, locale: string): string {
  const { street, postalCode, city, region, country = '' } = value;
  const words = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ');
  const town = CODE_LAST.includes(country)
    ? [city, words(region, postalCode)]
    : [words(postalCode, city), region];
  return [street, ...town, country && countryName(country, locale)].filter(Boolean).join(', ');
}

export const parseAddress: Parse = (raw, asked) => {
  const read = parseCard(raw, asked, (name) => (name === 'country' ? parseCountry : parseText));
  if (!read.ok) return read.code === 'contact.unreadable' ? { ...read, code: 'address.unreadable' } : read;
  const { value } = read;
  return isRecord(value)
    ? { ...read, label: addressLabel(value as Record<string, string>, asked.locale) }
    : read;
};
