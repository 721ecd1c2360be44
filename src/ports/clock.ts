/** Time. Injected everywhere, so that no test ever sleeps. */
export interface Clock {
  /** Milliseconds since 1970, UTC; may jump. For stamps. */
  nowMs(): number;
  /** Milliseconds since some start; never jumps. For durations. */
  monotonicMs(): number;
  /** Runs once after the delay; returns the way to cancel it. */
  after(delayMs: number, run: () => void): () => void;
}

/** Randomness. */
export interface Randomness {
  /** 128 random bits as 32 hexadecimal digits. */
  id(): string;
  /** A number in [0, 1). */
  unit(): number;
}
