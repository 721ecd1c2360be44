/** The playbook of an invented company. */
import type { Playbook } from '../../src/playbook/schema.js';

export const KESTREL: Playbook = {
  format: 1,
  id: 'kestrel-website',
  version: '2026-11-23',
  language: 'en',
  company: { name: 'Kestrel', team: 'Dana and Tom' },
  steps: [
    {
      id: 'need',
      ask: 'What would you like to fix?',
      fills: 'need',
      options: [
        { value: 'alarms', label: 'We notice a warm freezer too late' },
        { value: 'audits', label: 'Paper logs for audits' },
        { value: 'other', label: 'Something else', go: 'need_text' },
        { value: 'support', label: 'I’m already a customer', means: 'no', go: 'contact' },
      ],
      next: 'sites',
    },
    { id: 'need_text', ask: 'Tell me in a sentence or two.', kind: 'longText', fills: 'need' },
    { id: 'sites', ask: 'How many sites do you run?', kind: 'number', min: 1, max: 5000 },
    {
      id: 'start',
      ask: 'With {sites} sites: when would you like it running?',
      fills: 'timeline',
      options: [
        { value: 'quarter', label: 'This quarter' },
        { value: 'year', label: 'This year' },
        { value: 'looking', label: 'Just looking', means: 'no' },
      ],
    },
    {
      id: 'role',
      ask: 'How will this be decided?',
      fills: 'authority',
      options: [
        { value: 'decide', label: 'I decide, or we decide together' },
        { value: 'recommend', label: 'I recommend' },
        { value: 'research', label: 'I’m researching', means: 'unknown' },
      ],
    },
    {
      id: 'budget',
      ask: 'Which is closest to what you have in mind, per month?',
      fills: 'budget',
      optional: true,
      options: [
        { value: 'under200', label: 'Under £200' },
        { value: 'to1000', label: '£200 to £1,000' },
        { value: 'unsure', label: 'No idea yet', means: 'unknown' },
      ],
    },
    {
      id: 'tools',
      ask: 'What do you use today?',
      kind: 'choices',
      optional: true,
      options: ['Paper', 'Excel'],
    },
    { id: 'note', ask: 'Anything else?', kind: 'longText', optional: true },
    { id: 'fit', show: 'products' },
    {
      id: 'contact',
      ask: 'Where should we send this?',
      kind: 'contact',
      fields: ['name', 'email', 'company?', 'country?', 'phone?', 'website?'],
      next: 'end',
    },
  ],
  qualification: {
    framework: 'BANT',
    points: [
      { when: { sites: { atLeast: 5 } }, add: 30, because: 'Five or more sites' },
      { when: { start: 'quarter' }, add: 30, because: 'Wants it this quarter' },
      { when: { role: { in: ['decide', 'recommend'] } }, add: 20, because: 'Has a say in the decision' },
      { when: { budget: 'to1000' }, add: 20, because: 'Budget covers a first site' },
    ],
    verdicts: [
      { when: { need: 'support' }, is: 'disqualified', because: 'Existing customer: to support' },
      {
        when: { score: { atLeast: 70 }, slotsYes: { atLeast: 3 } },
        is: 'qualified',
        band: 'hot',
        because: 'Strong fit, at least three of BANT',
      },
      {
        when: { score: { atLeast: 30 } },
        is: 'qualified',
        band: 'warm',
        because: 'Fits, not urgent or not decided',
      },
      { when: { slotsUnknown: { atLeast: 2 } }, is: 'undetermined', because: 'Too little known' },
      { is: 'nurture', band: 'cold', because: 'Too early' },
    ],
  },
  products: [
    {
      id: 'probe-kit',
      name: 'Probe Kit',
      only: { sites: { atMost: 20 } },
      fits: [{ when: { need: 'alarms' }, weight: 3, because: 'you notice too late' }],
    },
    {
      id: 'audit-suite',
      name: 'Audit Suite',
      fits: [
        { when: { need: 'audits' }, weight: 3, because: 'paper logs cost you time' },
        { when: { sites: { atLeast: 10 } }, weight: 1, because: 'you run many sites' },
      ],
    },
  ],
  offers: {
    callback: { kind: 'callback', label: 'Ask {owner} to call me', minutes: 15 },
    demo: { kind: 'booking', label: 'Pick a time for a demo', url: 'https://calendar.example/kestrel' },
    summary: { kind: 'email', label: 'Just e-mail me the summary' },
  },
  endings: {
    qualified: { say: 'That fits well.', offer: ['callback', 'demo', 'summary'] },
    nurture: { say: 'Good to know early.', offer: ['summary'] },
    undetermined: { say: 'Let’s talk it through.', offer: ['callback', 'summary'] },
    disqualified: { say: 'Support helps you faster.' },
  },
  routing: {
    hours: { zone: 'Europe/London', open: ['Mon-Fri 09:00-17:30'] },
    answerWithin: '30 minutes',
    owners: { dana: { name: 'Dana' }, tom: { name: 'Tom' } },
    rules: [{ when: { sites: { atLeast: 50 } }, owner: 'dana', because: 'Large accounts' }],
    takeTurns: ['tom'],
  },
  delivery: { to: 'desk' },
  privacy: {
    notice: 'We use this to answer you.',
    consent: [
      { purpose: 'newsletter', text: 'Also send me the monthly newsletter.', version: '1' },
      {
        purpose: 'profile',
        text: 'Keep what I said about size and budget.',
        version: '2',
        covers: ['sites', 'budget'],
      },
    ],
  },
};
