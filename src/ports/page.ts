import type { Arrival, Opened } from '../flow/log.js';

/** What is known of a visit beyond its addresses: how it looks with earlier ones, and which variants it is shown. */
export interface Visit {
  readonly arrival: Partial<Arrival>;
  readonly variants?: { readonly [experiment: string]: string };
}

/** What the page knows. Reading it writes nothing. */
export interface PageFacts {
  readonly url: string;
  /** The page on which the visit began, as long as the loader saw it; else `url`. */
  readonly landing: string;
  readonly referrer: string;
  readonly title: string;
  /** Preferred languages, best first, for example `["de-AT", "en"]`. */
  readonly languages: readonly string[];
  /** IANA zone; "UTC" when unknown. */
  readonly timeZone: string;
  /** Global Privacy Control is on. */
  readonly gpc: boolean;
  /** False: there is surely no network. True, or absent, says little. */
  readonly online?: boolean;
  /** Absent: nothing is known but the addresses. */
  readonly visit?: Visit;
  /** How the chat came to be opened; absent where nobody knows. */
  readonly opened?: Opened;
}

export interface PagePort {
  read(): PageFacts;
  /** Calls `run` when the page is hidden or left; returns the way to stop. */
  onHidden(run: () => void): () => void;
  /** Calls `run` when the network came back or the page is shown again (a hint, never a truth). */
  onReturn(run: () => void): () => void;
}

/**
 * Remembers at once, even while the page is being left, which requests were begun: nothing that takes a while is
 * finished any more at that time.
 */
export interface BegunPort {
  /** Whether it works here. */
  isUsable(): boolean;
  mark(key: string): void;
  isMarked(key: string): boolean;
  unmark(key: string): void;
}

/** Holds a named lock, one holder per origin. */
export interface LockPort {
  /**
   * Calls `run` once the lock is held; it is held until `run` settles, the returned function is called, or the
   * page goes to sleep. The signal aborts when it is gone; it has aborted already when the page went to sleep
   * before its turn. `alone` is false where the platform has no locks: `run` is called at once then, and others
   * may run too.
   */
  hold(name: string, run: (signal: AbortSignal, alone: boolean) => Promise<void>): () => void;
}
