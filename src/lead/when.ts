/** Times as a sales person reads them: in one zone, always written the same way. */
import type { Iso } from '../flow/log.js';
import { DAY_MS, msOf, zoneNamed } from '../routing/zone.js';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface When {
  /** "Tue 24 Nov". */
  day(at: Iso): string;
  /** "14:00". */
  clock(at: Iso): string;
  /** "15:12:04". */
  exact(at: Iso): string;
  /** "today", "tomorrow", "yesterday", else the day. */
  nearDay(at: Iso, now: Iso): string;
  /** "London", for the zone Europe/London. */
  readonly place: string;
}

/** Times in a zone; what is no time reads as empty, an unknown zone as UTC. */
export const whenIn = (zoneName: string): When => {
  const zone = zoneNamed(zoneName);
  const local = (at: Iso): Date | undefined => {
    const ms = msOf(at);
    return ms === undefined ? undefined : new Date(zone.localMs(ms));
  };
  const time = (at: Iso, length: number): string =>
    local(at)
      ?.toISOString()
      .slice(11, 11 + length) ?? '';
  const day = (at: Iso): string => {
    const date = local(at);
    return date ? `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` : '';
  };
  const dayNumber = (at: Iso): number => Math.floor((local(at)?.getTime() ?? NaN) / DAY_MS);
  return {
    day,
    clock: (at) => time(at, 5),
    exact: (at) => time(at, 8),
    nearDay: (at, now) => {
      const near = new Map([
        [0, 'today'],
        [1, 'tomorrow'],
        [-1, 'yesterday'],
      ]);
      return near.get(dayNumber(at) - dayNumber(now)) ?? day(at);
    },
    place: isZone(zoneName) ? (zoneName.split('/').at(-1) ?? zoneName).replace(/_/g, ' ') : 'UTC',
  };
};

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
};
