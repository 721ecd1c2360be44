/**
 * The languages of the interface. The first half of English is always there and the second comes with what it
 * is for; every other language is loaded as a whole when it is wanted.
 */
import type { AllTexts } from './text.js';

const LOADERS: ReadonlyMap<string, () => Promise<AllTexts>> = new Map([
  ['de', async () => (await import('./de.js')).de],
  ['ar', async () => (await import('./ar.js')).ar],
]);
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** The primary language of a tag such as `de-AT`: `de`. */
const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? '';

/** The translation for a language tag; null where there is none, or it cannot be loaded. Never rejects. */
export const textsFor = async (locale: string): Promise<AllTexts | null> => {
  try {
    return (await LOADERS.get(languageOf(locale))?.()) ?? null;
  } catch {
    return null;
  }
};

/** The tag in its canonical form; `en` where it is none, so that `Intl` can be asked without fear. */
export const usableLocale = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** The writing direction of a language. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr';

export { en } from './en.js';
export { count, fill } from './fill.js';
export type {
  AllTexts,
  AsideTexts,
  ByHandTexts,
  FirstTexts,
  FurtherTexts,
  HintTexts,
  LaterTexts,
  NextStepTexts,
  PageTexts,
  Plural,
  CompareTexts,
  KnownTexts,
  ReturningTexts,
  Texts,
} from './text.js';
