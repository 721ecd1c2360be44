/** Ways to talk through the playbook of an invented company. Everybody here is made up. */
import { fold } from '../../src/flow/fold.js';
import { stamped, type Arrival, type Happening, type LogEntry, type Value } from '../../src/flow/log.js';
import type { FoldState } from '../../src/flow/state.js';
import type { Lead } from '../../src/lead/lead.js';
import { buildLead, type LeadRequest } from '../../src/lead/build-lead.js';
import { router } from '../../src/routing/router.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { standingOf } from '../../src/qualification/judge.js';
import { KESTREL } from './kestrel-playbook.js';

export { KESTREL };

export const LEAD_ID = '0123456789abcdef'.repeat(2);
export const BEGAN_AT = '2026-11-23T15:10:31.000Z';
export const SENT_AT = '2026-11-23T15:12:04.000Z';

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
    typeof option === 'object'
      ? option.label
      : typeof value === 'object' && value !== null
        ? Object.values(value).join(', ')
        : String(value);
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
    router,
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
  {
    type: 'questioned',
    text: 'What if the Wi-Fi is down?',
    knowledge: 'wifi',
    answer: 'Probes keep 30 days.',
  },
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
