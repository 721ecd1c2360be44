/** What an answer means, by its status. */
import type { ForwardAnswer, ForwardFormat, ForwardOutcome } from './forward.js';
import { jsonIn, textAt } from './forwards/answer.js';

const LONGEST_WHY = 300;

/**
 * 2xx is done, 404 and 410 gone, 401, 403 and a redirect a matter of settings; 408, 425, 429 and 5xx are tried again, the rest
 * is refused. A format knows better about some.
 */
export const outcomeOf = (format: Pick<ForwardFormat, 'outcome'>, answer: ForwardAnswer): ForwardOutcome =>
  format.outcome?.(answer) ?? byStatus(answer);

const byStatus = (answer: ForwardAnswer): ForwardOutcome => {
  const { status, retryAfter } = answer;
  const code = `status.${status}`;
  const why = whyOf(answer.body);
  if (status >= 200 && status <= 299) return { is: 'done' };
  if (status === 404 || status === 410) return { is: 'gone' };
  if (status === 401 || status === 403 || (status >= 300 && status <= 399))
    return { is: 'settings', code, why };
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return { is: 'later', code, why, retryAfter };
  return { is: 'refused', code, why };
};

/** The sentence in an answer, wherever the programs that we know have it; else its beginning. */
export const whyOf = (body: string): string => {
  const answer = jsonIn(body);
  const said =
    textAt(answer, 'message') ??
    textAt(answer, 0, 'message') ??
    textAt(answer, 'errors', 0, 'message') ??
    textAt(answer, 'error_description') ??
    textAt(answer, 'error');
  return (said ?? body).replace(/\s+/g, ' ').trim().slice(0, LONGEST_WHY);
};
