/** By when an answer is due: `answerWithin`, counted in opening hours. */
import { isRecord, textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { Routing } from '../playbook/schema.js';
import { listOf } from '../qualification/unchecked.js';
import { openings, spansOf, type Hours, type Opening, type Span } from './hours.js';
import { DAY_MS, isoOf, MINUTE_MS, msOf, zoneNamed, type Zone } from './zone.js';

const WORKING_WEEK: readonly Span[] = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, from: 0, to: 1440 }));

/** How soon to answer a lead of this band, as the playbook says it; empty where it does not. */
export const answerWithinOf = (routing: Routing | undefined, band?: string | null): string => {
  const within: unknown = routing?.answerWithin;
  return textOf(isRecord(within) ? (within[band ?? ''] ?? within['otherwise']) : within);
};

/**
 * When an answer is due that was asked for at `from`, for a lead of this band. Minutes and hours run only while open. A business day
 * ends at the same time of the next open day, or when that day's hours begin or end if they do not reach it;
 * asked for while closed, it counts from the next opening. Without readable hours minutes and hours run on
 * the clock, and business days are Monday to Friday in UTC. Undefined without `answerWithin`, for an
 * unreadable time, and when it never opens long enough.
 */
export const dueAt = (routing: Routing | undefined, from: Iso, band?: string | null): Iso | undefined =>
  dueAfter(answerWithinOf(routing, band), routing?.hours, from);

/** The same for any stretch of time in words. */
export const dueAfter = (within: string, hours: Hours | undefined, from: Iso): Iso | undefined => {
  const [, count, unit] = /^(\d{1,6}) (minute|hour|business day)s?$/.exec(within) ?? [];
  const fromMs = msOf(from);
  if (count === undefined || fromMs === undefined) return undefined;
  const spans = spansOf(hours);
  const timed = unit !== 'business day';
  const spanMs = Number(count) * MINUTE_MS * (unit === 'hour' ? 60 : 1);
  if (timed && spans.length === 0) return isoOf(fromMs + spanMs);

  const zone = zoneNamed(spans.length > 0 ? textOf(hours?.zone) : 'UTC');
  const ahead = openings(zone, spans.length > 0 ? spans : WORKING_WEEK, listOf(hours?.closed), fromMs);
  const dueMs = timed
    ? afterOpenTime(ahead, fromMs, spanMs)
    : afterOpenDays(ahead, zone, fromMs, Number(count));
  return dueMs === undefined ? undefined : isoOf(dueMs);
};

const afterOpenTime = (ahead: Iterable<Opening>, fromMs: number, spanMs: number): number | undefined => {
  let left = spanMs;
  let reachedMs = fromMs;
  for (const { startMs, endMs } of ahead) {
    const beginMs = Math.max(startMs, reachedMs);
    if (endMs <= beginMs) continue;
    if (left <= endMs - beginMs) return beginMs + left;
    left -= endMs - beginMs;
    reachedMs = endMs;
  }
  return undefined;
};

const afterOpenDays = (
  ahead: Iterable<Opening>,
  zone: Zone,
  fromMs: number,
  days: number,
): number | undefined => {
  let left = days;
  let day: number | undefined;
  let sinceMidnightMs = 0;
  let latest: number | undefined;
  for (const opening of ahead) {
    if (day === undefined) {
      day = opening.day;
      const beginMs = Math.max(opening.startMs, fromMs);
      sinceMidnightMs = zone.localMs(beginMs) - day * DAY_MS;
      if (left === 0) return beginMs;
    } else if (opening.day > day) {
      if (left === 0) return latest;
      day = opening.day;
      left -= 1;
    }
    if (left === 0) {
      const wantedMs = zone.instantMs(day * DAY_MS + sinceMidnightMs);
      if (wantedMs <= opening.endMs) return Math.max(wantedMs, opening.startMs);
      latest = opening.endMs;
    }
  }
  return latest;
};
