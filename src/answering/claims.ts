/** A text taken apart into what it claims: clauses with their words, and figures with what stands around them. */
import { isBinding, smallWords } from './small-words.js';
import { tellingWords } from './telling-words.js';
import { languageOf, plain, plainWords, stemOf } from './words.js';

export interface Figure {
  /** Digits with their points and commas (`1,000`), or a number as a word. Groups with spaces between them are one: a phone number. */
  readonly digits: string;
  /** Signs right before and after it: `£`, `±`, `%`. */
  readonly signs: string;
  /** From, under, about: the word before it that limits it; empty: none. */
  readonly limit: string;
  /** Stems of the words that follow within its clause. */
  readonly next: readonly string[];
}

export interface Clause {
  /** Stems of the words that say something, figures among them. */
  readonly says: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  readonly denies: boolean;
}

export interface Reader {
  /** The words of a text that say something, as they stand and as stems. */
  wordsOf(text: string): readonly { readonly word: string; readonly stem: string }[];
  clausesOf(text: string): readonly Clause[];
  /** Whether a word changes what is claimed. */
  isTelling(word: string): boolean;
}

/** A comma or a point between two digits ends nothing. */
const CLAUSE_END = /(?<!\p{Nd})[.,;:!?…؟،؛()\n]+|[.,;:!?…؟،؛()\n]+(?!\p{Nd})|\s[–—-]\s/u;
const FIGURE =
  /[\p{S}%‰−–+-]*\s?\p{Nd}+(?:[.,]\p{Nd}+)*(?:[ \u00a0-]\p{Nd}+(?:[.,]\p{Nd}+)*)*\s?[%‰°\p{Sc}]*|\p{L}[\p{L}\p{M}]*/gu;
/** Words between a figure and the word that limits it: "up *to* 20". */
const LIMIT_WITHIN = 2;

/** Reads texts in the language of a locale. In a language without lists every word says something. */
export const createReader = (locale: string): Reader => {
  const language = languageOf(locale);
  const small = smallWords(language);
  const { denying, limiting, counting, telling } = tellingWords(language);
  const saysSomething = (word: string): boolean =>
    telling.has(word) || !isBinding(small.get(word) ?? Number.POSITIVE_INFINITY);
  const wordsOf: Reader['wordsOf'] = (text) =>
    plainWords(text)
      .filter(saysSomething)
      .map((word) => ({ word, stem: stemOf(word, language) }));
  const stemsOf = (text: string): readonly string[] => wordsOf(text).map(({ stem }) => stem);

  const figuresIn = (clause: string): readonly Figure[] =>
    [...clause.matchAll(FIGURE)].flatMap((found): readonly Figure[] => {
      const [whole] = found;
      const isDigits = /\p{Nd}/u.test(whole);
      if (!isDigits && !counting.has(plain(whole))) return [];
      const before = plainWords(clause.slice(0, found.index)).slice(-LIMIT_WITHIN);
      const limit = before.findLast((word) => limiting.has(word)) ?? '';
      const next = stemsOf(clause.slice(found.index + whole.length));
      if (!isDigits) return [{ digits: plain(whole), signs: '', limit, next }];
      const signs = whole.replace(/[\p{Nd}.,\s]/gu, '').replace(/−/g, '-');
      return [{ digits: whole.replace(/[^\p{Nd}.,]/gu, ''), signs, limit, next }];
    });

  return {
    wordsOf,
    isTelling: (word) => telling.has(plain(word)),
    clausesOf: (text) =>
      text
        .split(CLAUSE_END)
        .map((clause) => ({
          says: new Set(stemsOf(clause)),
          figures: figuresIn(clause),
          denies: plainWords(clause).some((word) => denying.has(word)),
        }))
        .filter(({ says }) => says.size > 0),
  };
};
