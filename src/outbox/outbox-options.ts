/** What an outbox is made of. */
import type { Clock, Randomness } from '../ports/clock.js';
import type { DeliveryPort } from '../ports/delivery.js';
import type { OutboxStore } from '../ports/outbox-store.js';
import type { BegunPort, LockPort, PagePort } from '../ports/page.js';
import type { RetryOptions } from './retry-policy.js';

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
  /** Left out: nothing is held back. */
  readonly begun?: BegunPort | undefined;
  /** Whether there is surely no network. Left out: never. */
  readonly isOffline?: () => boolean;
  /** Figures that differ from the defaults. */
  readonly retry?: Partial<RetryOptions>;
}
