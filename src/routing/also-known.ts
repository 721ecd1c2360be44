/** What rules for owners may ask besides answers: names that several questions can answer, or none. */
import { countryIn } from '../flow/kinds/country.js';
import { isRecord, textOf } from '../flow/lenient.js';
import type { Answer, Answers } from '../flow/state.js';
import type { Contact, Recommendation } from '../lead/lead.js';

export interface AlsoKnown {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly contact: Contact | undefined;
  /** Language of the conversation. */
  readonly locale: string;
  /** Products that fit, best first. */
  readonly recommendations: readonly Recommendation[] | undefined;
}

/**
 * The same facts and these, where no step of the same name says otherwise: `country` in two letters, from a question
 * for it, an address or a contact card, else from the phone number; `postcode`, from an address; `language`, for example "de"; `product`, the id of
 * what fits best, as long as anything speaks for it.
 */
export const withAlsoKnown =
  (facts: Answers, { answers, contact, locale, recommendations = [] }: AlsoKnown): Answers =>
  (name) => {
    const said = facts(name);
    switch (name) {
      case 'language':
        return said ?? (locale.split('-')[0]?.toLowerCase() || undefined);
      case 'country':
        return said ?? (contact?.country ? countryIn(contact.country, locale) : contact?.phoneCountry);
      case 'product':
        return said ?? recommendations.slice(0, 1).find(({ matched }) => matched.length > 0)?.product;
      case 'postcode':
        return said ?? postcodeIn(answers);
      default:
        return said;
    }
  };

/** Country codes as the ITU assigns them: one, two or three digits. */
const CODE = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * With what the phone number begins, for example "+49", where it is that which tells the country; undefined where
 * something else does, or nothing. `facts` are those without these.
 */
export const countryPrefix = (facts: Answers, contact: Contact | undefined): string | undefined =>
  contact?.phoneCountry && !contact.country && facts('country') === undefined
    ? CODE.exec(contact.phoneE164 ?? '')?.[0]
    : undefined;

/** Only addresses have a member of this name. */
const postcodeIn = (answers: ReadonlyMap<string, Answer>): string | undefined => {
  for (const { value } of answers.values()) {
    const code = isRecord(value) ? textOf(value['postalCode']) : '';
    if (code) return code;
  }
  return undefined;
};
