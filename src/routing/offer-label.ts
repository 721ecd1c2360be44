import { textOf } from '../flow/lenient.js';
import type { Routed } from '../lead/lead.js';
import type { Offer, Playbook } from '../playbook/schema.js';

/**
 * What the button of an offer says: `{owner}` becomes the owner's first name, or the team or the company
 * where nobody is named. Used for the button and for the lead, so that both say the same.
 */
export const offerLabel = (offer: Offer, playbook: Playbook, routed: Routed | undefined): string => {
  const owner =
    textOf(routed?.name).split(' ')[0] || textOf(playbook.company?.team) || textOf(playbook.company?.name);
  return textOf(offer.label).split('{owner}').join(owner);
};
