import type { Plural } from './text.js';

/** Puts values into the braces of a text. A name without a value leaves nothing behind. */
export const fill = (
  text: string,
  values: { readonly [name: string]: string | number | undefined },
): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(Object.hasOwn(values, name) ? (values[name] ?? '') : ''),
  );

/** The form of a counting text for `n`, with its figure. `locale` is a BCP 47 tag. */
export const count = (forms: Plural, n: number, locale: string): string =>
  fill(forms[new Intl.PluralRules(locale).select(n)] ?? forms.other, { n });
