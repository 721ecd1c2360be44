import type { Step } from '../../playbook/schema.js';
import { linesOf } from '../lenient.js';
import { kindOf } from './kind-of.js';

/** One field of a contact card or an address. */
export interface ContactField {
  readonly name: string;
  readonly optional: boolean;
}

/**
 * The fields of a contact card or an address in order, each once. Where the step names none: name and e-mail,
 * or all that an address has.
 */
export function fieldsOf(step: Step): readonly ContactField[] {
  const named = linesOf(step.fields);
  const fields = new Map<string, ContactField>();
  for (const field of named.length > 0 ? named : USUAL[kindOf(step) === 'address' ? 1 : 0]) {
    const name = field.replace(/\?$/, '');
    if (!fields.has(name)) fields.set(name, { name, optional: name !== field });
  }
  return [...fields.values()];
}

const USUAL = [
  ['name', 'email'],
  ['street', 'postalCode', 'city', 'region?', 'country'],
] as const;
