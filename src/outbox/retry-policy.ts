/** When to try again. Pure: time and chance come as arguments. */
import type { Outcome } from '../ports/delivery.js';
import type { DueMs } from '../ports/outbox-store.js';

/** Every figure of the outbox, in milliseconds. */
export interface RetryOptions {
  /** First wait after a failure; doubled by each further one. Default 1 s. */
  readonly baseMs: number;
  /** Longest wait between tries, unless the endpoint asks for more. Default 5 minutes. */
  readonly capMs: number;
  /** Longest Retry-After that is believed. Default 24 hours. */
  readonly retryAfterCapMs: number;
  /** Wait before a refused delivery is tried once more. Default 1 hour. */
  readonly probeMs: number;
  /** Age at which a delivery that was tried in vain is given up. Default 7 days. */
  readonly giveUpMs: number;
  /** Least distance between two attempts. Default 1 s. */
  readonly gapMs: number;
  /** How long one attempt may take, reading the answer included. Default 15 s. */
  readonly timeoutMs: number;
  /** How long a delivery belongs to the page that sends it; must exceed `timeoutMs`. Default 17 s. */
  readonly leaseMs: number;
  /** How long to wait for the lock before trusting the leases alone. Default 20 s. */
  readonly lockMs: number;
  /** How long a commit may take before it is held in memory instead. Default 500 ms. */
  readonly commitMs: number;
  /** How long the receipt of a finished delivery (no body, nothing personal) is kept, so that revisions go on counting. Default 31 days. */
  readonly receiptMs: number;
  /** How long a lead is held back for a destination that takes one thing only. Default 2 minutes. */
  readonly holdMs: number;
  /** How long a destination may fail until the other one takes over. Default 15 minutes. */
  readonly backupMs: number;
  /** Longest time to doze while something waits; shorter survives clock jumps better. Default 5 minutes. */
  readonly dozeMs: number;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

export const RETRY_DEFAULTS: RetryOptions = {
  baseMs: SECOND,
  capMs: 300 * SECOND,
  retryAfterCapMs: DAY,
  probeMs: HOUR,
  giveUpMs: 7 * DAY,
  gapMs: SECOND,
  timeoutMs: 15 * SECOND,
  leaseMs: 17 * SECOND,
  lockMs: 20 * SECOND,
  commitMs: 500,
  receiptMs: 31 * DAY,
  holdMs: 120 * SECOND,
  backupMs: 900 * SECOND,
  dozeMs: 300 * SECOND,
};

/**
 * Milliseconds to wait after `failures` earlier failures (0 for the first): `baseMs · 2ⁿ`, at most `capMs`,
 * times a factor in [0.5, 1) so that many clients do not return together. `unit` is a random number in [0, 1).
 */
export const backoffMs = (failures: number, unit: number, options: RetryOptions): number =>
  Math.min(options.capMs, options.baseMs * 2 ** Math.max(0, failures)) * (0.5 + unit / 2);

/**
 * Milliseconds to wait after attempt number `attempt` ended with `outcome`; null: never again, or no need to.
 * Never shorter than our own backoff, never longer than asked for by the endpoint up to `retryAfterCapMs`.
 * Source: RFC 9110 section 10.2.3 for Retry-After.
 */
export const waitMs = (outcome: Outcome, attempt: number, unit: number, options: RetryOptions): DueMs => {
  if (outcome.is === 'acknowledged' || outcome.is === 'stop') return null;
  const own = outcome.is === 'park' ? options.probeMs : backoffMs(attempt - 1, unit, options);
  return Math.max(own, Math.min(outcome.retryAfterMs ?? 0, options.retryAfterCapMs));
};
