/**
 * What is held back goes when its page is left. Nothing that takes a while is finished at that time, so the delivery
 * lies ready in memory, and the request is handed to the browser at once.
 */
import type { Clock } from '../ports/clock.js';
import type { Delivery } from '../ports/delivery.js';

export interface Leaving {
  /** It is forgotten or about to be replaced. Answers a number for `ready`. */
  drop(lead: string): number;
  /**
   * Lies ready until `dueMs` (milliseconds since 1970); from then on any page may send it. Not where the lead was
   * dropped again after `turn`.
   */
  ready(delivery: Delivery, dueMs: number, turn: number): void;
  /** The page is being left. */
  leave(): void;
}

/** `send` has to begin the request before it returns. */
export const leavingOf = (
  clock: Clock,
  isOffline: () => boolean,
  send: (delivery: Delivery) => void,
): Leaving => {
  const held = new Map<string, { readonly delivery: Delivery; readonly dueMs: number }>();
  const turns = new Map<string, number>();
  return {
    drop(lead) {
      held.delete(lead);
      const turn = (turns.get(lead) ?? 0) + 1;
      turns.set(lead, turn);
      return turn;
    },
    ready(delivery, dueMs, turn) {
      if (turns.get(delivery.lead) === turn) held.set(delivery.lead, { delivery, dueMs });
    },
    leave() {
      // It waits for the next page then, as everything does.
      if (isOffline()) return;
      for (const [lead, { delivery, dueMs }] of held) {
        const nowMs = clock.nowMs();
        // Outside of that time any page may take it: it is due, or the clock was set back.
        const isMine = Date.parse(delivery.committedAt) <= nowMs && nowMs < dueMs;
        held.delete(lead);
        if (isMine) send(delivery);
      }
    },
  };
};
