/** Opening hours: reading them, and when they are. Times are wall times of the zone, also across clock changes. */
import { textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { Routing } from '../playbook/schema.js';
import { listOf } from '../qualification/unchecked.js';
import { DAY_MS, isoOf, MINUTE_MS, msOf, zoneNamed, type Zone } from './zone.js';

export type Hours = NonNullable<Routing['hours']>;

/** A stretch of opening time that begins on one weekday. */
export interface Span {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly from: number;
  /** Minutes after the same midnight; above 1440 when it runs past the next one. */
  readonly to: number;
}

/** A stretch of opening time on the calendar. */
export interface Opening {
  /** Days since 1970-01-01 of the local date on which it begins. */
  readonly day: number;
  readonly startMs: number;
  readonly endMs: number;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Openings are looked for this many days ahead; whoever is closed for longer never opens. */
export const HORIZON_DAYS = 800;

/**
 * Reads one line, for example "Mon-Fri 09:00-17:30", "Sat, Sun 10:00-14:00", "Mon-Thu 09:00-12:00,
 * 13:00-17:00" or, past midnight, "Fri 18:00-02:00". Days are English, three letters or in full; a range
 * may run over Sunday. Null when it cannot be read.
 */
export const parseHours = (line: string): readonly Span[] | null => {
  const times = line.search(/\d/);
  if (times < 0) return null;
  const weekdays = line.slice(0, times).split(',').map(weekdaysIn);
  const ranges = line.slice(times).split(',').map(rangeIn);
  const spans: Span[] = [];
  for (const range of ranges) {
    for (const days of weekdays) {
      if (range === null || days === null) return null;
      spans.push(...days.map((weekday) => ({ weekday, ...range })));
    }
  }
  return spans;
};

const weekdaysIn = (text: string): readonly number[] | null => {
  const [first = '', last = first, ...more] = text.split(/[-–]/).map((day) => day.trim().toLowerCase());
  const [from, to] = [first, last].map(weekdayNamed);
  if (from === undefined || to === undefined || from < 0 || to < 0 || more.length > 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7);
};

const weekdayNamed = (name: string): number =>
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?$/.test(name)
    ? WEEKDAYS.indexOf(name.slice(0, 3))
    : -1;

const rangeIn = (text: string): { readonly from: number; readonly to: number } | null => {
  const [from, to, ...more] = text.split(/[-–]/).map(minutesIn);
  if (from === undefined || to === undefined || more.length > 0) return null;
  if (from < 0 || to < 0 || from >= 1440) return null;
  return { from, to: to > from ? to : to + 1440 };
};

/** Minutes after midnight of "09:30"; -1 when it is no time. "24:00" is one. */
const minutesIn = (text: string): number => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= 1440 ? total : -1;
};

/** Every span that can be read, in the order of the day; unreadable lines are for the check to report. */
export const spansOf = (hours: Hours | undefined): readonly Span[] =>
  listOf(hours?.open)
    .flatMap((line) => parseHours(textOf(line)) ?? [])
    .sort((a, b) => a.from - b.from);

/** The stretches of opening time that end after an instant, in order. Ends after some two years. */
export function* openings(
  zone: Zone,
  spans: readonly Span[],
  closed: readonly string[],
  fromMs: number,
): Generator<Opening> {
  const shut = new Set(closed);
  const today = Math.floor(zone.localMs(fromMs) / DAY_MS);
  // What began yesterday may run past midnight.
  for (let day = today - 1; day <= today + HORIZON_DAYS; day += 1) {
    if (shut.has(isoOf(day * DAY_MS).slice(0, 10))) continue;
    for (const span of spans) {
      // 1970-01-01 was a Thursday.
      if (span.weekday !== (((day + 3) % 7) + 7) % 7) continue;
      const startMs = zone.instantMs(day * DAY_MS + span.from * MINUTE_MS);
      const endMs = zone.instantMs(day * DAY_MS + span.to * MINUTE_MS);
      if (endMs > fromMs) yield { day, startMs, endMs };
    }
  }
}

/** When somebody is there next: `at` itself while open. Without readable hours always; undefined if never. */
export const opensAt = (hours: Hours | undefined, at: Iso): Iso | undefined => {
  const atMs = msOf(at);
  if (atMs === undefined) return undefined;
  const spans = spansOf(hours);
  if (!hours || spans.length === 0) return isoOf(atMs);
  const [next] = openings(zoneNamed(textOf(hours.zone)), spans, listOf(hours.closed), atMs);
  return next && isoOf(Math.max(atMs, next.startMs));
};

/** Whether somebody is there. Without readable hours always. */
export const isOpen = (hours: Hours | undefined, at: Iso): boolean => {
  const next = opensAt(hours, at);
  return next !== undefined && msOf(next) === msOf(at);
};
