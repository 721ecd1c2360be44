/** Finds the answer to a question among the entries of a playbook's knowledge, and says how sure it is. */
import MiniSearch from 'minisearch';
import type { Knowledge } from '../playbook/answering-schema.js';
import { languageOf, wordsOf } from './words.js';

export interface Hit {
  /** The entry's name. */
  readonly id: string;
  /** The way of asking that came closest, as the playbook has it. */
  readonly question: string;
  /** The answer, as rich text. */
  readonly answer: string;
  /** Where to read more. */
  readonly url?: string;
  /** 0 to 1: how often such a hit is the right one. */
  readonly confidence: number;
}

/**
 * sure: the first hit is the answer. unsure: one of them may be, so ask. none: nothing here answers it.
 * Hits stand best first, at most three.
 */
export type Found =
  | { readonly is: 'sure' | 'unsure'; readonly hits: readonly Hit[] }
  | { readonly is: 'none'; readonly hits: readonly [] };

export interface Answerer {
  /** Total: any text is looked up, an empty one finds nothing. */
  find(text: string): Found;
}

const SURE = 0.6;
const UNSURE = 0.3;
const MOST = 3;

/**
 * `locale`: the language the entries are written in. The same entries and the same text always find the same.
 */
export const createAnswerer = (knowledge: readonly Knowledge[], locale: string): Answerer => {
  const language = languageOf(locale);
  const words = (text: string) => [...wordsOf(text, language)];
  const index = new MiniSearch<{ id: number; question: string; entry: number }>({
    fields: ['question'],
    storeFields: ['question', 'entry'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
  });
  const questions = knowledge.flatMap((entry, at) =>
    entry.questions.map((question) => ({ question, entry: at })),
  );
  index.addAll(questions.map((one, id) => ({ id, ...one })));

  return {
    find(text) {
      const asked = new Set(words(text));
      const best = new Map<number, Hit>();
      for (const { entry: at, question, queryTerms } of index.search(text)) {
        const entry = knowledge[at as number];
        if (!entry || best.has(at as number)) continue;
        const { id, answer, url } = entry;
        const confidence = new Set(queryTerms).size / Math.max(asked.size, words(question).length);
        best.set(at as number, { id, question, answer, ...(url && { url }), confidence });
        if (best.size === MOST) break;
      }
      const hits = [...best.values()]
        .filter(({ confidence }) => confidence >= UNSURE)
        .sort((a, b) => b.confidence - a.confidence);
      const [first] = hits;
      if (!first) return { is: 'none', hits: [] };
      return { is: first.confidence >= SURE ? 'sure' : 'unsure', hits };
    },
  };
};
