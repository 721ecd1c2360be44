/** Judges leads with both parts of the playbook that led them, and gives each to somebody, once. */
import type { Playbook } from '../../src/playbook/schema.js';
import { createAssigning, type Assigning } from '../../src/receiver/assigning.js';
import { pileOf } from './pile.js';
import type { LeadStore } from './store.js';

export interface BothParts extends Assigning {
  /** Gives a lead to somebody as it arrives: in that order turns are fair. */
  arrived(lead: string): Promise<void>;
}

/** Answers `undefined` for a lead of a playbook that is not known here. Nobody has to answer trials and spam. */
export const bothParts = (store: LeadStore, playbooks: () => readonly Playbook[]): BothParts => {
  const assigning = createAssigning({
    store: store.assignments,
    playbooks,
    isNobodys: (lead) => pileOf(lead) !== 'leads',
  });
  return {
    ...assigning,
    arrived: async (id) => {
      const lead = await store.byId(id);
      if (lead) await assigning.of(lead);
    },
  };
};
