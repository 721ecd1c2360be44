import type { Delivery, Outcome } from './delivery.js';

export type Accounting = Readonly<
  Record<'accepted' | 'acknowledged' | 'queued' | 'parked' | 'expired' | 'superseded' | 'forgotten', number>
>;

/** A delivery handed out for sending. */
export interface Claimed {
  readonly delivery: Delivery;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** When something will be due again: milliseconds since 1970, or null when nothing waits. */
export type DueMs = number | null;

/**
 * Keeps deliveries until they are acknowledged. `accepted = acknowledged + queued + parked + expired +
 * superseded + forgotten` holds after every call.
 */
export interface OutboxStore {
  /** durable: survives a killed browser. memory: lives as long as this page. */
  readonly tier: 'durable' | 'memory';
  /**
   * Allots the next revision of this lead, builds the delivery with it and commits it, all in one
   * transaction. Resolves only when it is durably stored; rejects when it cannot be.
   */
  commit(lead: string, make: (revision: number) => Delivery): Promise<Delivery>;
  /** The next due delivery, leased to `owner` until `nowMs + leaseMs`; null when nothing is due. An older queued revision of the same lead is superseded. */
  claim(owner: string, nowMs: number, leaseMs: number): Promise<Claimed | null>;
  /** Records how an attempt ended. `dueMs` is when to try again (retry, park). Acknowledged bodies are erased. */
  settle(key: string, outcome: Outcome, dueMs: DueMs, nowMs: number): Promise<void>;
  /** When the next delivery is due. */
  nextDue(nowMs: number): Promise<DueMs>;
  /** State of every known delivery of a lead, newest revision first. */
  statesOf(lead: string): Promise<
    readonly {
      readonly revision: number;
      readonly state: DeliveryState;
      readonly atMs: number;
      readonly code?: string;
    }[]
  >;
  counts(): Promise<Accounting>;
  /** Makes everything that waits due now (the network returned, or somebody asked for it). */
  hurry(nowMs: number): Promise<void>;
  /** Erases queued bodies of a lead. Answers whether any attempt was ever made. */
  forget(lead: string): Promise<boolean>;
}

export type DeliveryState =
  'queued' | 'sending' | 'acknowledged' | 'parked' | 'expired' | 'superseded' | 'forgotten';
