import type { Delivery, Outcome } from './delivery.js';

/** How many deliveries ended, or stand, where. Every delivery is counted once, for as long as the store lives. */
export type Accounting = Readonly<
  Record<'accepted' | 'acknowledged' | 'queued' | 'parked' | 'expired' | 'superseded' | 'forgotten', number>
>;

/** queued, sending and parked ones still have their body; all others have lost it for good. */
export type DeliveryState =
  'queued' | 'sending' | 'acknowledged' | 'parked' | 'expired' | 'superseded' | 'forgotten';

/** When something will be due again: milliseconds since 1970, or null when nothing waits. */
export type DueMs = number | null;

/** Everything known of one delivery but its bytes. Nothing in it is personal. */
export interface DeliveryRecord {
  readonly key: string;
  readonly lead: string;
  readonly revision: number;
  readonly state: DeliveryState;
  readonly committedMs: number;
  /** When the state was last written. */
  readonly atMs: number;
  /** Attempts begun so far. */
  readonly attempts: number;
  /** queued and parked: the next try. sending: the end of the lease. Null: never again. */
  readonly dueMs: DueMs;
  /** Who is sending it, or holds it back. */
  readonly owner?: string;
  /** Held back until `dueMs`; until then only the owner may send it, and only while its page is left. */
  readonly held?: true;
  /** Why the last attempt failed. Absent before the first failure. */
  readonly code?: string;
  /** The last failure came with an answer, so it was not the network's. */
  readonly answered?: boolean;
  /**
   * The visitor had the lead erased. Its records go as soon as the receiver knows of that, at once where it never
   * heard of the lead.
   */
  readonly erased?: true;
  /** See Delivery. */
  readonly once?: true;
  /** Of what is not complete or was taken back. */
  readonly phase?: Delivery['phase'];
  /** An attempt ended without a clear answer: the destination may have it. */
  readonly unsure?: true;
  /** There was surely no network when the last attempt began. */
  readonly offline?: boolean;
  /** Acknowledged, as far as one may know: nobody saw what the destination said. */
  readonly unseen?: boolean;
  /** When the destination began to fail; absent when it did not, or when there was surely no network. */
  readonly failingMs?: number;
  /** The destination that takes over has it now. */
  readonly backup?: true;
}

export interface CommitTerms {
  /** The revision is above this one. Default 0. */
  readonly after?: number;
  /** Who commits. */
  readonly owner?: string;
  /** How long it is held back, for a destination that makes a record of everything. Default 0. */
  readonly holdMs?: number;
  /** See ClaimTerms. */
  readonly wasBegun?: ClaimTerms['wasBegun'];
}

/** A delivery handed out for sending. */
export interface Claimed {
  readonly delivery: Delivery;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

export interface ClaimTerms {
  /** Who asks: different for every page. */
  readonly owner: string;
  /** Nobody else can be sending now (a lock says so), so leases of others are left over from dead pages. */
  readonly alone: boolean;
  readonly nowMs: number;
  readonly leaseMs: number;
  /** Age after which a delivery that was tried in vain expires. */
  readonly giveUpMs: number;
  /** Age after which the record of a finished delivery is dropped. */
  readonly receiptMs: number;
  /** There is surely no network. */
  readonly offline?: boolean;
  /** Claims this one, which the owner holds back, and nothing else. */
  readonly only?: string;
  /** Whether a request for this key was begun, and its end not noted yet. */
  readonly wasBegun?: (key: string) => boolean;
}

export interface Claim {
  /** Leased to the owner until `nowMs + leaseMs`; null when nothing is due. */
  readonly claimed: Claimed | null;
  /** When the next one is due; null when nothing waits. Of no meaning when something was claimed. */
  readonly dueMs: DueMs;
  /** What this call gave up. */
  readonly expired: readonly DeliveryRecord[];
  /** What pages sent that did not live to see the answer, for destinations that get one thing only. */
  readonly handed: readonly DeliveryRecord[];
}

export interface Settlement {
  readonly owner: string;
  readonly key: string;
  /** superseded: another copy of the delivery, in a better place, is carried on with. Not while it is being sent. */
  readonly outcome: Outcome | { readonly is: 'superseded' };
  /** When to try again (retry, park); null never. */
  readonly dueMs: DueMs;
  readonly nowMs: number;
  /** How long a destination may fail until the other one takes over. Default: for ever. */
  readonly backupMs?: number;
  /** There is surely no network: no destination is to blame. */
  readonly offline?: boolean;
}

/**
 * Keeps deliveries until they are acknowledged. `accepted = acknowledged + queued + parked + expired +
 * superseded + forgotten` holds after every call (`sending` counts as queued). Any call may reject when the
 * place cannot be reached; nothing is changed then.
 */
export interface OutboxStore {
  /** durable: survives a killed browser. memory: lives as long as this page. */
  readonly tier: 'durable' | 'memory';
  /**
   * Allots the next revision of this lead, builds the delivery with it and commits it, all in one transaction. Older
   * revisions that wait are superseded. Resolves only when it is stored as the tier promises; rejects when it cannot
   * be. Null, and nothing is changed, where the destination gets one thing only and may have it already, or another
   * page may be sending it right now; and for a withdrawal from there.
   */
  commit(lead: string, make: (revision: number) => Delivery, terms?: CommitTerms): Promise<Delivery | null>;
  /** The next due delivery. A lease that is over counts as queued. */
  claim(terms: ClaimTerms): Promise<Claim>;
  /**
   * Records how an attempt ended and answers the state it led to; null for an unknown key. Acknowledged
   * bodies are erased. Failures reported by somebody who no longer holds the lease change nothing. After a final
   * refusal, or after failing for `backupMs`, it is queued for the destination that takes over, if there is one.
   */
  settle(settlement: Settlement): Promise<DeliveryState | null>;
  /** Every known delivery of a lead, newest revision first. */
  recordsOf(lead: string): Promise<readonly DeliveryRecord[]>;
  counts(): Promise<Accounting>;
  /** Makes due now what waits for the network (returned), or everything that waits, parked or not (asked), but what is held back. */
  hurry(nowMs: number, why: 'returned' | 'asked'): Promise<void>;
  /** Erases every body of a lead. Answers whether its destination may have any of it. */
  forget(lead: string, nowMs: number): Promise<boolean>;
}
