/**
 * One conversation in hand: its lead id, its folded log and what else has to be remembered until the page is
 * left. How it begins is in `beginning.ts`, how it goes on in `growing.ts`.
 */
import type { LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { Routed } from '../lead/lead.js';
import type { Band, Verdict } from '../qualification/judgement.js';
import type { ConversationFact, ConversationView, Handover } from './contract.js';

/** What was found out when the lead was handed over, or would have been where the destination takes no updates. */
export interface Closing {
  /** Number of the last log entry that was looked at. */
  readonly covers: number;
  readonly revision: number;
  readonly durable: boolean;
  /** There was surely no network then. */
  readonly offline: boolean;
  /** Committed just now; false when an earlier page did it. */
  readonly fresh: boolean;
  /** It is the lead as the visitor sent it; later ones are changes to it. */
  readonly first: boolean;
  readonly verdict: Verdict;
  readonly band: Band | null;
  readonly routed: Routed | undefined;
}

/** The same, with whether the destination understands later revisions. */
export interface Settled extends Closing {
  readonly updates: boolean;
}

export interface Session extends Pick<
  ConversationView,
  'rejection' | 'resumed' | 'questionsChanged' | 'problem'
> {
  readonly leadId: string;
  readonly fold: FoldState;
  readonly handover: Handover;
  readonly closing: Settled | null;
  /** Attempts of the newest acknowledged revision; null until there is one. */
  readonly delivered: Omit<Extract<ConversationFact, { type: 'delivered' }>, 'type'> | null;
  /** Entries up to this number came out of the store: the page's scripts heard of them before. */
  readonly quietUpTo: number;
  /** An earlier page is taken to have handed over entries up to this number; 0: none. */
  readonly assumed: number;
  /** Monotonic milliseconds when the first question stood; null after a resume, when that is unknown. */
  readonly startedMs: number | null;
  readonly tookMs: number | null;
  readonly decoyFilled: boolean;
}

/** What there is before anything could be folded. */
export const unbegun = (leadId: string): Session => ({
  leadId,
  rejection: null,
  problem: null,
  resumed: 'no',
  questionsChanged: false,
  handover: { is: 'none' },
  closing: null,
  delivered: null,
  quietUpTo: 0,
  assumed: 0,
  startedMs: null,
  tookMs: null,
  decoyFilled: false,
  fold: {
    n: 0,
    log: [],
    position: { at: 'end', sendable: false },
    path: [],
    answers: new Map(),
    dead: [],
    turns: [],
    progress: { done: 0, leftMin: 0, leftMax: 0, shown: 0 },
    consents: new Map(),
    submitted: false,
    withdrawn: false,
    chosen: null,
    locale: '',
    broken: null,
  },
});

/** Whether everything is said, there is somebody to answer, and the visitor asked us to send it. */
export const isSent = ({ submitted, position }: FoldState): boolean =>
  submitted && position.at === 'end' && position.sendable;

/** Whether an entry says something that a lead is brought up to date for: a greeting or thanks do not. */
export const isNews = (entry: LogEntry): boolean => entry.type !== 'courtesy' || entry.person === true;
