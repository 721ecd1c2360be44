/**
 * Reads the Retry-After header. Pure.
 * Source: RFC 9110 section 10.2.3 (seconds or a date) and 5.6.7 (how a date is written).
 */

/** `120`, and what browsers make of a header sent twice: `120, 60`. */
const SECONDS = /^\d{1,15}(?:\s*,\s*\d{1,15})*$/;

/**
 * `Sun, 06 Nov 1994 08:49:37 GMT`. Date.parse alone finds a date in almost anything. The two obsolete ways to
 * write a date are left out: nobody sends them, and then our own backoff holds.
 */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const dateMs = (text: string): number => (DATE.test(text) ? Date.parse(text) : NaN);

/**
 * Milliseconds the endpoint asks us to wait, 0 or more; undefined when it says nothing that can be read.
 * A date is measured against the answer's own Date header where there is one, so that a wrong clock on either
 * side does not matter; `nowMs` is our clock. Of several numbers the largest counts.
 */
export const retryAfterMs = (
  header: string | null,
  date: string | null,
  nowMs: number,
): number | undefined => {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return Math.max(...text.split(',').map(Number)) * 1_000;
  const untilMs = dateMs(text);
  if (Number.isNaN(untilMs)) return undefined;
  const theirNowMs = dateMs(date?.trim() ?? '');
  return Math.max(0, untilMs - (Number.isNaN(theirNowMs) ? nowMs : theirNowMs));
};
