/**
 * One conversation in hand: its lead id, its folded log and what else has to be remembered until the page is
 * left. Every function here takes a session and gives the next one; nothing is stored or sent.
 */
import { advance, emptyState, fold } from '../flow/fold.js';
import { stamped, type Happening, type Iso, type LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { Routed } from '../lead/lead.js';
import type { KeptConversation } from '../ports/conversation-store.js';
import type { Band, Verdict } from '../qualification/judgement.js';
import type { ConversationView, Handover } from './contract.js';
import type { Act } from './entries.js';
import { askedIn } from './asked.js';
import { beganIn, type Setting } from './setting.js';

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
  readonly verdict: Verdict;
  readonly band: Band | null;
  readonly routed: Routed | undefined;
}

export interface Session extends Pick<ConversationView, 'rejection' | 'resumed' | 'problem'> {
  readonly leadId: string;
  readonly fold: FoldState;
  readonly handover: Handover;
  readonly closing: Closing | null;
  /** Attempts of the newest acknowledged revision; null until there is one. */
  readonly delivered: { readonly revision: number; readonly attempts: number } | null;
  /** Entries up to this number came out of the store: the page's scripts heard of them before. */
  readonly quietUpTo: number;
  /** An earlier page is taken to have handed over entries up to this number; 0: none. */
  readonly assumed: number;
  /** Monotonic milliseconds when the first question stood; null after a resume, when that is unknown. */
  readonly startedMs: number | null;
  readonly tookMs: number | null;
  readonly decoyFilled: boolean;
}

const NOTHING_HAPPENED = {
  rejection: null,
  problem: null,
  resumed: 'no',
  handover: { is: 'none' },
  closing: null,
  delivered: null,
  quietUpTo: 0,
  assumed: 0,
  startedMs: null,
  tookMs: null,
  decoyFilled: false,
} as const;

/** What there is before anything could be folded. */
export const unbegun = (leadId: string): Session => ({
  ...NOTHING_HAPPENED,
  leadId,
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

/** A new conversation in which nobody has said anything. */
export const begun = (
  setting: Setting,
  leadId: string,
  began: Happening,
  at: Iso,
  startedMs: number,
): Session => {
  const empty = emptyState(setting.playbook);
  return {
    ...NOTHING_HAPPENED,
    leadId,
    startedMs,
    fold: advance(setting.playbook, empty, stamped(began, empty.log, at), setting.standingOf),
  };
};

/** Whether everything is said, there is somebody to answer, and the visitor asked us to send it. */
export const isSent = ({ submitted, position }: FoldState): boolean =>
  submitted && position.at === 'end' && position.sendable;

/** A kept conversation, folded under the present playbook. */
export const restored = (setting: Setting, kept: KeptConversation): Session => {
  const state = fold(setting.playbook, kept.log, setting.standingOf);
  return {
    ...NOTHING_HAPPENED,
    leadId: kept.leadId,
    fold: state,
    resumed: beganIn(state.log)?.playbook.hash === setting.hash ? 'same' : 'changed',
    quietUpTo: state.n,
    assumed: isSent(state) ? state.n : 0,
  };
};

/** Logs what happened. An earlier rejection is settled by it. */
export const grown = (
  setting: Setting,
  session: Session,
  happenings: readonly Happening[],
  at: Iso,
): Session => {
  if (happenings.length === 0) return session;
  let state = session.fold;
  for (const happening of happenings) {
    state = advance(setting.playbook, state, stamped(happening, state.log, at), setting.standingOf);
  }
  return { ...session, fold: state, rejection: null };
};

/** The session after an act: longer, with a rejection, or the very same. */
export const after = (setting: Setting, session: Session, act: Act, at: Iso): Session => {
  if (act === null) return session;
  return 'entries' in act
    ? grown(setting, session, act.entries, at)
    : { ...session, rejection: Object.freeze(act.rejection) };
};

const isSameEntry = (a: LogEntry, b: LogEntry | undefined): boolean =>
  a.n === b?.n && a.at === b.at && a.type === b.type;

/** Whether `log` begins with all of `start`. */
export const beginsWith = (log: readonly LogEntry[], start: readonly LogEntry[]): boolean =>
  start.length <= log.length && start.every((entry, i) => isSameEntry(entry, log[i]));

/**
 * What another tab kept, with what this visitor did meanwhile as far as it still fits: an answer whose step
 * is still pending, a question, sending.
 */
export const adopted = (setting: Setting, session: Session, kept: KeptConversation): Session => {
  // A lead on its way is not exchanged for another.
  if (session.fold.submitted && kept.leadId !== session.leadId) return session;
  let next: Session = { ...restored(setting, kept), resumed: session.resumed };
  const mine = session.fold.log.filter((entry, i) => !isSameEntry(entry, kept.log[i]));
  for (const { n: _n, at, ...happening } of mine) {
    if (fits(setting, next.fold, happening)) next = grown(setting, next, [happening], at);
  }
  return {
    ...next,
    quietUpTo: next.fold.n,
    startedMs: session.startedMs,
    tookMs: session.tookMs,
    decoyFilled: session.decoyFilled,
  };
};

const fits = (setting: Setting, state: FoldState, happening: Happening): boolean => {
  switch (happening.type) {
    case 'answered':
      return askedIn(setting, state)?.step.id === happening.step;
    case 'consented':
      return askedIn(setting, state)?.step.purpose === happening.purpose;
    case 'questioned':
      return true;
    case 'submitted':
      return !state.submitted && state.position.at === 'end' && state.position.sendable;
    default:
      return false;
  }
};
