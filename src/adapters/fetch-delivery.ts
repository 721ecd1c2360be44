/**
 * Sends one attempt with `fetch`. Whatever the page's other scripts made of `fetch`, this never throws and
 * never rejects; a `fetch` that never settles ends with the signal.
 */
import type { Delivery, DeliveryPort, EndpointAnswer, Outcome } from '../ports/delivery.js';
import { keepaliveBudget, type KeepaliveBudget } from './keepalive-budget.js';

export interface FetchDeliveryOptions {
  /** What an answer means for a delivery. */
  readonly judge: (answer: EndpointAnswer, delivery: Delivery) => Outcome;
  /** The `fetch` to use, for example the one from before other scripts wrapped it. */
  readonly fetch?: typeof fetch;
  /** Shared by everything of ours on the page. */
  readonly budget?: KeepaliveBudget;
  /** Milliseconds since some start. */
  readonly monotonicMs?: () => number;
}

/** How much of an answer is kept. The rest is read too, to free the keepalive share, and dropped. */
const MOST_BYTES = 16 * 1024;
/** A request that fails this fast did not get out: the page's other scripts have used up the keepalive allowance. */
const AT_ONCE_MS = 100;

const pageBudget = keepaliveBudget();

const failed: Outcome = { is: 'retry', code: 'network.failed' };

/** Delivers by POST. The body's bytes are the frozen ones; only the transport differs between attempts. */
export const fetchDelivery = ({
  judge,
  fetch: send = globalThis.fetch.bind(globalThis),
  budget = pageBudget,
  monotonicMs = () => performance.now(),
}: FetchDeliveryOptions): DeliveryPort => {
  const post = async (delivery: Delivery, keepalive: boolean, signal: AbortSignal): Promise<Response> => {
    const response = await send(delivery.url, {
      method: 'POST',
      headers: { ...delivery.headers, 'Content-Type': delivery.contentType },
      body: delivery.body,
      keepalive,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      // Whoever lets no page read the answer is asked in the one way in which that is no error.
      mode: delivery.answers === 'unseen' ? 'no-cors' : 'cors',
      // "manual" follows nothing, and lets us tell a redirect from a dead network.
      redirect: delivery.answers ? 'follow' : 'manual',
      // The receiver learns the site, not which page of it or what its address carried.
      referrerPolicy: 'strict-origin',
    });
    if (typeof response?.status !== 'number') throw new TypeError('fetch gave no response');
    return response;
  };

  const attempt = async (delivery: Delivery, signal: AbortSignal): Promise<Outcome> => {
    let giveBack = budget.take(new TextEncoder().encode(delivery.body).length);
    const startedMs = monotonicMs();
    try {
      const response = await post(delivery, giveBack !== null, signal).catch((error: unknown) => {
        giveBack?.();
        if (giveBack === null || signal.aborted || monotonicMs() - startedMs > AT_ONCE_MS) throw error;
        giveBack = null;
        return post(delivery, false, signal);
      });
      if (response.type === 'opaqueredirect') {
        giveBack?.();
        return { is: 'park', code: 'redirected' };
      }
      if (response.type === 'opaque') {
        giveBack?.();
        return { is: 'acknowledged', status: 0 };
      }
      const body = await readBody(response, signal, () => giveBack?.());
      const header = (name: string) => response.headers?.get(name) ?? null;
      const { status } = response;
      return judge({ status, body, retryAfter: header('Retry-After'), date: header('Date') }, delivery);
    } catch {
      giveBack?.();
      return failed;
    }
  };

  return {
    deliver: (delivery, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(failed), { once: true });
        attempt(delivery, signal).then(resolve, () => resolve(failed));
      }),
  };
};

/**
 * The first 16 KiB of an answer; what arrived when it breaks off. Resolves as soon as that much is there, and
 * goes on reading to the end, which it tells by calling `onDrained`. Never rejects.
 */
const readBody = (response: Response, signal: AbortSignal, onDrained: () => void): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const drain = async () => {
      const reader = response.body?.getReader();
      if (!reader) {
        // No stream: no body at all, or a polyfilled fetch that knows only the whole text.
        text = response.body === null ? '' : (await response.text()).slice(0, MOST_BYTES);
        return;
      }
      const decoder = new TextDecoder();
      let room = MOST_BYTES;
      for (;;) {
        const { done, value } = await reader.read();
        if (done || signal.aborted) return;
        if (room <= 0) continue;
        text += decoder.decode(value.subarray(0, room), { stream: true });
        room -= value.length;
        if (room <= 0) resolve(text);
      }
    };
    drain()
      .catch(() => {})
      .finally(() => {
        onDrained();
        resolve(text);
      });
  });
