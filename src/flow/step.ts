/** What a step does, read from its shape. */
import type { Step } from '../playbook/schema.js';
import { kindOf } from './kinds/kind-of.js';
import { textOf } from './lenient.js';

/** Whether a step asks something at all; `say` and `show` alone do not. */
export const isQuestion = (step: Step): boolean =>
  step.ask !== undefined || step.kind !== undefined || step.options !== undefined;

/** Whether its answers are options, which may say where to go. */
export const hasOptions = (step: Step): boolean => ['choice', 'choices', 'yesNo'].includes(kindOf(step));

/** Whether it can only be answered with an option, so that without any there is nothing to ask. */
export const needsOptions = (step: Step): boolean => hasOptions(step) && kindOf(step) !== 'yesNo';

/** Whether it asks how to reach somebody: a contact card, an e-mail address or a phone number. */
export const asksForContact = (step: Step): boolean =>
  isQuestion(step) && ['contact', 'email', 'phone'].includes(kindOf(step));

/**
 * The purpose a step asks consent for: its `purpose`, else its id. `undefined` for every other kind. Such a
 * step is answered by a `consented` entry for that purpose.
 */
export const purposeOf = (step: Step): string | undefined =>
  kindOf(step) === 'consent' ? textOf(step.purpose) || step.id : undefined;
