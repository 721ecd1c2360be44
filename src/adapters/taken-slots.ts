/** Asks the receiver which times are gone. Nothing about the visitor travels along. */
import { isRecord } from '../flow/lenient.js';
import type { TakenSlots } from '../ports/next-steps.js';
import type { Slot } from '../routing/slots.js';

/** Whoever waits longer chooses something else. */
const PATIENCE_MS = 3_000;

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isSlot = (value: unknown): value is Slot =>
  isRecord(value) && isTime(value['start']) && isTime(value['end']);

/** A GET with `from`, `to` and `owner`; the answer is `{"taken": [{"start": …, "end": …}]}`. */
export const takenSlotsOver =
  (send: typeof fetch = fetch): TakenSlots =>
  async ({ url, ...query }) => {
    try {
      const address = new URL(url);
      for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value);
      const answer = await send(address.href, {
        credentials: 'omit',
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const said: unknown = answer.ok ? await answer.json() : null;
      const taken = isRecord(said) ? said['taken'] : null;
      return Array.isArray(taken) ? taken.filter(isSlot) : [];
    } catch {
      return [];
    }
  };
