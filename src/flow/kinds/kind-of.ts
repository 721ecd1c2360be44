import { KINDS, type Kind } from '../../playbook/kinds.js';
import type { Step } from '../../playbook/schema.js';

/** What a step asks for: its `kind`, else a choice when it has options, else a text. */
export const kindOf = (step: Step): Kind =>
  KINDS.find((kind) => kind === step.kind) ?? (step.options ? 'choice' : 'text');
