/** Times of day. Making a formatter is slow, so it waits until the first question stands. */
import type { Scene } from '../scene.js';

/** Writes times in that language; empty for what is no time. */
export const timeIn = (locale: string): Scene['time'] => {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  return (at) => {
    const date = new Date(at);
    return Number.isNaN(date.valueOf()) ? '' : clock.format(date);
  };
};
