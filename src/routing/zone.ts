/**
 * Wall clocks of a time zone, by the zone data of the platform's `Intl`. Local moments are counted in
 * milliseconds as if the wall clock showed UTC, so that dates and weekdays are plain arithmetic.
 */

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

export interface Zone {
  /** What the wall clock shows at an instant: `new Date(localMs)` read in UTC gives its date and time. */
  localMs(atMs: number): number;
  /**
   * The instant at which the wall clock shows this. A time that occurs twice (clocks go back) means the
   * first; one that is skipped (clocks go forward) means as long after the change as it is after the gap
   * began.
   */
  instantMs(localMs: number): number;
}

/** A zone by its IANA name, for example "Europe/London". An unknown name reads as UTC. */
export const zoneNamed = (name: string): Zone => {
  const parts = formatterFor(name);
  const localMs = (atMs: number): number => {
    const shown = new Map(parts.formatToParts(atMs).map((part) => [part.type, Number(part.value)]));
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => shown.get(type));
    return Date.UTC(year, month - 1, day, hour, minute, second) + (((atMs % 1000) + 1000) % 1000);
  };
  const instantMs = (wanted: number): number => {
    const before = wanted - (localMs(wanted - DAY_MS) - (wanted - DAY_MS));
    const after = wanted - (localMs(wanted + DAY_MS) - (wanted + DAY_MS));
    const [first, last] = [Math.min(before, after), Math.max(before, after)];
    return localMs(first) === wanted ? first : last;
  };
  return { localMs, instantMs };
};

const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const asked = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...asked, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...asked, timeZone: 'UTC' });
  }
};

/** Milliseconds of an ISO time; undefined when it is not one, or too far away to count on from. */
export const msOf = (iso: string): number | undefined => {
  const ms = Date.parse(iso);
  return Math.abs(ms) < 8e15 ? ms : undefined;
};

/** ISO 8601 UTC. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
