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
}

export interface PagePort {
  read(): PageFacts;
  /** Calls `run` when the page is hidden or left; returns the way to stop. */
  onHidden(run: () => void): () => void;
  /** Calls `run` when the network came back or the page is shown again (a hint, never a truth). */
  onReturn(run: () => void): () => void;
}

/** Holds a named lock, one holder per origin. `run` gets a signal that aborts when it is lost or released. */
export interface LockPort {
  hold(name: string, run: (signal: AbortSignal) => Promise<void>): () => void;
}
