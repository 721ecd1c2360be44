/** The playbook of an invented company and ways to talk through it. Everybody here is made up. */
import { fold } from '../../src/flow/fold.js';
import { stamped, type Arrival, type Happening, type LogEntry, type Value } from '../../src/flow/log.js';
import type { FoldState } from '../../src/flow/state.js';
import type { Lead } from '../../src/lead/lead.js';
import { buildLead, type LeadRequest } from '../../src/lead/build-lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { standingOf } from '../../src/qualification/judge.js';

export const LEAD_ID = '0123456789abcdef'.repeat(2);
export const BEGAN_AT = '2026-11-23T15:10:31.000Z';
export const SENT_AT = '2026-11-23T15:12:04.000Z';

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
    { id: 'tools', ask: 'What do you use today?', kind: 'choices', optional: true, options: ['Paper', 'Excel'] },
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
      { when: { score: { atLeast: 30 } }, is: 'qualified', band: 'warm', because: 'Fits, not urgent or not decided' },
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

/** Came by an advertisement in a search engine. */
export const FROM_AN_AD: Arrival = {
  kind: 'ad',
  landing: 'https://kestrel.example/haccp?utm_source=google&utm_campaign=haccp-uk',
  page: 'https://kestrel.example/pricing',
  referrer: 'https://www.google.com/',
  utm: { source: 'google', campaign: 'haccp-uk', term: 'freezer alarm' },
  clickIds: { gclid: 'EAIaIQobChMI' },
};

export const began = (arrival: Arrival = FROM_AN_AD, locale = 'en'): Happening => ({
  type: 'began',
  playbook: { id: 'kestrel-website', version: '2026-11-23', hash: 'c0ffee' },
  locale,
  timeZone: 'Europe/London',
  arrival,
});

/** An answer in the words of the playbook; a value that is no option is its own label. */
export const said = (step: string, value: Value | null, typed?: string): Happening => {
  const found = KESTREL.steps.find((one) => one.id === step);
  const option = found?.options?.find((one) => typeof one !== 'string' && one.value === value);
  const shown =
    typeof option === 'object' ? option.label : typeof value === 'object' && value !== null ? Object.values(value).join(', ') : String(value);
  return {
    type: 'answered',
    step,
    prompt: typeof found?.ask === 'string' ? found.ask : '',
    raw: typed ?? (typeof value === 'object' ? JSON.stringify(value) : String(value)),
    value,
    ...(value === null ? {} : { label: shown }),
    locale: 'en',
  };
};

export const consented = (purpose: string, granted: boolean): Happening => {
  const consent = KESTREL.privacy?.consent?.find((one) => one.purpose === purpose);
  return {
    type: 'consented',
    purpose,
    granted,
    text: consent?.text ?? '',
    version: consent?.version ?? '',
    locale: 'en',
    control: 'button',
  };
};

export const submitted: Happening = { type: 'submitted', notice: 'We use this to answer you.' };

/** Numbers and stamps what happened: the first at the beginning, then every six seconds. */
export const logOf = (happenings: readonly Happening[]): readonly LogEntry[] => {
  const log: LogEntry[] = [];
  for (const happening of happenings) {
    const at = new Date(Date.parse(BEGAN_AT) + log.length * 6_000).toISOString();
    log.push(stamped(happening, log, at));
  }
  return log;
};

export const folded = (happenings: readonly Happening[], playbook: Playbook = KESTREL): FoldState =>
  fold(playbook, logOf(happenings), standingOf(playbook));

export const leadOf = (
  happenings: readonly Happening[],
  more: Partial<LeadRequest> = {},
  playbook: Playbook = KESTREL,
): Lead =>
  buildLead({
    playbook,
    state: folded(happenings, playbook),
    leadId: LEAD_ID,
    revision: 1,
    phase: 'complete',
    at: SENT_AT,
    signals: { tookMs: 93_500, decoyFilled: false },
    ...more,
  });

export const PRIYA = {
  name: 'Priya Shah',
  email: 'priya@northfold.example',
  company: 'Northfold Foods',
  country: 'GB',
  phone: '+44 7700 900123',
  website: 'northfold.example',
};

/** A conversation that leaves nothing out. Ends before anything is chosen. */
export const HOT: readonly Happening[] = [
  began(),
  said('need', 'alarms'),
  said('sites', 10),
  { type: 'questioned', text: 'What if the Wi-Fi is down?', knowledge: 'wifi', answer: 'Probes keep 30 days.' },
  { type: 'corrected', of: 3, raw: '12', value: 12, label: '12' },
  said('start', 'quarter'),
  said('role', 'recommend'),
  said('budget', 'to1000'),
  said('tools', ['Paper']),
  { type: 'questioned', text: 'Do you integrate with Oracle WMS?', knowledge: null },
  said('note', 'Two freezers failed over a weekend, nobody saw it till Monday.'),
  consented('newsletter', false),
  consented('profile', true),
  said('contact', PRIYA),
  submitted,
];
