/** The ready-made sets of slots. A framework is nothing but a list of names; the judging knows none of them. */
import { textOf } from '../flow/lenient.js';
import type { Qualification } from '../playbook/schema.js';
import { entriesOf } from './unchecked.js';

export type Framework = 'BANT' | 'CHAMP' | 'own';

export interface SlotName {
  /** What a step's `fills` says, for example "budget". */
  readonly id: string;
  /** How sales people call it, for example "Budget". */
  readonly label: string;
}

/** Slots of each framework, in the order in which its letters are read. `own` starts empty. */
export const FRAMEWORKS: ReadonlyMap<string, readonly SlotName[]> = new Map<Framework, readonly SlotName[]>([
  [
    'BANT',
    [
      { id: 'budget', label: 'Budget' },
      { id: 'authority', label: 'Authority' },
      { id: 'need', label: 'Need' },
      { id: 'timeline', label: 'Timeline' },
    ],
  ],
  [
    'CHAMP',
    [
      { id: 'challenges', label: 'Challenges' },
      { id: 'authority', label: 'Authority' },
      { id: 'money', label: 'Money' },
      { id: 'prioritisation', label: 'Prioritisation' },
    ],
  ],
  ['own', []],
]);

/** The framework a playbook names; `own` when it names none or one that does not exist. */
export const frameworkOf = (qualification: Qualification | undefined): Framework => {
  const name = qualification?.framework;
  return name !== undefined && FRAMEWORKS.has(name) ? name : 'own';
};

/**
 * Every slot the playbook may fill: the framework's, then its own. An own slot with the id of a ready-made
 * one only renames it. Empty without a qualification.
 */
export const slotNames = (qualification: Qualification | undefined): readonly SlotName[] => {
  const names = new Map((FRAMEWORKS.get(frameworkOf(qualification)) ?? []).map((slot) => [slot.id, slot]));
  for (const slot of entriesOf(qualification?.slots)) {
    const id = textOf(slot.id);
    names.set(id, { id, label: textOf(slot.label) || id });
  }
  return [...names.values()];
};
