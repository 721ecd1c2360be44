/** A site in small: an endpoint, an origin with its storage and lock, and pages that come and go. */
import { memoryOutbox } from '../../src/adapters/memory-outbox.js';
import type { Outbox, OutboxFact, WriteLead } from '../../src/outbox/contract.js';
import { createOutbox, type OutboxOptions } from '../../src/outbox/create-outbox.js';
import { outcomeOf } from '../../src/outbox/status.js';
import type { Delivery, DeliveryPort, Outcome } from '../../src/ports/delivery.js';
import type { HandoverPort, HandoverState } from '../../src/ports/handover.js';
import type { OutboxStore } from '../../src/ports/outbox-store.js';
import type { LockPort, PagePort } from '../../src/ports/page.js';
import { seededRandomness, simulatedClock, type SimulatedClock } from './simulated-clock.js';

/**
 * How the endpoint takes one attempt: a status; a status with Retry-After; no connection; received, but the
 * answer is lost; nothing at all for ever, without or with receiving it.
 */
export type Take =
  number | `${number} after ${string}` | 'no connection' | 'answer lost' | 'hangs' | 'hangs after taking';

export interface Endpoint extends DeliveryPort {
  readonly attempts: { readonly key: string; readonly body: string; readonly atMs: number }[];
  /** What a receiver that knows its keys has stored: one body a key. */
  readonly stored: Map<string, string>;
  /** Keys that came with another body than before. */
  readonly conflicts: string[];
}

const failed: Outcome = { is: 'retry', code: 'network.failed' };

/** An endpoint that takes attempts as scripted, and with 200 when the script is at its end. */
export const endpointOf = (clock: SimulatedClock, script: readonly Take[] | (() => Take) = []): Endpoint => {
  const rest = typeof script === 'function' ? null : [...script];
  const nextTake = typeof script === 'function' ? script : () => rest?.shift() ?? 200;
  const endpoint: Endpoint = {
    attempts: [],
    stored: new Map(),
    conflicts: [],
    deliver({ key, body }: Delivery, signal) {
      endpoint.attempts.push({ key, body, atMs: clock.monotonicMs() });
      const take = nextTake();
      const [status = 0, , retryAfter = null] = String(take)
        .split(' ')
        .map((word, i) => (i ? word : Number(word))) as [number, unknown, string?];
      const isReceived =
        (status >= 200 && status < 300) || take === 'answer lost' || take === 'hangs after taking';
      if (isReceived) {
        if ((endpoint.stored.get(key) ?? body) !== body) endpoint.conflicts.push(key);
        endpoint.stored.set(key, body);
      }
      if (take === 'hangs' || take === 'hangs after taking') {
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed)));
      }
      if (take === 'no connection' || take === 'answer lost') return Promise.resolve(failed);
      const answer = { status, body: '', retryAfter, date: null };
      return Promise.resolve(outcomeOf(answer, true, clock.nowMs()));
    },
  };
  return endpoint;
};

/** One lock for all pages of an origin, first come, first served. */
export const originLock = (): LockPort & { readonly waiting: number } => {
  const queue: (() => void)[] = [];
  return {
    get waiting() {
      return Math.max(0, queue.length - 1);
    },
    hold(_name, run) {
      const controller = new AbortController();
      const start = () => void run(controller.signal, true).finally(release);
      const release = () => {
        controller.abort();
        const place = queue.indexOf(start);
        if (place < 0) return;
        queue.splice(place, 1);
        if (place === 0) queue[0]?.();
      };
      queue.push(start);
      if (queue[0] === start) queueMicrotask(() => queue[0] === start && start());
      return release;
    },
  };
};

/** Where the platform has no locks. */
export const noLock: LockPort = {
  hold(_name, run) {
    const controller = new AbortController();
    void run(controller.signal, false);
    return () => controller.abort();
  },
};

export interface Page extends PagePort {
  hide(): void;
  return(): void;
}

export const pageOf = (): Page => {
  const hidden = new Set<() => void>();
  const returned = new Set<() => void>();
  const watch = (set: Set<() => void>) => (run: () => void) => {
    set.add(run);
    return () => void set.delete(run);
  };
  return {
    read: () => {
      throw new Error('the outbox reads nothing from the page');
    },
    onHidden: watch(hidden),
    onReturn: watch(returned),
    hide: () => hidden.forEach((run) => run()),
    return: () => returned.forEach((run) => run()),
  };
};

/** Writes a lead as its own JSON. */
export const writeLead: WriteLead = (lead) => ({
  key: lead.key,
  lead: lead.id,
  revision: lead.revision,
  url: 'https://leads.example/in',
  contentType: 'application/json',
  headers: {},
  body: JSON.stringify(lead),
  acceptedBy: 'status',
});

export interface Tab {
  readonly outbox: Outbox;
  readonly port: HandoverPort;
  readonly page: Page;
  readonly facts: OutboxFact[];
  /** The facts' types in order. */
  readonly story: () => readonly string[];
  /** Every state of a lead that a watcher was told, in order. */
  watch(lead: string): (HandoverState | null)[];
}

export interface Scene {
  readonly clock: SimulatedClock;
  readonly endpoint: Endpoint;
  readonly store: OutboxStore;
  /** Opens one more page of the site. */
  open(changes?: Partial<OutboxOptions>): Tab;
}

/** A site whose storage works like the durable one. */
export const siteStore = (): OutboxStore => ({ ...memoryOutbox(), tier: 'durable' });

export const sceneOf = (
  script: Parameters<typeof endpointOf>[1] = [],
  options: { readonly turns?: number; readonly store?: OutboxStore; readonly lock?: LockPort } = {},
): Scene => {
  const clock = simulatedClock(options.turns);
  const endpoint = endpointOf(clock, script);
  const store = options.store ?? siteStore();
  const lock = options.lock ?? originLock();
  let pages = 0;
  return {
    clock,
    endpoint,
    store,
    open(changes = {}) {
      const page = pageOf();
      const outbox = createOutbox({
        store,
        fallback: memoryOutbox(),
        delivery: endpoint,
        clock,
        randomness: seededRandomness((pages += 1)),
        lock,
        page,
        ...changes,
      });
      const facts: OutboxFact[] = [];
      outbox.onFact((fact) => facts.push(fact));
      const port = outbox.handover(writeLead);
      return {
        outbox,
        port,
        page,
        facts,
        story: () => facts.map(({ type }) => type),
        watch(lead) {
          const told: (HandoverState | null)[] = [];
          port.watch(lead, (_revision, state) => told.push(state));
          return told;
        },
      };
    },
  };
};
