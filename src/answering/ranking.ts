/**
 * Orders the entries of a playbook's knowledge by how well they fit a question. Entries are few and short, so every one
 * is looked at, word by word: that finds more than an index that only counts words.
 */
import { plainText } from '../flow/rich-text.js';
import type { Knowledge } from '../playbook/answering-schema.js';
import { common } from './alike.js';
import { createVocabulary, type Word } from './vocabulary.js';

export interface Ranked {
  readonly entry: Knowledge;
  /** The way of asking that came closest. */
  readonly question: string;
  /** 0 to 1. */
  readonly score: number;
}

/**
 * What makes an entry fit, and how much of the score that is: one way of asking is near, with words in the same order;
 * the entry speaks of all that was asked, and of much at all.
 */
const NEAR = 0.4;
const IN_ORDER = 0.1;
const COVERED = 0.25;
const SAID = 0.25;

/** The same entries and the same text always give the same order; entries that fit alike keep their own. */
export const createRanking = (
  knowledge: readonly Knowledge[],
  language: string,
): ((text: string) => readonly Ranked[]) => {
  const asking = ({ questions, also = [] }: Knowledge) => [...questions, ...also].join('\n');
  const saying = (entry: Knowledge) => `${asking(entry)}\n${plainText(entry.answer)}`;
  const vocabulary = createVocabulary(knowledge.map(saying), language);
  const stemsOf = (text: string) => new Set(vocabulary.wordsOf(text).map(({ stem }) => stem));
  const entries = knowledge.map((entry) => ({
    entry,
    asks: stemsOf(asking(entry)),
    says: stemsOf(saying(entry)),
    questions: entry.questions.map((question) => {
      const words = vocabulary.wordsOf(question);
      return { question, words, stems: stemsOf(question), inOrder: neighbours(words), weight: weigh(words) };
    }),
  }));

  return (text) => {
    const asked = vocabulary.meantBy(text);
    const whole = weigh(asked);
    const inOrder = neighbours(asked);
    /** What an entry's word is worth as something asked for. */
    const meant = new Map<string, number>();
    for (const { means } of asked)
      for (const [stem, how] of means) meant.set(stem, Math.max(how, meant.get(stem) ?? 0));

    /** The weight of the words asked that are among these. */
    const among = (found: ReadonlySet<string>): number =>
      asked.reduce((sum, { means, weight }) => {
        let best = 0;
        for (const [stem, how] of means) if (how > best && found.has(stem)) best = how;
        return sum + weight * best;
      }, 0);
    const askedIn = (words: readonly Word[]): number =>
      words.reduce((sum, { stem, weight }) => sum + weight * (meant.get(stem) ?? 0), 0);

    const ranked = entries.map(({ entry, asks, says, questions }): Ranked => {
      const said = among(asks);
      const ofEntry = COVERED * share(among(says), whole) + SAID * share(said, said + 1);
      let best: Ranked = { entry, question: '', score: 0 };
      for (const { question, words, stems, inOrder: theirs, weight } of questions) {
        const near = Math.sqrt(share(among(stems), whole) * share(askedIn(words), weight));
        const score = NEAR * near + IN_ORDER * common(inOrder, theirs) + ofEntry;
        if (score > best.score) best = { entry, question, score };
      }
      return best;
    });
    return ranked.sort((a, b) => b.score - a.score);
  };
};

/** Two words that stand side by side, as one. */
const neighbours = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.slice(1).map(({ stem }, i) => `${words[i]?.stem} ${stem}`));

const weigh = (words: readonly Word[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
