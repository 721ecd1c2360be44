/** Readers of the kinds that few playbooks use. Fetched where one does; see `furtherNeeded`. */
import type { Reading } from './answer-kind.js';
import { parseAddress } from './address.js';
import { parseAmount } from './amount.js';
import { parseCountry } from './country.js';
import { parseDate } from './date.js';
import { parseRating } from './rating.js';
import { parseUrl } from './url.js';

export const FURTHER = {
  date: parseDate,
  rating: parseRating,
  country: parseCountry,
  address: parseAddress,
  url: parseUrl,
  number: parseAmount,
} as const satisfies NonNullable<Reading['further']>;
