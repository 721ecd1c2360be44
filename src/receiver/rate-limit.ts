/** Counts what somebody did lately, for a handful of somebodies: senders of leads, attempts to log in. */
import type { Clock } from '../ports/clock.js';

export interface RateLimit {
  /** Counts one more by `who`; answers the seconds to wait when that is too many, else null. */
  take(who: string): number | null;
}

/**
 * At most `most` in any `windowMs` for each name. Remembers at most `names` names: beyond that the ones seen
 * longest ago are forgotten, so that a flood of made-up names cannot fill the memory.
 */
export const createRateLimit = (
  clock: Pick<Clock, 'monotonicMs'>,
  { most, windowMs, names = 10_000 }: { most: number; windowMs: number; names?: number },
): RateLimit => {
  const seen = new Map<string, number[]>();
  return {
    take: (who) => {
      const now = clock.monotonicMs();
      const times = (seen.get(who) ?? []).filter((at) => at > now - windowMs);
      seen.delete(who);
      seen.set(who, times);
      const oldestName = seen.size > names ? seen.keys().next().value : undefined;
      if (oldestName !== undefined) seen.delete(oldestName);
      const oldest = times[0];
      if (times.length >= most)
        return oldest === undefined ? windowMs / 1000 : (oldest + windowMs - now) / 1000;
      times.push(now);
      return null;
    },
  };
};
