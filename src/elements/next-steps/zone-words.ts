/** Days, times and zones as the visitor writes them. */
import { fill, type NextStepTexts } from '../../locales/index.js';
import { regional } from '../message/time.js';

const formatter = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat(regional(locale), options);
  } catch {
    // An unchecked playbook may name no zone at all.
    return new Intl.DateTimeFormat(regional(locale), { ...options, timeZone: 'UTC' });
  }
};

/** "2026-11-24": tells the days of a zone apart. */
export const dayKey = (at: string, timeZone: string): string =>
  formatter('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));

const capitalised = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** "Today", "Tomorrow", else "Wed 25". */
export const dayName = (at: string, timeZone: string, locale: string, nowMs: number): string => {
  const near = [0, 1].find(
    (days) => dayKey(at, timeZone) === dayKey(new Date(nowMs + days * 86_400_000).toISOString(), timeZone),
  );
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatter(locale, { timeZone, ...options }).format(new Date(at));
  return near === undefined
    ? `${part({ weekday: 'short' })} ${part({ day: 'numeric' })}`
    : capitalised(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(near, 'day'), locale);
};

/** "19:30". */
export const timeName = (at: string, timeZone: string, locale: string): string =>
  formatter(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));

/** "Tue 24 Nov, 19:30". */
export const momentName = (at: string, timeZone: string, locale: string): string => {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return formatter(locale, { ...day, timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));
};

/** "Mumbai" for Asia/Mumbai. */
export const placeName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Minutes by which the clock of a zone shows more than that of UTC. */
const offsetOf = (timeZone: string, at: string): number => {
  const shown = formatter('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(new Date(at));
  const part = (type: string) => Number(shown.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round(local / 60_000) - Math.floor(Date.parse(at) / 60_000);
};

/** "5½ hours". */
const hoursName = (minutes: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  })
    .format(minutes / 60)
    .replace(/[.,](25|5|75)(?!\d)/, (_, part: string) => ({ 25: '¼', 5: '½', 75: '¾' })[part] ?? '');

/** "Times in Mumbai. London is 5½ hours behind." The second sentence only where the clocks differ. */
export const zoneLine = (
  { timesIn, clockAhead, clockBehind }: NextStepTexts,
  { theirs, ours, at }: { readonly theirs: string; readonly ours: string; readonly at: string },
  locale: string,
): string => {
  const apart = offsetOf(ours, at) - offsetOf(theirs, at);
  const line = fill(timesIn, { place: placeName(theirs) });
  if (apart === 0) return line;
  const hours = hoursName(Math.abs(apart), locale);
  return `${line} ${fill(apart > 0 ? clockAhead : clockBehind, { place: placeName(ours), hours })}`;
};

/** Every zone the browser knows, with the given one first where it is not among them. */
export const zones = (present: string): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(present) ? known : [present, ...known];
};
