/** Judges leads with both parts of the playbook that led them: the public one and what only the desk knows. */
import type { Lead } from '../../src/lead/lead.js';
import { hashOf } from '../../src/playbook/hash.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { withPrivatePart, type WithPrivate } from '../../src/receiver/private-part.js';

/** `undefined` for a lead of a playbook that is not known here, or has no private part. */
export const bothParts = (
  playbooks: () => readonly Playbook[],
): ((lead: Lead) => WithPrivate | undefined) => {
  const hashes = new WeakMap<Playbook, string>();
  const hashFor = (playbook: Playbook): string => {
    const hash = hashes.get(playbook) ?? hashOf(playbook);
    hashes.set(playbook, hash);
    return hash;
  };
  return (lead) => {
    const playbook = playbooks().find((known) => hashFor(known) === lead.playbook.hash);
    return playbook && withPrivatePart(playbook, lead);
  };
};
