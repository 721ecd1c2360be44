/** How long a program, or one lead, is left alone after an answer. */
import type { PassedOn } from './forward-lead.js';

const FIRST_MS = 15_000;
/** A program that is down is asked that often by whatever lead. */
export const LONGEST_PAUSE_MS = 300_000;
/** One lead that it fails at is tried that often; the others come first. */
export const LONGEST_BACKOFF_MS = 900_000;
/** A key that was refused is refused again until somebody changes it. */
const SETTINGS_MS = 900_000;
/** Whatever a program asks for, it is asked again within a day. */
const LONGEST_ASKED_MS = 86_400_000;

/** Milliseconds. `failures`: how often it failed in a row, this time included. `longestMs`: unless it asks for more. */
export const waitMs = (
  ended: Pick<PassedOn, 'is'> & { readonly retryAfter?: string | null },
  failures: number,
  nowMs: number,
  longestMs = LONGEST_PAUSE_MS,
): number => {
  if (ended.is === 'settings') return SETTINGS_MS;
  if (ended.is !== 'later') return 0;
  const backoffMs = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(backoffMs, Math.min(LONGEST_ASKED_MS, askedMs(ended.retryAfter ?? null, nowMs)));
};

/** Seconds or a date, as Retry-After has it; 0 for neither. */
const askedMs = (header: string | null, nowMs: number): number => {
  if (header === null) return 0;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, at - nowMs);
};
