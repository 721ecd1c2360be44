import type { AcceptedBy } from '../formats/accepted.js';
import type { Lead } from '../lead/lead.js';

/** One revision of one lead on its way: bytes frozen at commit. */
export interface Delivery {
  /** `<lead id>.<revision>`; the idempotency key. */
  readonly key: string;
  readonly lead: string;
  readonly revision: number;
  readonly url: string;
  readonly contentType: string;
  /** Headers besides Content-Type, for example Idempotency-Key. */
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  /** How an answer is judged. A name that is not known any more counts as "echo". */
  readonly acceptedBy: AcceptedBy | string;
  /**
   * Left out: the endpoint itself answers. elsewhere: it redirects to its answer. unseen: no page may read the
   * answer; all there is to know is that something answered.
   */
  readonly answers?: 'elsewhere' | 'unseen';
  /** ISO UTC. */
  readonly committedAt: string;
  /** The destination makes a record of whatever it is sent, so one thing is sent to it. */
  readonly once?: true;
  /** The same revision for the destination that takes over. */
  readonly backup?: Omit<Delivery, 'committedAt' | 'backup'>;
  /** What the document says of itself. Left out: it is complete. */
  readonly phase?: Lead['phase'];
}

/** What an endpoint answered, as far as it is read. */
export interface EndpointAnswer {
  readonly status: number;
  /** The first 16 KiB as text; shorter when the answer broke off. */
  readonly body: string;
  /** The Retry-After header; null when absent or not exposed to us. */
  readonly retryAfter: string | null;
  /** The Date header, by the endpoint's own clock; null when absent or not exposed to us. */
  readonly date: string | null;
}

/** How one attempt ended. */
export type Outcome =
  /** Status 0: answered, but nobody may read what. */
  | { readonly is: 'acknowledged'; readonly status: number }
  /** Try again after backing off; never sooner than `retryAfterMs`. */
  | { readonly is: 'retry'; readonly code: string; readonly status?: number; readonly retryAfterMs?: number }
  /** Refused as it is: kept, probed rarely, reported. */
  | { readonly is: 'park'; readonly code: string; readonly status?: number; readonly retryAfterMs?: number }
  /** The endpoint says it is gone for good. */
  | { readonly is: 'stop'; readonly code: string; readonly status?: number };

/** Sends one attempt. Never rejects. `signal` cancels it. */
export interface DeliveryPort {
  deliver(delivery: Delivery, signal: AbortSignal): Promise<Outcome>;
}
