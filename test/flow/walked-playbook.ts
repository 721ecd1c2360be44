import type { Step } from '../../src/playbook/schema.js';
import { playbookOf } from './talk.js';

/** A small playbook with a branch, a number, something optional, cards and a contact card. */
export const need: Step = {
  id: 'need',
  ask: 'What?',
  options: [
    { value: 'alarms', label: 'Alarms' },
    { value: 'other', label: 'Other', go: 'more' },
    { value: 'support', label: 'Support', go: 'end' },
  ],
  next: 'sites',
};
export const more: Step = { id: 'more', ask: 'Tell me.', kind: 'longText' };
export const sites: Step = { id: 'sites', ask: 'How many?', kind: 'number', min: 1, max: 100 };
export const budget: Step = { id: 'budget', ask: 'How much?', options: ['low', 'high'], optional: true };
export const card: Step = {
  id: 'contact',
  ask: 'Who?',
  kind: 'contact',
  fields: ['name', 'email', 'phone?'],
};
export const ana = { name: 'Ana', email: 'ana@northfold.example' };
export const playbook = playbookOf([need, more, sites, budget, { id: 'fit', show: 'products' }, card]);
