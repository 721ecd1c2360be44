/**
 * Times that a prospect can ask for: cut out of the opening hours, on the wall clock of the company's zone. A
 * slot is two instants, so that it means the same in every zone and across clock changes.
 */
import { textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import { listOf } from '../qualification/unchecked.js';
import { dueAfter } from './due.js';
import { openings, spansOf, type Hours } from './hours.js';
import { isoOf, MINUTE_MS, msOf, zoneNamed } from './zone.js';

export interface Slot {
  readonly start: Iso;
  /** Exclusive. */
  readonly end: Iso;
}

export interface SlotTerms {
  readonly hours: Hours | undefined;
  /** Now. */
  readonly from: Iso;
  /** How much notice people need, counted in opening hours: "30 minutes", "2 hours", "1 business day". */
  readonly leadTime: string;
  /** Length of a slot in minutes; it must end while open. */
  readonly minutes: number;
  /** Minutes from one start to the next, counted from the beginning of each stretch of opening time. */
  readonly every: number;
  /** So many days on which something is free, of the company's calendar. */
  readonly days: number;
  /** Times that are gone; whatever touches one is left out. */
  readonly taken?: readonly Slot[];
}

/** More would be no choice any more; also what keeps an unchecked playbook from filling the page. */
const MOST = 400;

/**
 * The slots, in order, each once. Counted in elapsed minutes from each opening, so that a night shift through a
 * clock change has an hour more or less of them, and none that does not exist or occurs twice. None without
 * readable hours, for an unreadable time, and where nobody is there within some two years.
 */
export const slotsFor = (terms: SlotTerms): readonly Slot[] => {
  const { hours, days, taken = [] } = terms;
  const spans = spansOf(hours);
  const earliest = dueAfter(terms.leadTime, hours, terms.from) ?? terms.from;
  const earliestMs = msOf(earliest);
  if (!hours || spans.length === 0 || earliestMs === undefined) return [];
  const spanMs = atLeastOne(terms.minutes) * MINUTE_MS;
  const everyMs = atLeastOne(terms.every) * MINUTE_MS;
  const gone = taken.map(({ start, end }) => [msOf(start) ?? 0, msOf(end) ?? 0] as const);
  const starts = new Set<number>();
  const seen = new Set<number>();
  for (const opening of openings(zoneNamed(textOf(hours.zone)), spans, listOf(hours.closed), earliestMs)) {
    if (seen.size >= days && !seen.has(opening.day)) break;
    for (let startMs = opening.startMs; startMs + spanMs <= opening.endMs; startMs += everyMs) {
      if (startMs < earliestMs) continue;
      if (gone.some(([from, to]) => startMs < to && startMs + spanMs > from)) continue;
      seen.add(opening.day);
      starts.add(startMs);
      if (starts.size >= MOST) return slotsAt(starts, spanMs);
    }
  }
  return slotsAt(starts, spanMs);
};

const atLeastOne = (minutes: number): number => (minutes >= 1 ? minutes : 1);

const slotsAt = (starts: ReadonlySet<number>, spanMs: number): readonly Slot[] =>
  [...starts]
    .sort((a, b) => a - b)
    .map((startMs) => ({ start: isoOf(startMs), end: isoOf(startMs + spanMs) }));

/**
 * By how many minutes the wall clock of a zone is ahead of that of another at an instant: negative where it is
 * behind. Zero for an unreadable time; an unknown zone counts as UTC.
 */
export const minutesAhead = (zone: string, other: string, at: Iso): number => {
  const ms = msOf(at);
  return ms === undefined
    ? 0
    : Math.round((zoneNamed(zone).localMs(ms) - zoneNamed(other).localMs(ms)) / MINUTE_MS);
};
