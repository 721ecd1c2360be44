/** Times and people in as few words as a list has room for. All times are those of the company's zone. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A lead may say anything, also the 99th of a month. */
const UNREADABLE = 'at an unreadable time';

/** For the list: "now", "4 min", "2 h", "3 d", "5 wk". */
export const ageOf = (at: Date, nowMs: number): string => {
  const passed = Math.max(0, nowMs - at.getTime());
  if (passed < MINUTE) return 'now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`;
  if (passed < 14 * DAY) return `${Math.floor(passed / DAY)} d`;
  return `${Math.floor(passed / (7 * DAY))} wk`;
};

export interface Due {
  /** soon: within the hour. late: over. */
  readonly state: 'late' | 'soon' | 'later';
  readonly text: string;
}

/** By when an answer is due: "late by 2 h", "due in 42 min", "due today 17:10", "due Wed 10:00". */
export const dueOf = (dueAt: string, nowMs: number, zone: string): Due => {
  const left = Date.parse(dueAt) - nowMs;
  if (Number.isNaN(left)) return { state: 'later', text: `due ${UNREADABLE}` };
  if (left < 0) return { state: 'late', text: `late by ${spanOf(-left)}` };
  if (left < HOUR) return { state: 'soon', text: `due in ${spanOf(left)}` };
  return { state: 'later', text: `due ${dayAndTime(dueAt, nowMs, zone)}` };
};

const spanOf = (ms: number): string => {
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} min`;
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)} h`;
  return `${Math.round(ms / DAY)} days`;
};

/** "today 15:42", "tomorrow 09:30", "Tue 24 Nov, 14:00"; with the year when it is another one. */
export const dayAndTime = (iso: string, nowMs: number, zone: string): string => {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return UNREADABLE;
  const time = formatted(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = dayOf(at, nowMs, zone);
  return day === 'today' || day === 'tomorrow' || day === 'yesterday' ? `${day} ${time}` : `${day}, ${time}`;
};

/** "today", "yesterday", "tomorrow", else "Thu 19 Nov". */
export const dayOf = (atMs: number, nowMs: number, zone: string): string => {
  const days = { yesterday: nowMs - DAY, today: nowMs, tomorrow: nowMs + DAY };
  for (const [word, ms] of Object.entries(days)) {
    if (dateOf(atMs, zone) === dateOf(ms, zone)) return word;
  }
  const otherYear = dateOf(atMs, zone).slice(0, 4) !== dateOf(nowMs, zone).slice(0, 4);
  return formatted(atMs, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(otherYear ? { year: 'numeric' } : {}),
  }).replace(',', '');
};

/** The zone's city, as people say it: "London". */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** At most two letters: "T" for Tom, "DM" for Dana Miller. Empty for nobody. */
export const initialsOf = (name: string | null | undefined): string => {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((word) => {
    const first = word && new Intl.Segmenter().segment(word)[Symbol.iterator]().next().value;
    return first ? [first.segment.toLocaleUpperCase()] : [];
  });
  return letters.join('');
};

/** YYYY-MM-DD on the zone's calendar. */
export const dateOf = (ms: number, zone: string): string => {
  const shown = formatterOf(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms);
  const part = (type: string) => shown.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

const formatted = (ms: number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  formatterOf(zone, options).format(ms);

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const name = zone + JSON.stringify(options);
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formatters.set(name, made);
  return made;
};
