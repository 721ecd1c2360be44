/** Tells pages which times are gone, so that they offer the others. Says nothing about who took them. */
import type { Iso } from '../flow/log.js';
import type { Slot } from '../routing/slots.js';
import type { Receiver } from './contract.js';
import { allowedOrigin, corsHeaders } from './origin.js';
import { Refusal } from './refusal.js';

export interface SlotRange {
  readonly from: Iso;
  readonly to: Iso;
  /** Key in the playbook's owners: only their times count. Absent: everybody's. */
  readonly owner?: string;
}

export interface TakenSlotsOptions {
  /** The times that are gone within a range, in any order. */
  readonly taken: (range: SlotRange) => Promise<readonly Slot[]>;
  /** As for leads: other origins whose pages may ask. */
  readonly origins: readonly string[];
  /** Told about failures; whoever asked only learns that nothing is known. */
  readonly onProblem?: (error: unknown) => void;
}

const MOST_DAYS = 100;
const DAY_MS = 86_400_000;

/**
 * Answers `GET ?from=…&to=…&owner=…` with `{"taken": [{"start", "end"}]}`, on whatever path it is mounted. 400
 * `slots.range-unreadable` without two readable times at most 100 days apart, 403 for other origins, 405 for other
 * methods, 503 when it is not known now; pages show every time then.
 */
export const createTakenSlots =
  ({ taken, origins, onProblem }: TakenSlotsOptions): Receiver =>
  async (request) => {
    let origin: string | null = null;
    const answer = (status: number, body: object, headers: { readonly [name: string]: string } = {}) =>
      new Response(JSON.stringify(body), {
        status,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          ...corsHeaders(origin),
          ...headers,
        },
      });
    try {
      if (request.method !== 'GET')
        throw new Refusal(405, 'method.not-allowed', 'Times are asked for here with GET.', {
          headers: { Allow: 'GET' },
        });
      origin = allowedOrigin(request, origins);
      const range = rangeIn(new URL(request.url).searchParams);
      const slots = await taken(range);
      // Whatever else is known of them stays here.
      return answer(200, { taken: slots.map(({ start, end }) => ({ start, end })) });
    } catch (error) {
      if (error instanceof Refusal)
        return answer(error.status, { code: error.code, message: error.message }, error.headers);
      onProblem?.(error);
      return answer(503, {
        code: 'slots.unavailable',
        message: 'Which times are gone is not known just now.',
      });
    }
  };

const rangeIn = (query: URLSearchParams): SlotRange => {
  const [from = '', to = '', owner] = ['from', 'to', 'owner'].map((name) => query.get(name) ?? undefined);
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (!(toMs >= fromMs && toMs - fromMs <= MOST_DAYS * DAY_MS))
    throw new Refusal(
      400,
      'slots.range-unreadable',
      '"from" and "to" are two times, at most 100 days apart.',
    );
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    ...(owner && { owner }),
  };
};
