/** The countries by their names in a language. */

import { COUNTRIES } from '../../flow/kinds/country.js';

export interface Country {
  readonly value: string;
  readonly label: string;
  /** Its name in English, by which it is found as well. */
  readonly also: string;
}

let known: { readonly locale: string; readonly countries: readonly Country[] } | null = null;

/** In the order of that language. The same list as long as the language is the same. */
export const countriesIn = (locale: string): readonly Country[] => {
  if (known?.locale !== locale) {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const english = new Intl.DisplayNames('en', { type: 'region' });
    const inOrder = new Intl.Collator(locale).compare;
    const countries = COUNTRIES.map((value) => ({
      value,
      label: names.of(value) ?? value,
      also: english.of(value) ?? '',
    })).sort((a, b) => inOrder(a.label, b.label));
    known = { locale, countries };
  }
  return known.countries;
};
