/** What became of a test lead, for people. */
import type { EndpointAnswer, Outcome } from '../../src/ports/delivery.js';

export interface OutcomeWords {
  readonly good: boolean;
  readonly says: string;
  readonly cure: string;
}

/** How a real lead would fare, by how this one did. */
const KEPT = 'A real lead would be kept on the visitor’s device and tried again.';
const PARKED = 'A real lead would be kept, and the visitor would see your phone number and e-mail address.';

const refusalCure = (status: number): string => {
  if (status === 401 || status === 403) return 'Check the key, and that the service allows this site.';
  if (status === 404 || status === 410) return 'Check the address in "delivery".';
  if (status === 413) return 'The service takes less at once: leave something out with "fields".';
  return 'What it answered usually says which setting of "delivery" is meant.';
};

/**
 * `host`: who was asked. `blocked`: the policy of this page did not let the request out, so nothing is known about
 * the destination.
 */
export const outcomeWords = (outcome: Outcome, host: string, blocked: boolean): OutcomeWords => {
  if (blocked)
    return {
      good: false,
      says: `The content security policy of this page does not let it connect to ${host}.`,
      cure: `Add the host to connect-src where this page is served, or try from another place. On your own site you need the same line.`,
    };
  switch (outcome.is) {
    case 'acknowledged':
      return outcome.status === 0
        ? {
            good: true,
            says: `Sent to ${host}, which lets no page read its answer.`,
            cure: 'Look there whether the test lead has arrived.',
          }
        : {
            good: true,
            says: `${host} took the test lead (${outcome.status}).`,
            cure: 'It is marked as a test; delete it there when you have seen it.',
          };
    case 'retry':
      if (outcome.status === undefined)
        return {
          good: false,
          says: `${host} did not answer.`,
          cure: `Check the address. If it is right, the service may not take requests from web pages (CORS). ${KEPT}`,
        };
      if (outcome.code === 'answer.unrecognised')
        return {
          good: false,
          says: `${host} answered ${outcome.status}, but not as this destination does when it has taken a lead.`,
          cure: `Check the address in "delivery". ${KEPT}`,
        };
      return {
        good: false,
        says: `${host} is in trouble or busy: it answered ${outcome.status}.`,
        cure: `Try again later. ${KEPT}`,
      };
    case 'park':
    case 'stop':
      if (outcome.code === 'redirected')
        return {
          good: false,
          says: `${host} sends to another address.`,
          cure: 'Put that address into "delivery" itself.',
        };
      return {
        good: false,
        says: `${host} refused the test lead${outcome.status ? ` (${outcome.status})` : ''}.`,
        cure: `${refusalCure(outcome.status ?? 0)} ${PARKED}`,
      };
  }
};

/** The beginning of an answer as text worth showing; empty for none. */
export const answerText = (answer: EndpointAnswer | undefined): string => {
  const text = answer?.body.trim() ?? '';
  return text.length > 600 ? `${text.slice(0, 600)} …` : text;
};
