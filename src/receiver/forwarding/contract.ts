/**
 * What passing leads on needs from its surroundings. Nothing is put into a queue: a lead is due as long as the store
 * knows a newer revision of it than was passed on, so no crash between two writes can lose one.
 */
import type { ForwardAnswer, ForwardFormat, ForwardRequest, ForwardSetting } from '../../formats/forward.js';
import type { Iso } from '../../flow/log.js';
import type { Lead } from '../../lead/lead.js';
import type { Clock } from '../../ports/clock.js';

/** A record that a program keeps about a lead. */
export interface ForwardedRecord {
  /** What the program calls it. */
  readonly id: string;
  /** We made it; only then is it deleted when the lead is withdrawn. */
  readonly ours: boolean;
  /** A fingerprint of what it was last told. */
  readonly said: string;
  /** It was deleted there, or somebody went on with it: left alone from now on. */
  readonly closed?: true;
}

export interface ForwardTrouble {
  readonly code: string;
  /** The program's own words; may quote the lead. */
  readonly why: string;
  /** later: tried again by itself. settings: nobody's lead gets through. refused: this one will not do as it is. */
  readonly is: 'later' | 'settings' | 'refused';
}

/** How far one lead got with one program. */
export interface ForwardProgress {
  /** The newest revision that is there whole; 0: none yet. */
  readonly revision: number;
  /** A revision that was refused and is not tried again by itself; 0: none. */
  readonly refused: number;
  /** By the name of the step. */
  readonly records: { readonly [step: string]: ForwardedRecord };
  /** A step whose request went out and whose answer has not been written down yet. */
  readonly doubt: string | null;
  /** Tries since it last got through. */
  readonly tries: number;
  /** Not before. */
  readonly nextAt: Iso | null;
  readonly trouble: ForwardTrouble | null;
  /** When it last got through. */
  readonly doneAt: Iso | null;
}

export const NOTHING_YET: ForwardProgress = {
  revision: 0,
  refused: 0,
  records: {},
  doubt: null,
  tries: 0,
  nextAt: null,
  trouble: null,
  doneAt: null,
};

export interface WaitingLead {
  readonly ref: string;
  readonly lead: Lead;
  readonly receivedAt: Iso;
  readonly progress: ForwardProgress;
}

/**
 * From when on a lead waits for a program, in milliseconds since 1970; null when it does not: it is a trial, not
 * finished, or nothing of it is newer than what is there and what was refused. One that was withdrawn waits as long
 * as there are records. `holdMs`: so long a new one without a next step is held back.
 */
export const dueMs = ({ lead, progress, receivedAt }: WaitingLead, holdMs = 0): number | null => {
  const { revision, refused, records, nextAt, trouble } = progress;
  const fromMs = Math.max(Date.parse(receivedAt), nextAt === null ? 0 : Date.parse(nextAt));
  if (lead.phase === 'withdrawn') return Object.keys(records).length > 0 || trouble ? fromMs : null;
  if (lead.test || lead.phase === 'partial' || lead.revision <= Math.max(revision, refused)) return null;
  return revision > 0 || lead.nextStep ? fromMs : Math.max(fromMs, Date.parse(receivedAt) + holdMs);
};

export interface ForwardStore {
  /** Of those whose time has come (`dueMs`) the one with the fewest tries, of these the oldest; or null. */
  due(program: string, nowMs: number, holdMs: number): Promise<WaitingLead | null>;
  /** When the next one is due that is not yet, in milliseconds since 1970; null when none will be by itself. */
  nextDueMs(program: string, nowMs: number, holdMs: number): Promise<number | null>;
  /** Resolves once it is durable. */
  keep(program: string, lead: string, progress: ForwardProgress): Promise<void>;
}

/** Sends one request. Rejects when no answer came. */
export type ForwardSender = (request: ForwardRequest, signal: AbortSignal) => Promise<ForwardAnswer>;

export interface ForwardTarget {
  readonly format: ForwardFormat;
  readonly send: ForwardSender;
}

export interface ForwarderOptions {
  readonly targets: readonly ForwardTarget[];
  readonly store: ForwardStore;
  /** What else is told about a lead, and the lead as it is told: with private rules applied, for example. */
  readonly prepare: (
    waiting: WaitingLead,
  ) => Promise<{ readonly lead: Lead; readonly setting: ForwardSetting }>;
  readonly clock: Clock;
  /** Told about failures of the store or of `prepare`, never about those of a program: they stand in its progress. */
  readonly onProblem?: (error: unknown) => void;
}
