/**
 * What a conversation amounts to after its log has been folded. Everything here is derived; nothing is
 * stored. See `fold.ts` for how it comes about.
 */
import type { Step } from '../playbook/schema.js';
import type { Came, Iso, LogEntry, Value } from './log.js';

/** Something the page knew that is too old to count unasked. */
export interface StaleFact {
  /** Number of the entry that told it. */
  readonly n: number;
  readonly value: Value;
  /** Since when it was known. */
  readonly asOf: Iso;
}

/**
 * Where the walk stands. `prior` is an earlier answer that does not count (any more) and is offered again; with
 * `stale` it is one that only has to be confirmed. A consent the fold inserts is a step of its own: id
 * `consent:<purpose>`, kind consent, `ask` its wording.
 */
export type Position =
  | { readonly at: 'step'; readonly step: Step; readonly prior?: Value; readonly stale?: StaleFact }
  /**
   * The walk is over. `sendable`: there is an e-mail address or phone number, so there is something to send,
   * and every required consent is granted.
   */
  | { readonly at: 'end'; readonly sendable: boolean };

/**
 * An answer that counts. One to a consent step stands for its `consented` entries: `n` is the first of them,
 * and a change of mind is another `consented` entry, never a `corrected` one.
 */
export interface Answer {
  /** Number of the entry that gave it (of the original answer when it was corrected). */
  readonly n: number;
  readonly step: string;
  /** `null`: skipped. */
  readonly value: Value | null;
  readonly raw: string;
  /** The answer in the words the prospect saw. */
  readonly label: string;
  /** What was written beside an option that asks for words. */
  readonly words?: string;
  /** The question in the words the prospect saw. */
  readonly prompt: string;
  /** Who said it; whoever corrected it, for a corrected one. */
  readonly source: 'visitor' | 'page' | 'crm' | 'returning';
  /** Since when it stands as it does: its own time, that of its correction, or what the page said. */
  readonly asOf: Iso;
  /** When the visitor said that what the page knew is still right. Absent: they were not asked. */
  readonly confirmedAt?: Iso;
  /** It says something else than it said first. */
  readonly corrected: boolean;
}

/**
 * One line of the transcript, in the order in which it is shown. What the assistant says is rich-text source;
 * what the visitor says is plain text. `key` is unique and stays the same however often a log is folded; `at`
 * is empty before anything was logged. Answers the page gave beforehand make no turns.
 */
export type Turn =
  | {
      readonly by: 'assistant';
      readonly key: string;
      readonly at: Iso;
      readonly says: string;
      readonly step?: string;
      /**
       * noted: for the team. unsure: one of several entries may be meant. written: by a machine, out of entries.
       * looking-up: an answer may come yet; never in a log.
       */
      readonly note?: 'question-noted' | 'question-unsure' | 'answer-written' | 'looking-up';
      /** Where to read more. */
      readonly url?: string;
    }
  | {
      readonly by: 'assistant';
      readonly key: string;
      readonly at: Iso;
      readonly shows: 'products' | 'summary';
      readonly step: string;
    }
  /** judging: whether the answer to question `n` helped. person: the way to somebody, for `n` is for the team. */
  | {
      readonly by: 'assistant';
      readonly key: string;
      readonly at: Iso;
      readonly shows: 'judging' | 'person';
      readonly n: number;
      /** Something was said since, so that it is not shown any more. */
      readonly over?: true;
    }
  | {
      readonly by: 'visitor';
      readonly key: string;
      readonly at: Iso;
      readonly n: number;
      readonly says: string;
      readonly step?: string;
      readonly skipped?: true;
      readonly changed?: true;
      /** What they typed, where it was understood in other words. */
      readonly typed?: string;
    };

/** How far along: numbers of questions. `shown` is 0 to 1 and never falls while answering. */
export interface Progress {
  readonly done: number;
  readonly leftMin: number;
  readonly leftMax: number;
  readonly shown: number;
}

/** Something an unchecked playbook did that the fold had to survive. */
export interface Break {
  readonly code: 'playbook.broken';
  /** JSON path into the playbook, for example `steps[3].next`. */
  readonly path: string;
  readonly detail: string;
}

export interface FoldState {
  /** Number of the last entry folded; 0 for none. */
  readonly n: number;
  readonly log: readonly LogEntry[];
  readonly position: Position;
  /** Step ids in the order walked, repeats and the pending step included. */
  readonly path: readonly string[];
  /** The answers that count, by step id; the last visit of a step wins. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Numbers of the answers, given or prefilled, that the walk did not take. They never leave the browser. */
  readonly dead: readonly number[];
  readonly turns: readonly Turn[];
  readonly progress: Progress;
  /** Purpose → granted. Absent: never asked in its present wording. */
  readonly consents: ReadonlyMap<string, boolean>;
  readonly submitted: boolean;
  readonly withdrawn: boolean;
  /** The offer chosen last, or null. */
  readonly chosen: {
    readonly offer: string;
    readonly n: number;
    readonly slot?: { readonly start: Iso; readonly end: Iso; readonly timeZone: string };
    readonly details?: { readonly [field: string]: string };
    /** A booking tool confirmed it. */
    readonly booked?: true;
    /** Since when it is off again. */
    readonly cancelled?: Iso;
  } | null;
  readonly locale: string;
  readonly broken: Break | null;
}

/** Answers by step id, as conditions see them. A contact field is `contact.email`. `undefined`: unanswered. */
export type Answers = (name: string) => Value | null | undefined;

/**
 * What conditions in branches may know besides answers. Computed by the qualification of the answers
 * walked so far; handed in, because the flow knows nothing of qualification.
 */
export interface Standing {
  readonly score: number;
  readonly slotsYes: number;
  readonly slotsNo: number;
  readonly slotsUnknown: number;
  readonly verdict: string;
}
/** `arrival` is the one of the `began` entry: points may depend on how the visitor came. */
export type StandingOf = (answers: ReadonlyMap<string, Answer>, arrival?: Came) => Standing;
