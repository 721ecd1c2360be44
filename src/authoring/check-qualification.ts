/** Checks how answers become a verdict: slots, points, the order of verdicts. */
import { slotNames } from '../qualification/frameworks.js';
import { didYouMean } from '../playbook/nearest.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkQualification = (playbook: Playbook, findings: Findings): void => {
  checkSlots(playbook, findings);
  checkVerdicts(playbook, findings);
};

const checkSlots = ({ steps, qualification }: Playbook, { error, info }: Findings): void => {
  const slots = slotNames(qualification).map((slot) => slot.id);
  const filled = new Set<string>();
  steps.forEach((step, i) => {
    const { fills } = step;
    if (fills === undefined) return;
    filled.add(fills);
    if (slots.includes(fills)) return;
    error(
      'step.unknown-slot',
      `steps[${i}].fills`,
      `There is no slot ${quote(fills)} to fill.`,
      slots.length > 0
        ? () => didYouMean(fills, slots, `Slots: ${someOf(slots, 10)}.`)
        : 'Choose a framework in "qualification", for example "BANT", or list your own "slots".',
    );
  });
  qualification?.slots?.forEach((slot, i) => {
    if (qualification.slots?.findIndex((other) => other.id === slot.id) === i) return;
    error(
      'slot.duplicate-id',
      `qualification.slots[${i}].id`,
      `${quote(slot.id)} is already the name of another slot.`,
      'Give every slot a name of its own.',
    );
  });
  const open = slots.filter((slot) => !filled.has(slot));
  if (qualification && open.length > 0) {
    info(
      'slot.never-filled',
      'qualification',
      `No question fills ${someOf(open)}, so nothing will ever be known about that.`,
      'Add "fills" to the steps that ask for it.',
    );
  }
};

const checkVerdicts = ({ qualification }: Playbook, { error, warning, info }: Findings): void => {
  if (!qualification) {
    info(
      'qualification.missing',
      '',
      'There are no rules for who is a good lead, so every lead is called "Too early to say".',
      'Add "qualification" with points and verdicts.',
    );
    return;
  }
  const { verdicts } = qualification;
  const last = verdicts.length - 1;
  if (verdicts[last]?.when !== undefined) {
    error(
      'verdict.last-missing',
      `qualification.verdicts[${last}].when`,
      'The last verdict has a condition, so for some prospects there is no verdict at all.',
      'Remove its "when", or add one more verdict without "when" for everybody else.',
    );
  }
  const always = verdicts.findIndex((verdict) => verdict.when === undefined);
  if (always >= 0 && always < last) {
    warning(
      'verdict.never',
      `qualification.verdicts[${always + 1}]`,
      'This verdict and those after it are never reached: the one before has no condition.',
      'Give the one before a "when", or move it to the end.',
    );
  }
};
