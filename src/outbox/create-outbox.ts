/**
 * The outbox at work: the machine with its effects. The only place that starts it. A lead is committed before
 * anything is claimed about it, sent by one page at a time, and erased only after it was acknowledged.
 */
import { createActor, fromCallback, fromPromise } from 'xstate';
import type { Clock, Randomness } from '../ports/clock.js';
import type { DeliveryPort } from '../ports/delivery.js';
import type { OutboxStore } from '../ports/outbox-store.js';
import type { LockPort, PagePort } from '../ports/page.js';
import { attemptsOf } from './attempts.js';
import type { Outbox, OutboxFact } from './contract.js';
import { outboxMachine, type OutboxEffects, type OutboxEvent } from './outbox.machine.js';
import { backoffMs, RETRY_DEFAULTS, waitMs, type RetryOptions } from './retry-policy.js';
import { tiersOf } from './tiers.js';
import { watchersOf } from './watchers.js';

export interface OutboxOptions {
  /** Where leads are kept. */
  readonly store: OutboxStore;
  /** Memory: takes what `store` does not take in time. The same as `store` where nothing may be kept. */
  readonly fallback: OutboxStore;
  readonly delivery: DeliveryPort;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly lock: LockPort;
  readonly page: PagePort;
  /** Figures that differ from the defaults. */
  readonly retry?: Partial<RetryOptions>;
}

const LOCK = 'warmlead:outbox';

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Starts looking after the outbox of this origin at once; what earlier pages left is sent. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const { clock, randomness, lock, page } = options;
  const retry: RetryOptions = { ...RETRY_DEFAULTS, ...options.retry };
  const owner = randomness.id();
  const listeners = new Set<(fact: OutboxFact) => void>();
  const toldProblems = new Set<string>();
  let line: Promise<unknown> = Promise.resolve();
  let { receiptMs } = retry;

  const tell = (fact: OutboxFact) => {
    for (const run of listeners) {
      try {
        run(fact);
      } catch {
        // A listener's trouble is its own; the next one still has to hear of it.
      }
    }
  };
  const tellProblem = (code: string) => {
    if (toldProblems.has(code)) return;
    toldProblems.add(code);
    tell({ type: 'problem', code });
  };

  const tiers = tiersOf({
    store: options.store,
    fallback: options.fallback,
    clock,
    commitMs: retry.commitMs,
    restMs: (failures) => backoffMs(failures, randomness.unit(), retry),
    onChange: () => lookForWork(),
    onProblem: tellProblem,
  });
  const watchers = watchersOf((lead) => tiers.newest(lead));
  const attempts = attemptsOf(options.delivery, clock, retry.timeoutMs);

  const after = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      signal.addEventListener('abort', cancel, { once: true });
    });

  const actor = createActor(
    outboxMachine.provide({
      actors: {
        waitUntilDue: fromPromise(({ input: { dueMs }, signal }) =>
          dueMs === null
            ? new Promise<never>(() => {})
            : after(Math.min(retry.dozeMs, Math.max(0, dueMs - clock.nowMs())), signal),
        ),
        holdLock: fromCallback<OutboxEvent>(({ sendBack }) => {
          const lose = () => sendBack({ type: 'lock.lost' });
          return lock.hold(LOCK, async (signal, alone) => {
            if (signal.aborted) return lose();
            sendBack({ type: 'lock.taken', alone });
            await aborted(signal);
            lose();
          });
        }),
        loseLockPatience: fromPromise(({ signal }) => after(retry.lockMs, signal)),
        claimNext: fromPromise(async ({ input: { alone } }) => {
          const { leaseMs, giveUpMs } = retry;
          const terms = { owner, alone, nowMs: clock.nowMs(), leaseMs, giveUpMs, receiptMs };
          const { claimed, dueMs, expired } = await tiers.claim(terms);
          for (const { lead, revision, code = 'unknown' } of expired) {
            tell({ type: 'expired', lead, revision, code });
          }
          if (claimed) {
            const { lead, revision } = claimed.delivery;
            tell({ type: 'attempting', lead, revision, attempt: claimed.attempt });
          }
          watchers.refresh();
          return { claimed, dueMs };
        }),
        sendClaimed: fromPromise(async ({ input: { claimed } }) =>
          claimed ? attempts.begin(claimed.delivery) : { is: 'retry', code: 'nothing.claimed' },
        ),
        settleClaimed: fromPromise(async ({ input: { claimed, outcome } }) => {
          if (!claimed || !outcome) return;
          const { key, lead, revision } = claimed.delivery;
          const nowMs = clock.nowMs();
          const wait = waitMs(outcome, claimed.attempt, randomness.unit(), retry);
          const dueMs = wait === null ? null : nowMs + wait;
          const state = await tiers.settle({ owner, key, outcome, dueMs, nowMs });
          watchers.refresh();
          if (outcome.is === 'acknowledged') {
            tell({ type: 'delivered', lead, revision, attempts: claimed.attempt });
          } else if (state === 'parked') {
            tell({ type: 'parked', lead, revision, code: outcome.code });
          } else if (state === 'queued') {
            tell({ type: 'waiting', lead, revision, code: outcome.code, dueMs: dueMs ?? nowMs });
          }
        }),
        keepDistance: fromPromise(({ signal }) => after(retry.gapMs, signal)),
      } satisfies OutboxEffects,
    }),
  );
  actor.subscribe({ error: () => tellProblem('outbox.broken') });

  const lookForWork = () => {
    watchers.refresh();
    actor.send({ type: 'work.arrived' });
  };
  const hurry = (why: 'returned' | 'asked') => {
    void tiers.hurry(clock.nowMs(), why).then(lookForWork);
  };
  /** One after the other, so that revisions are counted right. */
  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const done = line.then(task);
    line = done.catch(() => {});
    return done;
  };

  actor.start();
  const unwatchPage = [
    page.onReturn(() => hurry('returned')),
    // What lives in memory would be lost with the page.
    page.onHidden(() => void options.fallback.hurry(clock.nowMs(), 'returned').then(lookForWork)),
  ];

  return {
    handover: (write) => ({
      commit: (lead, make, floor) =>
        inLine(async () => {
          try {
            const committedAt = new Date(clock.nowMs()).toISOString();
            const written = (revision: number) => ({ ...write(make(revision)), committedAt });
            const committed = await tiers.commit(lead, written, floor);
            tell({ type: 'accepted', lead, ...committed });
            lookForWork();
            return committed;
          } catch {
            tellProblem('lead.unwritable');
            return { revision: 0, durable: false };
          }
        }),
      watch: (lead, run) => watchers.add(lead, run),
      hurry: () => hurry('asked'),
      forget: (lead) =>
        inLine(async () => {
          attempts.cancel(lead);
          const wasAttempted = await tiers.forget(lead, clock.nowMs());
          lookForWork();
          return wasAttempted;
        }),
    }),
    onFact(run) {
      listeners.add(run);
      return () => void listeners.delete(run);
    },
    counts: () => tiers.counts(),
    hurry: () => hurry('asked'),
    keepReceipts(keep) {
      receiptMs = keep ? retry.receiptMs : 0;
      lookForWork();
    },
    stop() {
      for (const unwatch of unwatchPage) unwatch();
      actor.stop();
      attempts.cancelAll();
      listeners.clear();
    },
  };
};
