/** Keeps the answer that a machine wrote to the question being asked, from when it is looked up until it is said. */
import type { Knowledge } from '../playbook/answering-schema.js';
import type { WrittenAnswer } from '../ports/written-answers.js';

/** An answer with the entries it is written from; there is at least one. */
export interface Written {
  readonly text: string;
  readonly entries: readonly [Knowledge, ...Knowledge[]];
}

export interface Writer {
  /** Asked also where the chat is sure of its own answer. */
  readonly always: boolean;
  /** Looks for an answer; an earlier search is given up. Never rejects. */
  look(question: string): Promise<void>;
  /** What came of it, once; null: nothing. What is still under way is given up. */
  take(question: string): Written | null;
}

export interface WriterOptions {
  readonly knowledge: readonly Knowledge[];
  readonly always: boolean;
  readonly ask: (question: string, signal: AbortSignal) => Promise<WrittenAnswer | null>;
  /** Whether a sentence says nothing but what these entries say. */
  readonly isGrounded: (sentence: string, entries: readonly Knowledge[]) => boolean;
}

export const createWriter = ({ knowledge, always, ask, isGrounded }: WriterOptions): Writer => {
  let looking: { readonly question: string; readonly ending: AbortController } | null = null;
  let found: Written | null = null;

  /** Nothing that the knowledge of this page does not bear out is said, whoever wrote it. */
  const borneOut = ({ sentences, from }: WrittenAnswer): Written | null => {
    const entries = from.flatMap((id) => knowledge.find((entry) => entry.id === id) ?? []);
    const [first, ...others] = entries;
    return first &&
      entries.length === from.length &&
      sentences.every((sentence) => isGrounded(sentence, entries))
      ? { text: sentences.join(' '), entries: [first, ...others] }
      : null;
  };

  return {
    always,
    async look(question) {
      looking?.ending.abort();
      const mine = { question, ending: new AbortController() };
      looking = mine;
      found = null;
      const answer = await ask(question, mine.ending.signal);
      if (looking === mine) found = answer && borneOut(answer);
    },
    take(question) {
      const taken = looking?.question === question ? found : null;
      looking?.ending.abort();
      looking = found = null;
      return taken;
    },
  };
};
