import { textOf } from '../lenient.js';
import type { Value } from '../log.js';
import type { Asked } from './answer-kind.js';

/** What the words for a value depend on. */
type Shown = Pick<Asked, 'options' | 'locale'> & { readonly unit?: string };

/** A value in the words in which it is shown; a number with its unit. */
export function labelOf(value: Value, asked: Shown): string {
  const { options, locale } = asked;
  if (typeof value === 'number') {
    const unit = textOf(asked.unit);
    // Units are words for several: "1 sites" is worse than "1".
    return formatNumber(value, locale) + (unit && value !== 1 ? ` ${unit}` : '');
  }
  if (typeof value === 'object') {
    const labels = Array.isArray(value) ? value.map((one) => labelOf(one, asked)) : Object.values(value);
    return labels.join(', ') || NOTHING;
  }
  const name = typeof value === 'string' ? value : value ? 'yes' : 'no';
  return (
    options.find((option) => option.value === name)?.label ??
    (name === value ? value : (WORDS[locale.slice(0, 2)] ?? ['Yes', 'No'])[value ? 0 : 1])
  );
}

/** Shown where somebody chose none of several. */
const NOTHING = '–';
const WORDS: { readonly [language: string]: readonly [yes: string, no: string] | undefined } = {
  de: ['Ja', 'Nein'],
  ar: ['نعم', 'لا'],
};

/** As a language writes it, for example "12,5" or "1,200,000". Years and small counts stay plain. */
function formatNumber(value: number, locale: string): string {
  // Asked for on every step: small whole numbers do without the slow formatter.
  if (Number.isInteger(value) && Math.abs(value) < 1e4) return String(value);
  try {
    return value.toLocaleString(locale, { maximumFractionDigits: 20 });
  } catch {
    return String(value);
  }
}
