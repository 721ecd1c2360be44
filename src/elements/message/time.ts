/** Times of day. Making a formatter is slow, so it waits until the first question stands. */
import type { Scene } from '../scene.js';

/**
 * The language as it is written where the visitor lives: a page in `en` shows 14:00 to a browser in `en-GB` and
 * 2:00 PM to one in `en-US`. A page that says a region itself keeps it.
 */
export const regional = (locale: string): string =>
  navigator.languages.find((one) => one.startsWith(`${locale}-`)) ?? locale;

/** Writes times in that language; empty for what is no time. */
export const timeIn = (locale: string): Scene['time'] => {
  const clock = new Intl.DateTimeFormat(regional(locale), { hour: 'numeric', minute: '2-digit' });
  return (at) => {
    const date = new Date(at);
    return Number.isNaN(date.valueOf()) ? '' : clock.format(date);
  };
};
