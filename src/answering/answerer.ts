/** Finds the answer to a question among the entries of a playbook's knowledge, and says how sure it is. */
import type { Knowledge } from '../playbook/answering-schema.js';
import { createRanking, type Ranked } from './ranking.js';
import { languageOf } from './words.js';

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

// Found on the calibrating half of test/bench/retrieval; what comes of them is measured on the other half.
/** Below this score nothing here answers it. */
const FITS_AT_LEAST = 0.31;
const SURE = 0.6;
const OF_SCORE = 8.45;
const OF_LEAD = 4.61;
const OF_NOTHING = -3.89;
const MOST = 3;
/** Characters of a text that are read. */
const LONGEST = 500;

/** How often an entry with this score, so far ahead of the next one, is the right one. */
const confidenceOf = (score: number, lead: number): number =>
  1 / (1 + Math.exp(-(OF_SCORE * score + OF_LEAD * lead + OF_NOTHING)));

/**
 * `locale`: the language the entries are written in. The same entries and the same text always find the same.
 */
export const createAnswerer = (knowledge: readonly Knowledge[], locale: string): Answerer => {
  const rank = createRanking(knowledge, languageOf(locale));
  return {
    find(text) {
      const ranked = rank(text.slice(0, LONGEST));
      const fitting = ranked.filter(({ score }) => score >= FITS_AT_LEAST).slice(0, MOST);
      const [first, ...others] = fitting.map((one, at) => hitOf(one, ranked[at === 0 ? 1 : 0]));
      if (!first) return { is: 'none', hits: [] };
      return { is: first.confidence >= SURE ? 'sure' : 'unsure', hits: [first, ...others] };
    },
  };
};

/** `rival`: the best of the others. */
const hitOf = ({ entry, question, score }: Ranked, rival: Ranked | undefined): Hit => {
  const { id, answer, url } = entry;
  const confidence = confidenceOf(score, score - (rival?.score ?? 0));
  return { id, question, answer, ...(url && { url }), confidence };
};
