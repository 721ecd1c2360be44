/** What the answers say about each slot. An answer that is missing, skipped or says "unknown" says nothing: never no. */
import type { Value } from '../flow/log.js';
import { optionsOf } from '../flow/options.js';
import type { Answer, Answers } from '../flow/state.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { slotNames } from './frameworks.js';
import type { Slot, SlotState } from './judgement.js';
import { entriesOf } from './unchecked.js';

/** A slot together with the steps that fill it. */
export interface SlotPlan {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly Step[];
}

/** The slots of a playbook with the steps that fill them; empty without a qualification. */
export const slotPlans = (playbook: Playbook): readonly SlotPlan[] =>
  slotNames(playbook.qualification).map((slot) => ({
    ...slot,
    steps: entriesOf(playbook.steps).filter((step) => step.fills === slot.id),
  }));

/** One yes is enough; a no counts only where nothing says yes. */
const strongest = (states: readonly SlotState[]): SlotState =>
  states.includes('yes') ? 'yes' : states.includes('no') ? 'no' : 'unknown';

const meaningOf = (step: Step, value: Value | null, facts: Answers): SlotState => {
  if (value === null || value === '') return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const offered = new Map(optionsOf(step, facts).map((option) => [option.value, option.means]));
  const meant = (one: Value): SlotState => {
    const means = typeof one === 'object' ? undefined : offered.get(`${one}`);
    return means === 'no' || means === 'unknown' ? means : 'yes';
  };
  return Array.isArray(value) ? strongest(value.map(meant)) : meant(value);
};

/** The state of one slot with the numbers of the answers that say so; no evidence while unknown. */
export const slotFrom = (plan: SlotPlan, answers: ReadonlyMap<string, Answer>, facts: Answers): Slot => {
  const said = plan.steps.flatMap((step) => {
    const answer = answers.get(step.id);
    return answer ? [{ n: answer.n, state: meaningOf(step, answer.value, facts) }] : [];
  });
  const state = strongest(said.map((each) => each.state));
  const evidence = said.filter((each) => state !== 'unknown' && each.state === state).map((each) => each.n);
  return { id: plan.id, label: plan.label, state, evidence: ascending(evidence) };
};

/** Numbers in ascending order, each once. */
export const ascending = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);
