/**
 * The sender of one page: order and time, nothing else. What is queued, due or leased is the store's
 * knowledge; the machine only asks for the next piece, sends it, and says how it went.
 */
import { assign, createMachine, type CallbackActorLogic, type PromiseActorLogic } from 'xstate';
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

const takeNote = {
  type: 'note',
  params: ({ event }: { event: { readonly alone: boolean } }) => ({ alone: event.alone }),
} as const;
const loseNote = { type: 'note', params: { alone: false, lockLost: true, dueMs: 0 } } as const;

/** What the machine knows and what it asks to be done; `create-outbox.ts` provides the actors. */
interface Vocabulary {
  context: OutboxContext;
  events: OutboxEvent;
  actors:
    /** Resolves when that time has come; never for null. */
    | { src: 'waitUntilDue'; logic: PromiseActorLogic<void, { dueMs: DueMs }> }
    /** Sends lock.taken and lock.lost; lets go of the lock when stopped. */
    | { src: 'holdLock'; logic: CallbackActorLogic<OutboxEvent> }
    /** Resolves when waiting for the lock has taken long enough. */
    | { src: 'loseLockPatience'; logic: PromiseActorLogic<void> }
    | { src: 'claimNext'; logic: PromiseActorLogic<Found, { alone: boolean }> }
    /** One attempt. Never rejects, always ends in time. */
    | { src: 'sendClaimed'; logic: PromiseActorLogic<Outcome, { claimed: Claimed | null }> }
    | {
        src: 'settleClaimed';
        logic: PromiseActorLogic<void, { claimed: Claimed | null; outcome: Outcome | null }>;
      }
    /** Resolves when the next attempt is far enough from the last. */
    | { src: 'keepDistance'; logic: PromiseActorLogic<void> };
  actions: { type: 'note'; params: Partial<OutboxContext> };
}

export const outboxMachine = createMachine({
  types: {} as Vocabulary,
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
    // Nothing is due. Nothing is held.
    resting: {
      invoke: {
        src: 'waitUntilDue',
        input: ({ context }) => ({ dueMs: context.dueMs }),
        onDone: 'working',
      },
      on: { 'work.arrived': 'working' },
    },
    working: {
      entry: { type: 'note', params: { alone: false, lockLost: false } },
      invoke: { src: 'holdLock' },
      on: {
        'work.arrived': { actions: { type: 'note', params: { lookAgain: true } } },
        'lock.taken': { actions: takeNote },
        'lock.lost': { actions: loseNote },
      },
      initial: 'queueing',
      states: {
        // Another page may be sending. A lock that never comes must not stop us: leases protect too.
        queueing: {
          invoke: { src: 'loseLockPatience', onDone: 'claiming' },
          on: {
            'lock.taken': { target: 'claiming', actions: takeNote },
            'lock.lost': { target: 'pausing', actions: loseNote },
          },
        },
        claiming: {
          entry: { type: 'note', params: { lookAgain: false } },
          invoke: {
            src: 'claimNext',
            input: ({ context }) => ({ alone: context.alone }),
            onDone: [
              {
                guard: ({ event }) => event.output.claimed !== null,
                target: 'sending',
                actions: { type: 'note', params: ({ event }) => event.output },
              },
              { guard: ({ context }) => context.lookAgain, target: 'claiming', reenter: true },
              {
                target: '#outbox.resting',
                actions: { type: 'note', params: ({ event }) => event.output },
              },
            ],
          },
        },
        // A lost lock does not call the request back: the lease still stands.
        sending: {
          invoke: {
            src: 'sendClaimed',
            input: ({ context }) => ({ claimed: context.claimed }),
            onDone: {
              target: 'settling',
              actions: { type: 'note', params: ({ event }) => ({ outcome: event.output }) },
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
            onDone: [
              { guard: ({ context }) => context.lockLost, target: '#outbox.resting' },
              { target: 'claiming' },
            ],
          },
        },
      },
    },
  },
}).provide({ actions: { note: assign((_, news) => news) } });

/** All effects; one that is forgotten does not compile. */
export type OutboxEffects = Required<NonNullable<Parameters<typeof outboxMachine.provide>[0]['actors']>>;
