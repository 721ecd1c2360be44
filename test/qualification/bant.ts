/** A playbook with everything that judging looks at, and a way to judge answers to it. */
import type { Value } from '../../src/flow/log.js';
import type { Playbook, Qualification, Step } from '../../src/playbook/schema.js';
import { judge } from '../../src/qualification/judge.js';
import type { Judgement } from '../../src/qualification/judgement.js';
import { answered, AT, playbookWith, stateOf } from './answered.js';

export const STEPS: readonly Step[] = [
  {
    id: 'need',
    ask: 'What for?',
    fills: 'need',
    options: [
      { value: 'alarms', label: 'Alarms' },
      { value: 'support', label: 'I am a customer', means: 'no' },
    ],
  },
  { id: 'sites', ask: 'How many sites?', kind: 'number' },
  {
    id: 'start',
    ask: 'When?',
    fills: 'timeline',
    options: ['quarter', { value: 'looking', label: 'Just looking', means: 'no' }],
  },
  {
    id: 'role',
    ask: 'Who decides?',
    fills: 'authority',
    options: ['decide', { value: 'research', label: 'Research', means: 'unknown' }],
  },
  { id: 'money', ask: 'Is there a budget?', kind: 'yesNo', fills: 'budget' },
  {
    id: 'tools',
    ask: 'Which tools?',
    kind: 'choices',
    fills: 'need',
    options: ['a', { value: 'b', label: 'B', means: 'no' }, { value: 'c', label: 'C', means: 'unknown' }],
  },
  { id: 'contact', ask: 'Who are you?', kind: 'contact', fields: ['name', 'email', 'country?'] },
];

export const BANT: Qualification = {
  framework: 'BANT',
  points: [
    { when: { sites: { atLeast: 5 } }, add: 30, because: 'Five or more sites' },
    { when: { start: 'quarter' }, add: 30, because: 'Wants it this quarter' },
    { when: { role: 'decide' }, add: 20, because: 'Decides' },
    { when: { 'contact.country': { in: ['DE'] } }, add: -25, because: 'Not served yet' },
    { when: { arrival: 'ad' }, add: 5, because: 'Came from an ad' },
  ],
  verdicts: [
    { when: { need: 'support' }, is: 'disqualified', because: 'Existing customer' },
    {
      when: { score: { atLeast: 60 }, slotsYes: { atLeast: 3 } },
      is: 'qualified',
      band: 'hot',
      because: 'Strong fit',
    },
    { when: { score: { atLeast: 30 } }, is: 'qualified', band: 'warm', because: 'Fits' },
    { when: { slotsUnknown: { atLeast: 2 } }, is: 'undetermined', because: 'Too little known' },
    { is: 'nurture', band: 'cold', because: 'Too early' },
  ],
};
export const PLAYBOOK = playbookWith(STEPS, BANT);

export type Values = { readonly [step: string]: Value | null };

export const judged = (values: Values, playbook: Playbook = PLAYBOOK): Judgement =>
  judge(playbook, stateOf(answered(values)), AT);
