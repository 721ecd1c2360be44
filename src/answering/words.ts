/** Texts as words that can be compared: one case, no accents, stems. */
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
const plain = (text: string): string =>
  folded(text)
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ß/g, 'ss');

/** Words without endings, in order. A language without a stemmer keeps its words as they are. */
export const wordsOf = (text: string, language: string): readonly string[] => {
  const stem = STEMMERS.get(language);
  return (
    plain(text)
      .replace(/['’](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.map((word) => (stem ? stem(word) : word)) ?? []
  );
};
