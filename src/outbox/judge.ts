/** How an attempt ended, by what its destination says about answers. Pure. */
import { accepted, refused } from '../formats/accepted.js';
import type { Delivery, EndpointAnswer, Outcome } from '../ports/delivery.js';
import { outcomeOf } from './status.js';

/**
 * A destination that says yes and means no is believed: the delivery is parked, as with a refusal by status. `nowMs`
 * is our clock, for a Retry-After given as a date.
 */
export const judge = (
  answer: EndpointAnswer,
  { acceptedBy, key }: Pick<Delivery, 'acceptedBy' | 'key'>,
  nowMs: number,
): Outcome =>
  refused(acceptedBy, answer)
    ? { is: 'park', code: 'answer.refused', status: answer.status }
    : outcomeOf(answer, accepted(acceptedBy, answer, key), nowMs);
