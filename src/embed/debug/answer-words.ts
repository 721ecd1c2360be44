/** What a destination answered, as a sentence. */
import type { Outcome } from '../../ports/delivery.js';

const WORDS: { readonly [code: string]: string } = {
  'network.failed':
    'It could not be reached: no connection, or this page may not connect to it, or it does not allow requests from this site (CORS).',
  'answer.unrecognised': 'Something answered, but not as this destination does. Is the address right?',
  'answer.refused': 'It said yes and refused all the same. Check the keys and fields in "delivery".',
  redirected: 'It sent us elsewhere. Give the final address in "delivery".',
};

export const answerWords = (outcome: Outcome): string => {
  if (outcome.is === 'acknowledged')
    return outcome.status
      ? `It took the lead (status ${outcome.status}).`
      : 'It answered; no page may read what. Look there whether the lead arrived.';
  return WORDS[outcome.code] ?? `It refused the lead (status ${outcome.status ?? 'unknown'}).`;
};
