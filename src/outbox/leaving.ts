/**
 * What is held back goes when its page is left. Nothing that takes a while is finished at that time, so the delivery
 * lies ready in memory, and only two things are done at once: a mark is set, and the request is handed to the browser.
 */
import type { Clock } from '../ports/clock.js';
import type { Delivery } from '../ports/delivery.js';
import type { LeavingPort } from '../ports/page.js';

export interface Leaving {
  /** Whether anything can be held back here. */
  readonly canHold: boolean;
  /** Lies ready until `dueMs` (milliseconds since 1970); from then on any page may send it. */
  ready(delivery: Delivery, dueMs: number): void;
  /** It has gone, is forgotten or is about to be replaced. */
  drop(lead: string): void;
  /** The page is being left. */
  leave(): void;
  wasLeft(key: string): boolean;
  unmark(key: string): void;
}

export interface LeavingOptions {
  /** Left out: nothing is held back. */
  readonly port: LeavingPort | undefined;
  readonly clock: Clock;
  readonly isOffline: () => boolean;
  /** Has to begin the request before it returns. */
  readonly send: (delivery: Delivery) => void;
}

export const leavingOf = ({ port, clock, isOffline, send }: LeavingOptions): Leaving => {
  const held = new Map<string, { readonly delivery: Delivery; readonly dueMs: number }>();
  return {
    get canHold() {
      return port?.isUsable() === true;
    },
    ready: (delivery, dueMs) => void held.set(delivery.lead, { delivery, dueMs }),
    drop: (lead) => void held.delete(lead),
    leave() {
      // It waits for the next page then, as everything does.
      if (isOffline()) return;
      for (const [lead, { delivery, dueMs }] of held) {
        const nowMs = clock.nowMs();
        const isMine = Date.parse(delivery.committedAt) <= nowMs && nowMs < dueMs;
        held.delete(lead);
        if (isMine && port?.mark(delivery.key)) send(delivery);
      }
    },
    wasLeft: (key) => port?.isMarked(key) === true,
    unmark: (key) => port?.unmark(key),
  };
};
