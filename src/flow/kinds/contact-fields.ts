import type { Step } from '../../playbook/schema.js';
import { linesOf } from '../lenient.js';

/** One field of a contact card. */
export interface ContactField {
  readonly name: string;
  readonly optional: boolean;
}

/** The fields of a contact card in order, each once; name and e-mail where the step names none. */
export function fieldsOf(step: Step): readonly ContactField[] {
  const named = linesOf(step.fields);
  const fields = new Map<string, ContactField>();
  for (const field of named.length > 0 ? named : ['name', 'email']) {
    const name = field.replace(/\?$/, '');
    if (!fields.has(name)) fields.set(name, { name, optional: name !== field });
  }
  return [...fields.values()];
}
