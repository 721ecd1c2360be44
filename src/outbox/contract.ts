/** What the outbox looks like from outside. One per page; conversations share it. */
import type { Lead } from '../lead/lead.js';
import type { Delivery } from '../ports/delivery.js';
import type { HandoverPort } from '../ports/handover.js';
import type { Accounting } from '../ports/outbox-store.js';

/** A lead as its destination takes it: everything of a delivery but the time of the commit. */
export type WriteLead = (lead: Lead) => Omit<Delivery, 'committedAt' | 'phase'>;

interface OfDelivery {
  /** The lead id is also the right to change the lead: keep it out of what other scripts can read. */
  readonly lead: string;
  readonly revision: number;
}

/** What happened to a delivery, on this page. Nothing personal. */
export type OutboxFact =
  | (OfDelivery & { readonly type: 'accepted'; readonly durable: boolean })
  | (OfDelivery & { readonly type: 'attempting'; readonly attempt: number })
  /** confirmed: the destination said so. If not, nobody may read or nobody saw what it said. */
  | (OfDelivery & { readonly type: 'delivered'; readonly attempts: number; readonly confirmed: boolean })
  /** Failed for now; tried again at `dueMs` (milliseconds since 1970), or earlier when the network returns. */
  | (OfDelivery & { readonly type: 'waiting'; readonly code: string; readonly dueMs: number })
  /** Refused as it is. Kept and probed rarely. */
  | (OfDelivery & { readonly type: 'parked'; readonly code: string })
  /** Given up after too long; its body is erased. */
  | (OfDelivery & { readonly type: 'expired'; readonly code: string })
  /** storage.unavailable, lead.unwritable, outbox.broken. */
  | { readonly type: 'problem'; readonly code: string };

export interface Outbox {
  /** The hand-over of one conversation. `write` turns its leads into what its destination takes. */
  handover(write: WriteLead): HandoverPort;
  /** Called for every fact; returns the way to stop. */
  onFact(run: (fact: OutboxFact) => void): () => void;
  /** How many deliveries stand where, in all places together. */
  counts(): Promise<Accounting>;
  /** Tries everything that waits at once, parked or not. */
  hurry(): void;
  /** Whether records of finished deliveries are kept for a while, as they are unless somebody says no, or not at all. */
  keepReceipts(keep: boolean): void;
  /** Ends this page's sending. What is queued stays queued; what is being sent is free again when its lease ends. */
  stop(): void;
}
