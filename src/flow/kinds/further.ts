/** What few conversations need for reading answers. Fetched on first need; see `needsFurther`. */
import type { Reading } from './answer-kind.js';
import { parseAddress } from './address.js';
import { parseAmount } from './amount.js';
import { parseBusinessContact, parseBusinessEmail } from './business-email.js';
import { parseCountry } from './country.js';
import { parseDate } from './date.js';
import { parseRating } from './rating.js';
import { cardIn } from './typed-card.js';
import { parseUrl } from './url.js';
import { parseWordedChoice, parseWordedChoices, withOther } from './worded-options.js';

export const FURTHER = {
  further: {
    date: parseDate,
    rating: parseRating,
    country: parseCountry,
    address: parseAddress,
    url: parseUrl,
    number: parseAmount,
    email: parseBusinessEmail,
    contact: parseBusinessContact,
    choice: parseWordedChoice,
    choices: parseWordedChoices,
  },
  card: cardIn,
  other: withOther,
} as const satisfies Reading;
