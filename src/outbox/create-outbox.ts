/**
 * The outbox at work: the machine with its effects. The only place that starts it. A lead is committed before
 * anything is claimed about it, sent by one page at a time, and erased only after it was acknowledged.
 */
import { createActor, fromCallback, fromPromise } from 'xstate';
import type { Delivery, Outcome } from '../ports/delivery.js';
import type { Claimed } from '../ports/outbox-store.js';
import { attemptsOf } from './attempts.js';
import type { Outbox, OutboxFact } from './contract.js';
import { leavingOf } from './leaving.js';
import type { OutboxOptions } from './outbox-options.js';
import { outboxMachine, type OutboxEffects, type OutboxEvent } from './outbox.machine.js';
import { backoffMs, RETRY_DEFAULTS, waitMs, type RetryOptions } from './retry-policy.js';
import { tiersOf } from './tiers.js';
import { watchersOf } from './watchers.js';

export type { OutboxOptions } from './outbox-options.js';

const LOCK = 'warmlead:outbox';

/** Starts looking after the outbox of this origin at once; what earlier pages left is sent. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const { clock, randomness, lock, page, begun, isOffline = () => false } = options;
  const retry: RetryOptions = { ...RETRY_DEFAULTS, ...options.retry };
  const owner = randomness.id();
  const listeners = new Set<(fact: OutboxFact) => void>();
  const toldProblems = new Set<string>();
  let line: Promise<unknown> = Promise.resolve();
  let { receiptMs } = retry;
  let stopped = false;

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

  const wasBegun = (key: string): boolean => begun?.isMarked(key) === true;
  const claimTerms = (alone: boolean) => {
    const { leaseMs, giveUpMs } = retry;
    const offline = isOffline() || undefined;
    return { owner, alone, nowMs: clock.nowMs(), leaseMs, giveUpMs, receiptMs, wasBegun, offline };
  };
  const begin = (delivery: Delivery): Promise<Outcome> => {
    if (delivery.once) begun?.mark(delivery.key);
    return attempts.begin(delivery);
  };
  const settle = async ({ delivery, attempt }: Claimed, outcome: Outcome): Promise<void> => {
    const { key, lead, revision } = delivery;
    const nowMs = clock.nowMs();
    const wait = waitMs(outcome, attempt, randomness.unit(), retry);
    const dueMs = wait === null ? null : nowMs + wait;
    const { backupMs } = retry;
    const state = await tiers.settle({ owner, key, outcome, dueMs, nowMs, backupMs, offline: isOffline() });
    // What could not be written down must not be sent again by the next page.
    if (delivery.once && (state !== null || outcome.is !== 'acknowledged')) begun?.unmark(key);
    watchers.refresh();
    if (outcome.is === 'acknowledged') {
      tell({ type: 'delivered', lead, revision, attempts: attempt, confirmed: outcome.status !== 0 });
    } else if (state === 'parked') {
      tell({ type: 'parked', lead, revision, code: outcome.code });
    } else if (state === 'queued') {
      tell({ type: 'waiting', lead, revision, code: outcome.code, dueMs: dueMs ?? nowMs });
    }
  };
  /** The request is begun before this returns; whatever comes after it may not happen any more. */
  const sendLeaving = (delivery: Delivery): void => {
    const { key, lead, revision } = delivery;
    const sending = begin(delivery);
    // Before anything that would replace it.
    const claiming = inLine(() => tiers.claim({ ...claimTerms(false), only: key }));
    tell({ type: 'attempting', lead, revision, attempt: 1 });
    void Promise.all([sending, claiming])
      .then(([outcome]) => (stopped ? undefined : settle({ delivery, attempt: 1 }, outcome)))
      .then(lookForWork, () => tellProblem('outbox.broken'));
  };
  const leaving = leavingOf(clock, isOffline, sendLeaving);

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
            await new Promise((gone) => signal.addEventListener('abort', gone, { once: true }));
            lose();
          });
        }),
        loseLockPatience: fromPromise(({ signal }) => after(retry.lockMs, signal)),
        claimNext: fromPromise(async ({ input: { alone } }) => {
          const { claimed, dueMs, expired, handed } = await tiers.claim(claimTerms(alone));
          for (const { key, lead, revision, attempts: made } of handed) {
            begun?.unmark(key);
            tell({ type: 'delivered', lead, revision, attempts: Math.max(1, made), confirmed: false });
          }
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
          claimed ? begin(claimed.delivery) : { is: 'retry', code: 'nothing.claimed' },
        ),
        settleClaimed: fromPromise(async ({ input: { claimed, outcome } }) => {
          if (claimed && outcome) await settle(claimed, outcome);
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
    page.onHidden(leaving.leave),
    page.onHidden(() => void options.fallback.hurry(clock.nowMs(), 'returned').then(lookForWork)),
  ];

  return {
    handover: (write) => ({
      commit: (lead, make, { hold = false, after: elsewhere = 0 } = {}) => {
        const turn = leaving.drop(lead);
        return inLine(async () => {
          try {
            let made: Delivery | null = null;
            const nowMs = clock.nowMs();
            const holdMs = hold && begun?.isUsable() ? retry.holdMs : 0;
            const { refused, ...committed } = await tiers.commit(
              lead,
              (revision) => {
                const document = make(revision);
                const { phase } = document;
                const committedAt = new Date(nowMs).toISOString();
                made = { ...write(document), ...(phase !== 'complete' && { phase }), committedAt };
                return made;
              },
              { owner, holdMs, wasBegun, after: elsewhere },
            );
            if (refused) return { ...committed, refused };
            tell({ type: 'accepted', lead, ...committed });
            const held = made as Delivery | null;
            if (holdMs > 0 && committed.durable && held?.once) leaving.ready(held, nowMs + holdMs, turn);
            lookForWork();
            return committed;
          } catch {
            tellProblem('lead.unwritable');
            return { revision: 0, durable: false };
          }
        });
      },
      watch: (lead, run) => watchers.add(lead, run),
      hurry: () => hurry('asked'),
      forget: (lead) => {
        leaving.drop(lead);
        return inLine(async () => {
          attempts.cancel(lead);
          const newest = await tiers.newest(lead);
          const mayBeThere = await tiers.forget(lead, clock.nowMs());
          lookForWork();
          return mayBeThere || (newest !== null && wasBegun(newest.record.key));
        });
      },
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
      stopped = true;
      for (const unwatch of unwatchPage) unwatch();
      actor.stop();
      attempts.cancelAll();
      listeners.clear();
    },
  };
};
