/**
 * What a device remembers of visits and of teasers, each under a name of its own in `localStorage`. Reading writes
 * nothing; whatever stands there was written by anybody.
 */
import { keptVisitsIn, type KeptVisits } from '../arrival/kept-visits.js';
import type { Shown } from '../arrival/frequency.js';
import { isRecord } from '../flow/lenient.js';
import type { Clock } from '../ports/clock.js';
import { localArea, TEASER, VISITS, type StorageGetter } from './marker.js';

/** How long each is kept after it was written last. */
export const VISITS_MS = 180 * 86_400_000;
export const TEASER_MS = 180 * 86_400_000;

export interface VisitStoreOptions {
  readonly clock: Clock;
  /** The getter throws where storage is blocked. */
  readonly local?: StorageGetter;
}

/** Never throws: where storage is blocked, nothing is remembered. */
export interface VisitStore {
  visits(): KeptVisits | null;
  keepVisits(visits: KeptVisits): void;
  shown(): Shown | null;
  keepShown(shown: Shown): void;
  erase(): void;
}

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

const shownIn = (value: unknown): Shown | null => {
  if (!isRecord(value) || !Number.isInteger(value['times']) || Number(value['times']) < 0) return null;
  const { times, at, dismissedAt } = value;
  return {
    times: Number(times),
    ...(isTime(at) && { at }),
    ...(isTime(dismissedAt) && { dismissedAt }),
  };
};

export const visitStore = ({ clock, local = localArea }: VisitStoreOptions): VisitStore => {
  const read = (key: string): unknown => {
    try {
      const value: unknown = JSON.parse(local().getItem(key) ?? 'null');
      const isOver = isRecord(value) && !(Number(value['expiresAt']) > clock.nowMs());
      if (isOver) local().removeItem(key);
      return isOver ? null : value;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: object, lifetimeMs: number): void => {
    try {
      local().setItem(key, JSON.stringify({ ...value, expiresAt: clock.nowMs() + lifetimeMs }));
    } catch {
      // Blocked or full: it holds as long as this page.
    }
  };
  return {
    visits: () => keptVisitsIn(read(VISITS)),
    keepVisits: (visits) => write(VISITS, visits, VISITS_MS),
    shown: () => shownIn(read(TEASER)),
    keepShown: (shown) => write(TEASER, shown, TEASER_MS),
    erase() {
      try {
        for (const key of [VISITS, TEASER]) local().removeItem(key);
      } catch {
        // Blocked storage holds nothing.
      }
    },
  };
};
