/**
 * What a receiver needs from its surroundings. The receiver itself is a plain function from a web-standard
 * request to a response; where leads are kept, how their shape is checked and who is asked about the verdict
 * come from outside, so that it runs in Node, in a worker or in a test without a change.
 */
import type { Iso } from '../flow/log.js';
import type { Lead } from '../lead/lead.js';
import type { Clock } from '../ports/clock.js';

/**
 * What recomputing the verdict said. match: the rules give the same again. mismatch: they do not; have a look.
 * unknown-playbook: the playbook with that hash is not here. no-log: nothing to compute from.
 */
export type Judging = 'match' | 'mismatch' | 'unknown-playbook' | 'no-log';

/**
 * What became of a delivery. stored: it is now the newest. older: a newer revision was already here, nothing
 * changed. withdrawn: the prospect took the lead back; nothing personal is kept of it.
 */
export type Result = 'stored' | 'older' | 'withdrawn';

/** What is kept of every delivery, for at least eight days, so that its repeat gets the same answer. */
export interface Receipt {
  /** `<lead id>.<revision>`. */
  readonly key: string;
  readonly lead: string;
  readonly revision: number;
  /** SHA-256 of the raw bytes, 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly result: Result;
  /** Absent when nobody judges. */
  readonly judging?: Judging;
  readonly receivedAt: Iso;
}

/** A delivery that passed every check. `content` of a withdrawal is already emptied of personal data. */
export interface Arrived extends Omit<Receipt, 'result'> {
  readonly content: Lead;
}

export interface ReceiverStore {
  /** The receipt of a key, or null when this key never arrived. */
  find(key: string): Promise<Receipt | null>;
  /**
   * Takes a delivery in, in one transaction, and resolves once that is durable. The first delivery of a key
   * wins: a later or simultaneous one changes nothing and gets the first one's receipt with `fresh: false`; the
   * fingerprint tells a repeat from a misuse. Of each lead the highest revision is kept. A withdrawal replaces whatever was kept of the lead,
   * also when it is the first that is heard of it, and nothing replaces a withdrawal.
   */
  accept(arrived: Arrived): Promise<{ readonly receipt: Receipt; readonly fresh: boolean }>;
}

/** One thing that is wrong with a document. `path` is a JSON pointer, for example `/contact/email`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export interface ReceiverOptions {
  readonly store: ReceiverStore;
  /**
   * Faults of a document, none when it is a lead. It may remove members it does not know, and should: a newer
   * widget may send more than an older receiver understands.
   */
  readonly validate: (document: unknown) => readonly Fault[];
  /** Recomputes the verdict, see `rejudge`. Left out: leads are taken at their word. */
  readonly judge?: (lead: Lead) => Judging;
  /**
   * Other origins whose pages may send, for example `https://www.kestrel.example`; compared exactly. The
   * receiver's own origin and callers without an Origin header (servers) are always welcome.
   */
  readonly origins: readonly string[];
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Largest body in bytes. Default 65,536. */
  readonly maxBytes?: number;
  /**
   * Seconds to wait before this sender may send a new lead, or null when it may now. Asked only about keys
   * that never arrived: a repeat is never refused.
   */
  readonly limit?: (request: Request, lead: Lead) => number | null;
  /** Called once for every receipt that is new, after it is durable. */
  readonly onReceived?: (receipt: Receipt) => void;
  /** Told about failures of store, judge or callbacks. The sender only learns that it should try again. */
  readonly onProblem?: (error: unknown) => void;
}

/** Answers a request. Never rejects. */
export type Receiver = (request: Request) => Promise<Response>;
