/** What an answer means for a delivery. Pure. */
import type { EndpointAnswer, Outcome } from '../ports/delivery.js';
import { retryAfterMs } from './retry-after.js';

/** Server errors that stay as they are however often we ask: not implemented, HTTP version not supported. */
const LASTING_SERVER_ERRORS = new Set([501, 505]);
/** Client errors that pass: timeout, a twin still running, too early, too many. */
const PASSING_CLIENT_ERRORS = new Set([408, 409, 425, 429]);
const GONE = 410;

/**
 * How an attempt ended. `accepted`: the destination's own test of the answer holds. Only a 2xx that is also
 * accepted counts as received; a 2xx that is not (a login page of a hotel network, for example) is tried
 * again. 410 stops; other refusals are parked; whatever may pass is tried again.
 * `nowMs` is our clock, for a Retry-After given as a date.
 */
export const outcomeOf = (answer: EndpointAnswer, accepted: boolean, nowMs: number): Outcome => {
  const { status } = answer;
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && accepted) return { is: 'acknowledged', status };
  const waitMs = retryAfterMs(answer.retryAfter, answer.date, nowMs);
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs };
  if (isSuccess) return { is: 'retry', code: 'answer.unrecognised', status, ...wait };
  const code = `status.${status}`;
  if (status === GONE) return { is: 'stop', code, status };
  const isRefusal = status >= 300 && status < 500 && !PASSING_CLIENT_ERRORS.has(status);
  return { is: isRefusal || LASTING_SERVER_ERRORS.has(status) ? 'park' : 'retry', code, status, ...wait };
};
