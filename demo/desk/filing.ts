/** How a lead is filed: the number that people call it by, and the words it is found by. */
import { randomBytes } from 'node:crypto';
import type { Lead } from '../../src/lead/lead.js';

/** Consonants and digits that cannot be mistaken for one another, also on the phone. */
const REF_LETTERS = '23456789CDFGHJKMNPQRTVWX';

/** Six of them: a collision among 10,000 leads has a chance of 1 in 20,000 and costs one retry. */
export const newRef = (): string =>
  `WL-${Array.from(randomBytes(6), (byte) => REF_LETTERS[byte % REF_LETTERS.length]).join('')}`;

export const searchTextOf = (lead: Lead): string =>
  [
    ...Object.values(lead.contact ?? {}),
    ...(lead.answers ?? []).map(({ label }) => label),
    ...(lead.questions ?? []).map(({ text }) => text),
  ]
    .join('\n')
    .toLowerCase();
