/** Months as languages call them, and the order in which they write a date. Names come from `Intl`. */
import { folded } from './clean-text.js';

/** Words around a month's name that say nothing more. */
const AROUND = ['of', 'the', 'on', 'am', 'den', 'der', 'im', 'في', 'يوم', 'من', 'شهر'];
const SUNDAY_MS = Date.UTC(2026, 0, 4);
const DAY_MS = 86_400_000;

/** Without accents, points and commas: "Mär." is "mar". */
const plain = (text: string): string =>
  folded(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

interface Names {
  /** Names of one month each, January first. */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: ReadonlySet<string>;
}

const known = new Map<string, Names>();

function namesIn(locale: string): Names {
  const before = known.get(locale);
  if (before) return before;
  const named = (ms: number, options: Intl.DateTimeFormatOptions, part: 'month' | 'weekday'): string =>
    plain(
      new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options })
        .formatToParts(ms)
        .find(({ type }) => type === part)?.value ?? '',
    );
  const names = {
    months: Array.from({ length: 12 }, (_, month) => {
      const ms = Date.UTC(2026, month, 1);
      // Beside a day the name may have another form: "1 grudnia", but "grudzień".
      return (['long', 'short'] as const).flatMap((style) => [
        named(ms, { month: style }, 'month'),
        named(ms, { month: style, day: 'numeric' }, 'month'),
      ]);
    }),
    weekdays: new Set(
      Array.from({ length: 7 }, (_, day) => SUNDAY_MS + day * DAY_MS).flatMap((ms) =>
        (['long', 'short'] as const).map((weekday) => named(ms, { weekday }, 'weekday')),
      ),
    ),
  };
  known.set(locale, names);
  return names;
}

/** The month, 1 to 12, that a text without its numbers names in this language or in English. */
export function monthNamed(text: string, locale: string): number | undefined {
  for (const language of [locale, 'en']) {
    try {
      const { months, weekdays } = namesIn(language);
      const words = plain(text)
        .split(' ')
        .filter((word) => !AROUND.includes(word) && !weekdays.has(word))
        .join(' ');
      const exact = months.findIndex((names) => names.includes(words));
      if (exact >= 0) return exact + 1;
      const begun = months.flatMap((names, i) =>
        words.length >= 3 && names.some((name) => name.startsWith(words)) ? [i + 1] : [],
      );
      if (begun.length === 1) return begun[0];
    } catch {
      // No language at all: English is next.
    }
  }
  return undefined;
}

/**
 * Whether a language writes 12/31 rather than 31/12; `undefined` for English of no country, which may be
 * either.
 */
export function isMonthFirst(locale: string): boolean | undefined {
  if (/^en$/i.test(locale)) return undefined;
  try {
    const types = new Intl.DateTimeFormat(locale, { calendar: 'gregory' })
      .formatToParts(0)
      .map(({ type }) => type);
    return types.indexOf('month') < types.indexOf('day');
  } catch {
    return undefined;
  }
}
