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
  /** How an answer is judged: by status alone, or it must repeat the delivery key. See `formats/`. */
  readonly acceptedBy: string;
  /** ISO UTC. */
  readonly committedAt: string;
}

/** How one attempt ended. */
export type Outcome =
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
