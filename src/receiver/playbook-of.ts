/** Finds the playbook that led a lead: the one whose content has the hash that the lead names. */
import type { Lead } from '../lead/lead.js';
import { hashOf } from '../playbook/hash.js';
import type { Playbook } from '../playbook/schema.js';

/** Hashes are computed once for each playbook, which must not change once it was given. */
const hashes = new WeakMap<Playbook, string>();

const hashFor = (playbook: Playbook): string => {
  const hash = hashes.get(playbook) ?? hashOf(playbook);
  hashes.set(playbook, hash);
  return hash;
};

/** `undefined` where none of them led it. */
export const playbookOf = (lead: Lead, known: readonly Playbook[]): Playbook | undefined =>
  known.find((playbook) => hashFor(playbook) === lead.playbook.hash);
