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
 * for it, an address or a contact card; `postcode`, from an address; `language`, for example "de"; `product`, the id of
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
        return said ?? countryIn(contact?.country ?? '', locale);
      case 'product':
        return said ?? recommendations.slice(0, 1).find(({ matched }) => matched.length > 0)?.product;
      case 'postcode':
        return said ?? postcodeIn(answers);
      default:
        return said;
    }
  };

/** Only addresses have a member of this name. */
const postcodeIn = (answers: ReadonlyMap<string, Answer>): string | undefined => {
  for (const { value } of answers.values()) {
    const code = isRecord(value) ? textOf(value['postalCode']) : '';
    if (code) return code;
  }
  return undefined;
};
