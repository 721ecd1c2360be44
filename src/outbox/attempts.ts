/** Attempts under way: each ends in time, whatever the network or a wrapped `fetch` does. */
import type { Clock } from '../ports/clock.js';
import type { Delivery, DeliveryPort, Outcome } from '../ports/delivery.js';

export interface Attempts {
  /** One attempt. Never rejects. */
  begin(delivery: Delivery): Promise<Outcome>;
  /** Calls back what is under way of a lead. */
  cancel(lead: string): void;
  cancelAll(): void;
}

/**
 * `timeoutMs` is for the whole attempt. It goes on counting after the outcome is known, to cut off an answer
 * that never ends.
 */
export const attemptsOf = (port: DeliveryPort, clock: Clock, timeoutMs: number): Attempts => {
  const underWay = new Map<() => void, string>();
  return {
    begin: (delivery) =>
      new Promise((resolve) => {
        const controller = new AbortController();
        const cut = (code: string) => {
          underWay.delete(cancel);
          resolve({ is: 'retry', code });
          controller.abort();
        };
        const disarm = clock.after(timeoutMs, () => cut('timeout'));
        const cancel = () => {
          disarm();
          cut('cancelled');
        };
        underWay.set(cancel, delivery.lead);
        const deliver = async () => port.deliver(delivery, controller.signal);
        deliver().then(resolve, () => resolve({ is: 'retry', code: 'network.failed' }));
      }),
    cancel(lead) {
      for (const [cancel, of] of underWay) if (of === lead) cancel();
    },
    cancelAll() {
      for (const cancel of underWay.keys()) cancel();
    },
  };
};
