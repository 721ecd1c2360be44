/**
 * Takes in how far conversations come, where an owner wants to know: numbers without answers, ids or addresses.
 * Mounted below the address of the leads, at `/counts`. Like the receiver of leads it only takes.
 */
import type { Counts } from '../formats/counts.js';
import type { Clock } from '../ports/clock.js';
import { allowedOrigin, corsHeaders, preflight } from './origin.js';
import { checkMediaType, readBody } from './read-body.js';
import { readCounts } from './read-counts.js';
import { readJson } from './read-json.js';
import { Refusal } from './refusal.js';

export interface CountStore {
  /** Adds to what is there of this playbook on the day of `atMs` (Unix milliseconds). */
  add(counts: Counts, atMs: number): Promise<void>;
}

export interface CountReceiverOptions {
  readonly store: CountStore;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Other origins whose pages may send; compared exactly, as for leads. */
  readonly origins: readonly string[];
  /** Whether a playbook of this id is led by us; anything else is refused. */
  readonly isKnown: (playbookId: string) => boolean;
  /** Largest body in bytes. Default 32,768. */
  readonly maxBytes?: number;
  /** Seconds to wait before more are taken, or null when they are taken now. */
  readonly limit?: (request: Request) => number | null;
  readonly onProblem?: (error: unknown) => void;
}

const DEFAULT_MAX_BYTES = 32_768;

/**
 * Makes it. 204 when they were added; 400, 403, 405, 413, 415, 422 (`counts.invalid`, `playbook.unknown`), 429 and
 * 503 with `{code, message}` else. Nobody sends twice: what is refused is lost, and only numbers are lost with it.
 */
export const createCountReceiver =
  (options: CountReceiverOptions) =>
  async (request: Request): Promise<Response> => {
    let origin: string | null = null;
    const answer = (status: number, body: object | null, headers: { readonly [name: string]: string } = {}) =>
      new Response(body && JSON.stringify(body), {
        status,
        headers: {
          ...(body && { 'Content-Type': 'application/json; charset=utf-8' }),
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          ...corsHeaders(origin),
          ...headers,
        },
      });
    try {
      if (request.method !== 'POST' && request.method !== 'OPTIONS') {
        throw new Refusal(405, 'method.not-allowed', 'Counts are sent here with POST.', {
          headers: { Allow: 'POST, OPTIONS' },
        });
      }
      origin = allowedOrigin(request, options.origins);
      if (request.method === 'OPTIONS') return preflight(origin);
      await take(request, options);
      return answer(204, null);
    } catch (error) {
      if (error instanceof Refusal) {
        const { status, code, message, errors, headers } = error;
        return answer(status, { code, message, ...(errors && { errors }) }, headers);
      }
      options.onProblem?.(error);
      return answer(503, { code: 'receiver.unavailable', message: 'The counts could not be stored.' });
    }
  };

const take = async (request: Request, options: CountReceiverOptions): Promise<void> => {
  checkMediaType(request.headers.get('content-type'));
  const wait = options.limit?.(request) ?? null;
  if (wait !== null) {
    throw new Refusal(429, 'rate.limited', 'Too many counts at once.', {
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(wait))) },
    });
  }
  const bytes = await readBody(request, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const counts = readCounts(readJson(bytes));
  if (!options.isKnown(counts.playbook.id))
    throw new Refusal(422, 'playbook.unknown', 'No playbook of this id is led from here.');
  await options.store.add(counts, options.clock.nowMs());
};
