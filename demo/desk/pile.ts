/** Which leads are for the sales people, which are trials and which a machine seems to have written. */
import { spam } from '../../src/lead/brief-subject.js';
import type { Lead } from '../../src/lead/lead.js';

export type Pile = 'leads' | 'test' | 'spam';

/**
 * A trial says so itself, and stays one whatever else it looks like. Spam is what filled the field that people
 * cannot see, or was written faster than anybody reads. Everything else is a lead; when in doubt it is one.
 * Nothing is dropped: who knows better moves it by hand.
 */
export const pileOf = (lead: Lead): Pile => {
  if (lead.test === true) return 'test';
  return spam(lead) === undefined ? 'leads' : 'spam';
};
