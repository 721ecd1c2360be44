import type { Clock, Randomness } from '../../src/ports/clock.js';
import { START_MS } from './deliveries.js';

export interface SimulatedClock extends Clock {
  /** Lets time pass: every timer runs at its own time, and what it starts is finished before the next. */
  pass(ms: number): Promise<void>;
  /** Lets everything finish that needs no time. */
  settle(): Promise<void>;
  /** The wall clock jumps; timers do not notice. */
  jump(ms: number): void;
  /** How many timers wait. */
  readonly timers: number;
}

/** `turns`: how many turns of the event loop it takes until everything that needs no time is done. */
export const simulatedClock = (turns = 1): SimulatedClock => {
  let monotonicMs = 0;
  let wallMs = START_MS;
  let order = 0;
  const timers = new Map<number, { readonly atMs: number; readonly run: () => void }>();

  const settle = async () => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const nextTimer = (untilMs: number) =>
    [...timers]
      .filter(([, { atMs }]) => atMs <= untilMs)
      .sort(([i, a], [j, b]) => a.atMs - b.atMs || i - j)[0];
  const moveTo = (ms: number) => {
    wallMs += ms - monotonicMs;
    monotonicMs = ms;
  };
  return {
    nowMs: () => Math.floor(wallMs),
    monotonicMs: () => monotonicMs,
    after(delayMs, run) {
      const id = (order += 1);
      timers.set(id, { atMs: monotonicMs + Math.max(0, delayMs), run });
      return () => void timers.delete(id);
    },
    async pass(ms) {
      const endMs = monotonicMs + ms;
      await settle();
      for (let next = nextTimer(endMs); next; next = nextTimer(endMs)) {
        const [id, { atMs, run }] = next;
        timers.delete(id);
        moveTo(Math.max(atMs, monotonicMs));
        run();
        await settle();
      }
      moveTo(endMs);
    },
    settle,
    jump(ms) {
      wallMs += ms;
    },
    get timers() {
      return timers.size;
    },
  };
};

/** Numbers that look random and are the same in every run. */
export const seededRandomness = (seed = 1): Randomness => {
  let state = seed;
  const unit = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const digit = () => Math.floor(unit() * 16).toString(16);
  return { unit, id: () => Array.from({ length: 32 }, digit).join('') };
};
