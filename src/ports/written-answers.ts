/** Answers that a machine somewhere else writes out of the knowledge. */

export interface AnswerQuery {
  /** Absolute. */
  readonly url: string;
  /** The playbook's id. */
  readonly playbook: string;
  /** Language of the conversation, BCP 47. */
  readonly language: string;
  /** What was typed, without contact data. */
  readonly question: string;
}

export interface WrittenAnswer {
  /** Its sentences, as rich text. */
  readonly sentences: readonly string[];
  /** The entries of the knowledge that it is written from; at least one. */
  readonly from: readonly string[];
}

/**
 * Asks for one. Never rejects, and settles in bounded time or with the signal: null where there is none, whatever the
 * reason.
 */
export type WriteAnswer = (query: AnswerQuery, signal: AbortSignal) => Promise<WrittenAnswer | null>;
