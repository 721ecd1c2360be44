/** Who the prospect is: contact cards, e-mail and phone questions, and plain questions named like a field. */
import { kindOf } from '../flow/kinds/index.js';
import { isRecord } from '../flow/lenient.js';
import type { Value } from '../flow/log.js';
import type { Answer } from '../flow/state.js';
import { CONTACT_FIELDS, type ContactField } from '../playbook/kinds.js';
import type { Step } from '../playbook/schema.js';
import type { Contact } from './lead.js';

/** Longest value of a contact field, in code points; longer ones are cut. */
export const LONGEST_CONTACT_VALUE = 500;

const FIELDS: readonly string[] = CONTACT_FIELDS;

/**
 * The contact, from the answers in the order they were walked: later ones win, empty ones say nothing.
 * Questions of kind text count when their step is named like a field (`name`, `company` …), those of kind url
 * when it is named `website`, countries and the country of an address always; all of them only where no card or
 * question of its own kind says otherwise. Empty when nothing was said.
 */
export const contactFrom = (steps: ReadonlyMap<string, Step>, answers: readonly Answer[]): Contact => {
  const given = new Map<string, string>();
  const put = (field: string, value: unknown): void => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text !== '' && FIELDS.includes(field)) given.set(field, cut(text));
  };
  for (const pass of [plainFields, contactFields]) {
    for (const answer of answers) {
      const step = steps.get(answer.step);
      for (const [field, value] of step ? pass(step, answer.value) : []) put(field, value);
    }
  }
  // In the order in which cards name the fields, whatever was answered first.
  return Object.fromEntries(
    CONTACT_FIELDS.flatMap((field): [ContactField, string][] => {
      const value = given.get(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
};

type Pass = (step: Step, value: Value | null) => readonly (readonly [string, unknown])[];

const plainFields: Pass = (step, value) => {
  switch (kindOf(step)) {
    case 'text':
      return [[step.id, value]];
    case 'url':
      return step.id === 'website' ? [['website', value]] : [];
    case 'country':
      return [['country', value]];
    case 'address':
      return isRecord(value) ? [['country', value['country']]] : [];
    default:
      return [];
  }
};

const contactFields: Pass = (step, value) => {
  const kind = kindOf(step);
  if (kind === 'email' || kind === 'phone') return [[kind, value]];
  return kind === 'contact' && typeof value === 'object' && value !== null ? Object.entries(value) : [];
};

const cut = (text: string): string =>
  text.length <= LONGEST_CONTACT_VALUE ? text : [...text].slice(0, LONGEST_CONTACT_VALUE).join('').trimEnd();
