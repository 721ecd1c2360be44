/** Which leads are for the sales people, which are trials and which a machine seems to have written. */
import { spam } from '../../src/lead/brief-subject.js';
import type { Lead } from '../../src/lead/lead.js';

/** So many questions nobody reads and answers in no time; fewer may have been filled in by the browser. */
const MANY_ANSWERS = 3;

export type Pile = 'leads' | 'test' | 'spam';

/**
 * A trial says so itself, and stays one whatever else it looks like. Spam is what filled the field that people
 * cannot see, or answered several questions faster than anybody reads. Everything else is a lead; when in doubt it
 * is one.
 * Nothing is dropped: who knows better moves it by hand.
 */
export const pileOf = (lead: Lead): Pile => {
  if (lead.test === true) return 'test';
  if (lead.signals?.decoyFilled) return 'spam';
  const given = (lead.answers ?? []).filter(({ value, source }) => value !== null && source === undefined);
  return spam(lead) !== undefined && given.length >= MANY_ANSWERS ? 'spam' : 'leads';
};
