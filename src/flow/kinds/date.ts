/** A day, as people write it: "2026-12-15", "15.12.2026", "12/3/2026", "15 Dec 2026", "١٥ ديسمبر ٢٠٢٦", "tomorrow". */
import { textOf } from '../lenient.js';
import { type Asked, type Parse, refused } from './answer-kind.js';
import { folded } from './clean-text.js';
import { withPlainDigits } from './digits.js';
import { isMonthFirst, monthNamed } from './month-names.js';

const LONGEST_RAW = 100;
const DAY_MS = 86_400_000;

/** Days from today. */
const NEARBY: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['heute', 0],
  ['morgen', 1],
  ['übermorgen', 2],
  ['اليوم', 0],
  ['غدا', 1],
  ['غدًا', 1],
  ['بعد غد', 2],
]);

/** One day, kept as `YYYY-MM-DD`, within the step's bounds. */
export const parseDate: Parse = (raw, asked) => {
  const found = raw.length > LONGEST_RAW ? 'unreadable' : dayIn(raw, asked);
  if (!/^\d/.test(found)) return refused(`date.${found}`);
  const [earliest, latest] = [boundOf(asked.step.earliest, asked), boundOf(asked.step.latest, asked)];
  const { locale } = asked;
  if (earliest && found < earliest)
    return refused('date.too-early', { earliest: dayLabel(earliest, locale) });
  if (latest && found > latest) return refused('date.too-late', { latest: dayLabel(latest, locale) });
  return { ok: true, value: found, label: dayLabel(found, locale) };
};

/** The day as a language writes it, for example "15 December 2026". */
export const dayLabel = (day: string, locale: string): string => {
  try {
    return new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      calendar: 'gregory',
      timeZone: 'UTC',
    }).format(Date.parse(day));
  } catch {
    return day;
  }
};

/** Today where the visitor is; `undefined` when nobody said what time it is. */
function todayOf({ at, timeZone }: Asked): string | undefined {
  const ms = Date.parse(at ?? '');
  if (Number.isNaN(ms)) return undefined;
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(ms);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  } catch {
    return new Date(ms).toISOString().slice(0, 10);
  }
}

/** A bound of the step; a time that nobody knows bounds nothing. */
const boundOf = (bound: unknown, asked: Asked): string | undefined =>
  bound === 'today' ? todayOf(asked) : textOf(bound) || undefined;

/** The day, or the end of the code that says why there is none. */
function dayIn(raw: string, asked: Asked): string {
  const text = withPlainDigits(folded(raw.replace(/\p{Cf}/gu, ''))).replace(/[.!]$/, '');
  const away = NEARBY.get(text);
  if (away !== undefined) {
    const today = todayOf(asked);
    return today ? new Date(Date.parse(today) + away * DAY_MS).toISOString().slice(0, 10) : 'unreadable';
  }
  const [, y, m, d] = /^(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})$/.exec(text) ?? [];
  if (y) return dayOf(Number(y), Number(m), Number(d));
  const numbers = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)$/.exec(text);
  return numbers ? inNumbers(numbers, asked.locale) : inWords(text, asked.locale);
}

/**
 * Two numbers and a year. Between points the day comes first everywhere; else the language says, and where it
 * may be either and both would be days, nothing is guessed.
 */
function inNumbers([, first, mark, second, written = '']: RegExpExecArray, locale: string): string {
  const [a, b] = [Number(first), Number(second)];
  // 26-12-15 may begin with the year as well.
  if (written.length === 2 && mark === '-') return 'ambiguous';
  const year = Number(written) + (written.length === 2 ? 2000 : 0);
  const dayFirst = dayOf(year, b, a);
  const monthFirst = dayOf(year, a, b);
  if (mark === '.' || a === b || !/^\d/.test(monthFirst)) return dayFirst;
  if (!/^\d/.test(dayFirst)) return monthFirst;
  const order = isMonthFirst(locale);
  return order === undefined ? 'ambiguous' : order ? monthFirst : dayFirst;
}

/** "15 Dec 2026", "Tuesday, December 15th, 2026", "15. Dezember 2026". */
function inWords(text: string, locale: string): string {
  const numbers = text.match(/\d+/g) ?? [];
  const month = monthNamed(text.replace(/\d+(?:st|nd|rd|th)?(?![\p{L}])/gu, ' '), locale);
  if (month === undefined) return 'unreadable';
  const [day, another] = numbers.filter((one) => one.length < 3);
  const [year] = numbers.filter((one) => one.length === 4);
  if (day === undefined || another !== undefined || numbers.length > 2) return 'unreadable';
  return year === undefined ? 'year-missing' : dayOf(Number(year), month, Number(day));
}

/** As ISO, when the calendar has such a day. */
function dayOf(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : 'impossible';
}
