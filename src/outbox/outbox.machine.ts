/**
 * The sender of one page: order and time, nothing else. What is queued, due or leased is the store's
 * knowledge; the machine only asks for the next piece, sends it, and says how it went.
 */
import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { Outcome } from '../ports/delivery.js';
import type { Claimed, DueMs } from '../ports/outbox-store.js';

export type OutboxEvent =
  /** Something may be due earlier than we thought. */
  | { readonly type: 'work.arrived' }
  /** `alone`: nobody else on this origin is sending. */
  | { readonly type: 'lock.taken'; readonly alone: boolean }
  | { readonly type: 'lock.lost' };

export interface OutboxContext {
  readonly alone: boolean;
  readonly lockLost: boolean;
  /** Work arrived while we were looking; what we were told may be out of date. */
  readonly lookAgain: boolean;
  readonly claimed: Claimed | null;
  readonly outcome: Outcome | null;
  readonly dueMs: DueMs;
}

/** What a look for work found. */
export interface Found {
  readonly claimed: Claimed | null;
  readonly dueMs: DueMs;
}

const missing = (name: string) => () => Promise.reject(new Error(`${name} was not provided`));

export const outboxMachine = setup({
  types: { context: {} as OutboxContext, events: {} as OutboxEvent },
  actors: {
    /** Resolves when that time has come; never for null. */
    waitUntilDue: fromPromise<void, { dueMs: DueMs }>(missing('waitUntilDue')),
    /** Sends lock.taken and lock.lost; lets go of the lock when stopped. */
    holdLock: fromCallback<OutboxEvent>(() => {
      throw new Error('holdLock was not provided');
    }),
    /** Resolves when waiting for the lock has taken long enough. */
    loseLockPatience: fromPromise<void>(missing('loseLockPatience')),
    claimNext: fromPromise<Found, { alone: boolean }>(missing('claimNext')),
    /** One attempt. Never rejects, always ends in time. */
    sendClaimed: fromPromise<Outcome, { claimed: Claimed | null }>(missing('sendClaimed')),
    settleClaimed: fromPromise<void, { claimed: Claimed | null; outcome: Outcome | null }>(
      missing('settleClaimed'),
    ),
    /** Resolves when the next attempt is far enough from the last. */
    keepDistance: fromPromise<void>(missing('keepDistance')),
  },
  guards: {
    isSomethingClaimed: (_, { claimed }: Found) => claimed !== null,
    isToLookAgain: ({ context }) => context.lookAgain,
    isLockLost: ({ context }) => context.lockLost,
  },
  actions: {
    startWorking: assign({ alone: false, lockLost: false }),
    noteLock: assign({ alone: (_, { alone }: { alone: boolean }) => alone }),
    noteLockLost: assign({ alone: false, lockLost: true, dueMs: 0 }),
    noteWork: assign({ lookAgain: true }),
    startLooking: assign({ lookAgain: false }),
    noteFound: assign({
      claimed: (_, { claimed }: Found) => claimed,
      dueMs: (_, { dueMs }: Found) => dueMs,
    }),
    noteOutcome: assign({ outcome: (_, { outcome }: { outcome: Outcome }) => outcome }),
  },
}).createMachine({
  id: 'outbox',
  context: {
    alone: false,
    lockLost: false,
    lookAgain: false,
    claimed: null,
    outcome: null,
    dueMs: 0,
  },
  initial: 'resting',
  states: {
    resting: {
      description: 'Nothing is due. Nothing is held.',
      invoke: {
        src: 'waitUntilDue',
        input: ({ context }) => ({ dueMs: context.dueMs }),
        onDone: 'working',
      },
      on: { 'work.arrived': 'working' },
    },
    working: {
      entry: 'startWorking',
      invoke: { src: 'holdLock' },
      on: {
        'work.arrived': { actions: 'noteWork' },
        'lock.taken': { actions: { type: 'noteLock', params: ({ event }) => event } },
        'lock.lost': { actions: 'noteLockLost' },
      },
      initial: 'queueing',
      states: {
        queueing: {
          description:
            'Another page may be sending. A lock that never comes must not stop us: leases protect too.',
          invoke: { src: 'loseLockPatience', onDone: 'claiming' },
          on: {
            'lock.taken': {
              target: 'claiming',
              actions: { type: 'noteLock', params: ({ event }) => event },
            },
            'lock.lost': { target: 'pausing', actions: 'noteLockLost' },
          },
        },
        claiming: {
          entry: 'startLooking',
          invoke: {
            src: 'claimNext',
            input: ({ context }) => ({ alone: context.alone }),
            onDone: [
              {
                guard: { type: 'isSomethingClaimed', params: ({ event }) => event.output },
                target: 'sending',
                actions: { type: 'noteFound', params: ({ event }) => event.output },
              },
              { guard: 'isToLookAgain', target: 'claiming', reenter: true },
              {
                target: '#outbox.resting',
                actions: { type: 'noteFound', params: ({ event }) => event.output },
              },
            ],
          },
        },
        sending: {
          description: 'A lost lock does not call the request back: the lease still stands.',
          invoke: {
            src: 'sendClaimed',
            input: ({ context }) => ({ claimed: context.claimed }),
            onDone: {
              target: 'settling',
              actions: { type: 'noteOutcome', params: ({ event }) => ({ outcome: event.output }) },
            },
          },
        },
        settling: {
          invoke: {
            src: 'settleClaimed',
            input: ({ context }) => ({ claimed: context.claimed, outcome: context.outcome }),
            onDone: 'pausing',
          },
        },
        pausing: {
          invoke: {
            src: 'keepDistance',
            onDone: [{ guard: 'isLockLost', target: '#outbox.resting' }, { target: 'claiming' }],
          },
        },
      },
    },
  },
});
