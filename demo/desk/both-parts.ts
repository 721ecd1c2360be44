/** Judges leads with both parts of the playbook that led them: the public one and what only the desk knows. */
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { playbookOf } from '../../src/receiver/playbook-of.js';
import { withPrivatePart, type WithPrivate } from '../../src/receiver/private-part.js';

/** `undefined` for a lead of a playbook that is not known here, or has no private part. */
export const bothParts =
  (playbooks: () => readonly Playbook[]): ((lead: Lead) => WithPrivate | undefined) =>
  (lead) => {
    const playbook = playbookOf(lead, playbooks());
    return playbook && withPrivatePart(playbook, lead);
  };
