/** Texts as words that can be compared: one case, no accents, without endings. */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import { folded } from '../flow/kinds/clean-text.js';

const STEMMERS: ReadonlyMap<string, (word: string) => string> = new Map([
  ['ar', arabic],
  ['de', german],
  ['en', english],
]);

/** The language of a locale: `de` of `de-AT`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? '';

/** Without accents and vowel signs; Arabic letters that people write in two ways, in one. */
export const plain = (text: string): string =>
  folded(text)
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ß/g, 'ss');

/** Words as they stand, in order; `Wi-Fi` is wi, fi and wifi, for people write it in all these ways. */
export const plainWords = (text: string): readonly string[] =>
  (
    plain(text)
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu) ?? []
  ).flatMap((word) => {
    const parts = word.split(/[-‑]/);
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });

/** A word without its ending. A language without a stemmer keeps its words as they are. */
export const stemOf = (word: string, language: string): string => STEMMERS.get(language)?.(word) ?? word;
