/**
 * The way of a lead that the visitor mails: it becomes a link, and nothing is queued, stored or sent. Fetched where a
 * playbook has its leads go that way.
 */
import { canBeMailed, letterLink } from '../formats/mailto.js';
import type { Playbook } from '../playbook/schema.js';
import type { HandoverPort, HandoverState } from '../ports/handover.js';
import { complain } from './complain.js';

/**
 * A hand-over whose every commit is refused, because nothing is: it makes the link anew instead, always with the
 * whole lead, for nobody learns whether an earlier one was used. Goes to `delivery.email`, or else to the company's
 * own address. Where neither can stand in a link, the console says so, and `commit` rejects.
 */
export const byHand = ({ delivery, company }: Playbook): HandoverPort => {
  const email = [delivery.email, company.email].find(canBeMailed);
  if (!email)
    complain(
      'delivery.email-missing',
      'No lead can be mailed: neither "delivery" nor "company" has an "email".',
    );
  const links = new Map<string, string>();
  const watchers = new Map<() => void, string>();
  const stateOf = (leadId: string): HandoverState | null => {
    const href = links.get(leadId);
    return href === undefined ? null : { is: 'by-hand', href };
  };

  return {
    async commit(leadId, make) {
      const lead = make(1);
      // What was mailed can only be taken back by a person.
      if (lead.phase !== 'withdrawn') {
        const link = letterLink(lead, email);
        if (link === undefined) throw new Error('Leads cannot be mailed.');
        links.set(leadId, link);
        for (const [tell, watched] of watchers) if (watched === leadId) tell();
      }
      return { revision: 1, durable: false, refused: true };
    },
    watch(leadId, run) {
      const tell = () => {
        const state = stateOf(leadId);
        run(state ? 1 : 0, state);
      };
      watchers.set(tell, leadId);
      tell();
      return () => void watchers.delete(tell);
    },
    hurry: () => {},
    forget: async (leadId) => links.delete(leadId),
  };
};
