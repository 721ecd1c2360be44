/**
 * Passes leads on, each program in a lane of its own: one request after the other, within its limits. A program that
 * fails is left alone for a while that doubles up to five minutes; nothing is ever given up.
 */
import type { ForwardAnswer, ForwardRequest } from '../../formats/forward.js';
import { forwardLead, type PassedOn } from './forward-lead.js';
import type { ForwarderOptions, ForwardProgress, ForwardTarget, WaitingLead } from './contract.js';
import { createRateLimit } from '../rate-limit.js';
import { LONGEST_BACKOFF_MS, waitMs } from './wait.js';

export interface Forwarder {
  /** Looks whether there is something to pass on; resolves when every lane rests. Call it when a lead arrived, and once at the start. */
  wake(): Promise<void>;
  /** The same for one program, even when it is to be left alone for now: somebody asks for it. */
  hurry(program: string): Promise<void>;
  /** Stops after the request under way. */
  close(): void;
}

const TIMEOUT_MS = 20_000;
/** A lane never rests longer, in case a clock jumped or another process wrote something. */
const LONGEST_REST_MS = 600_000;

export const createForwarder = (options: ForwarderOptions): Forwarder => {
  const lanes = options.targets.map((target) => laneOf(target, options));
  return {
    wake: async () => {
      await Promise.all(lanes.map((lane) => lane.wake()));
    },
    hurry: async (program) => {
      await Promise.all(lanes.map((lane) => lane.hurry(program)));
    },
    close: () => {
      for (const lane of lanes) lane.close();
    },
  };
};

const laneOf = ({ format, send }: ForwardTarget, options: ForwarderOptions): Forwarder => {
  const { clock, store } = options;
  const { holdMs = 0, limit: limits, name } = format;
  const limit = limits && createRateLimit(clock, { ...limits, names: 1 });
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let failures = 0;
  let notBeforeMs = 0;
  let cancelRest = (): void => undefined;

  const paced = async (request: ForwardRequest): Promise<ForwardAnswer> => {
    const seconds = limit?.take(name) ?? null;
    if (seconds !== null) {
      await new Promise<void>((resolve) => clock.after(Math.ceil(seconds * 1000), resolve));
      limit?.take(name);
    }
    return withinTime((signal) => send(request, signal), clock);
  };

  const pass = async (waiting: WaitingLead): Promise<void> => {
    let { progress } = waiting;
    const { id, revision, phase } = waiting.lead;
    const keep = async (reached: ForwardProgress) => {
      progress = reached;
      await store.keep(name, id, reached);
    };
    let ended: PassedOn;
    try {
      ended = await forwardLead({ format, ...(await options.prepare(waiting)), progress, keep, send: paced });
    } catch (error) {
      report(options, error);
      ended = { is: 'later', code: 'receiver.failed', why: '', retryAfter: null };
    }
    const nowMs = clock.nowMs();
    failures = ended.is === 'later' ? failures + 1 : 0;
    notBeforeMs = nowMs + waitMs(ended, failures, nowMs);
    await keep(settled(progress, ended, { revision, isLast: phase === 'withdrawn' }, nowMs));
  };

  const run = async (): Promise<void> => {
    for (;;) {
      again = false;
      const nowMs = clock.nowMs();
      const waiting = closed || nowMs < notBeforeMs ? null : await store.due(name, nowMs, holdMs);
      if (waiting) await pass(waiting);
      else if (!again || closed || clock.nowMs() < notBeforeMs) return;
    }
  };

  const nextMs = async (): Promise<number> => {
    try {
      return (await store.nextDueMs(name, clock.nowMs(), holdMs)) ?? Infinity;
    } catch (error) {
      report(options, error);
      return Infinity;
    }
  };

  const rest = async (): Promise<void> => {
    const dueMs = await nextMs();
    if (closed) return;
    const nowMs = clock.nowMs();
    // After a pause there may be others whose time has come; and whoever woke the lane meanwhile is not left waiting.
    const untilMs = notBeforeMs > nowMs ? notBeforeMs : again ? nowMs : dueMs;
    cancelRest();
    cancelRest = clock.after(Math.min(Math.max(0, untilMs - nowMs), LONGEST_REST_MS), () => void lane.wake());
  };

  const lane: Forwarder = {
    wake: () => {
      again = true;
      running ??= run()
        .catch((error: unknown) => {
          // The store failed: what was done is looked for when it is back.
          failures += 1;
          notBeforeMs = clock.nowMs() + waitMs({ is: 'later', retryAfter: null }, failures, clock.nowMs());
          report(options, error);
        })
        .then(rest)
        .finally(() => {
          running = null;
        });
      return running;
    },
    hurry: async (program) => {
      if (program !== name) return;
      notBeforeMs = 0;
      await lane.wake();
    },
    close: () => {
      closed = true;
      cancelRest();
    },
  };
  return lane;
};

/** Where a lead stands after a try. A withdrawal is never given up. */
const settled = (
  reached: ForwardProgress,
  ended: PassedOn,
  { revision, isLast }: { readonly revision: number; readonly isLast: boolean },
  nowMs: number,
): ForwardProgress => {
  const at = (ms: number) => new Date(ms).toISOString();
  if (ended.is === 'done')
    return { ...reached, revision, tries: 0, nextAt: null, trouble: null, doneAt: at(nowMs) };
  const { is, code, why } = ended;
  const tries = reached.tries + 1;
  const trouble = { is, code, why };
  if (is === 'refused' && !isLast) return { ...reached, tries, trouble, refused: revision, nextAt: null };
  const again = is === 'refused' ? ({ is: 'later', retryAfter: null } as const) : ended;
  return { ...reached, tries, trouble, nextAt: at(nowMs + waitMs(again, tries, nowMs, LONGEST_BACKOFF_MS)) };
};

/** Rejects when the time is over, also where the sender does not listen to the signal. */
const withinTime = async <Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  clock: ForwarderOptions['clock'],
): Promise<Answer> => {
  const controller = new AbortController();
  let cancel = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(TIMEOUT_MS, () => {
      controller.abort();
      reject(new Error('No answer in time.'));
    });
  });
  try {
    return await Promise.race([ask(controller.signal), over]);
  } finally {
    cancel();
  }
};

const report = ({ onProblem }: ForwarderOptions, error: unknown): void => {
  try {
    onProblem?.(error);
  } catch {
    // Whoever listens for problems cannot be told about its own.
  }
};
