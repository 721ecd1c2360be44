import type { Clock } from '../ports/clock.js';

/** What the clock is made of; the ones from before other scripts replaced them, where somebody kept them. */
export interface ClockParts {
  readonly now: () => number;
  readonly monotonicNow: () => number;
  readonly setTimeout: (run: () => void, delayMs: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
}

/** Longest delay that timers know; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The browser's clock. A delay longer than 24 days ends after 24 days. */
export const systemClock = ({
  now = () => Date.now(),
  monotonicNow = () => performance.now(),
  setTimeout = globalThis.setTimeout.bind(globalThis),
  clearTimeout = globalThis.clearTimeout.bind(globalThis),
}: Partial<ClockParts> = {}): Clock => ({
  nowMs: now,
  monotonicMs: monotonicNow,
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(LONGEST_MS, Math.max(0, delayMs)));
    return () => clearTimeout(timer as never);
  },
});
