/** Leads of every sort, for the files under `test/fixtures/leads` that fix how they read. */
import type { Happening } from '../../src/flow/log.js';
import type { BriefSetting } from '../../src/lead/brief.js';
import { buildLead, withdrawnLead } from '../../src/lead/build-lead.js';
import { router } from '../../src/routing/router.js';
import type { Lead } from '../../src/lead/lead.js';
import {
  began,
  consented,
  folded,
  FROM_AN_AD,
  HOT,
  KESTREL,
  LEAD_ID,
  leadOf,
  PRIYA,
  said,
  SENT_AT,
  submitted,
} from './kestrel.js';

export const LONDON: BriefSetting = {
  zone: 'Europe/London',
  hours: KESTREL.routing?.hours,
  receivedAt: '2026-11-23T15:12:05.000Z',
};
const SLOT = {
  start: '2026-11-24T14:00:00.000Z',
  end: '2026-11-24T14:15:00.000Z',
  timeZone: 'Europe/London',
};
const direct = { kind: 'direct', landing: '', page: '', referrer: '', utm: {}, clickIds: {} } as const;

const WARM: readonly Happening[] = [
  began({
    ...direct,
    kind: 'search',
    landing: 'https://kestrel.example/',
    page: 'https://kestrel.example/',
    referrer: 'https://duckduckgo.com/',
  }),
  said('need', 'audits'),
  said('sites', 7),
  said('start', 'year'),
  said('role', 'research'),
  said('budget', 'unsure'),
  said('tools', null),
  said('note', null),
  consented('newsletter', true),
  consented('profile', true),
  said('contact', { name: 'Jo Lind', email: 'jo@lind.example', country: 'DE' }),
  submitted,
];

/** What Priya said four days before: fewer sites, no hurry, no budget. */
const before = (): Lead => ({
  ...leadOf([
    began({ ...direct, kind: 'newsletter' }),
    said('need', 'alarms'),
    said('sites', 5),
    said('start', 'year'),
    said('role', 'recommend'),
    said('budget', null),
    said('tools', ['Paper']),
    said('note', null),
    consented('newsletter', false),
    consented('profile', true),
    said('contact', PRIYA),
    submitted,
    { type: 'chose', offer: 'summary' },
  ]),
  id: 'fedcba9876543210'.repeat(2),
  createdAt: '2026-11-19T10:02:00.000Z',
});

/** File, name, lead, setting. */
export const BRIEF_CASES: readonly [string, string, () => Lead, BriefSetting?][] = [
  [
    'hot',
    'a hot lead with everything',
    () => leadOf([...HOT, { type: 'chose', offer: 'callback', slot: SLOT }]),
  ],
  ['warm', 'a warm lead that chose nothing yet', () => leadOf(WARM)],
  [
    'not-a-fit',
    'a customer who came to the wrong place',
    () =>
      leadOf([
        began({
          ...direct,
          kind: 'newsletter',
          landing: 'https://kestrel.example/haccp?utm_medium=email',
          page: 'https://kestrel.example/haccp',
          utm: { medium: 'email', campaign: 'november' },
        }),
        said('need', 'support'),
        consented('newsletter', false),
        consented('profile', false),
        said('contact', { name: 'Sam Reed', email: 'sam@icehouse.example', company: 'Icehouse' }),
        submitted,
      ]),
  ],
  [
    'too-early',
    'next to nothing said, asked at night',
    () =>
      buildLead({
        router,
        playbook: {
          ...KESTREL,
          products: undefined,
          privacy: undefined,
          routing: { ...KESTREL.routing, takeTurns: [] },
        },
        state: folded([began(direct, 'und')], KESTREL),
        leadId: LEAD_ID,
        revision: 1,
        phase: 'complete',
        at: '2026-11-23T23:40:00.000Z',
      }),
    { zone: 'Europe/London', hours: KESTREL.routing?.hours },
  ],
  [
    'unfinished',
    'one that nobody sent yet',
    () =>
      buildLead({
        router,
        playbook: KESTREL,
        state: folded(WARM.filter(({ type }) => type !== 'submitted')),
        leadId: LEAD_ID,
        revision: 1,
        phase: 'partial',
        at: SENT_AT,
      }),
  ],
  [
    'test',
    'a trial that looks like spam',
    () => leadOf(WARM, { test: true, signals: { tookMs: 1200, decoyFilled: false } }),
  ],
  [
    'arabic',
    'an Arabic name among other words, read in New York',
    () =>
      leadOf([
        began({ ...FROM_AN_AD, clickIds: {}, utm: { source: 'bing', medium: 'cpc' } }, 'ar'),
        said('need', 'other'),
        said('need_text', 'نحتاج إلى مراقبة الثلاجات في الليل'),
        said('sites', 60),
        said('start', 'quarter'),
        said('role', 'decide'),
        said('budget', null),
        said('tools', ['Paper', 'Excel']),
        said('note', null),
        consented('newsletter', false),
        consented('profile', true),
        said('contact', {
          name: 'ليلى حداد',
          email: 'layla@thalj.example',
          company: 'شركة الثلج',
          phone: '+962 7 9000 0000',
        }),
        submitted,
        { type: 'chose', offer: 'callback', slot: { ...SLOT, timeZone: 'Asia/Amman' } },
      ]),
    { zone: 'America/New_York', receivedAt: '2026-11-23T15:12:05.000Z' },
  ],
  [
    'again',
    'the same person four days later, with other answers and a worry',
    () =>
      leadOf([
        ...HOT.slice(0, -2),
        { type: 'objected', objection: 'price', text: 'bit more than we pay now' },
        { type: 'objected', objection: 'data_protection' },
        said('contact', PRIYA),
        submitted,
        { type: 'chose', offer: 'callback', slot: { ...SLOT, timeZone: 'Asia/Kolkata' } },
      ]),
    { ...LONDON, receivedAt: '2026-11-23T15:12:26.000Z', earlier: [before()] },
  ],
  [
    'updated',
    'a lead that chose its next step later',
    () =>
      leadOf([...HOT, { type: 'chose', offer: 'demo' }], {
        revision: 2,
        phase: 'updated',
        at: '2026-11-23T15:14:30.000Z',
      }),
    { ...LONDON, receivedAt: '2026-11-23T15:14:31.000Z' },
  ],
  [
    'cancelled',
    'a lead that called its next step off',
    () =>
      leadOf(
        [...HOT, { type: 'chose', offer: 'callback', slot: SLOT }, { type: 'cancelled', offer: 'callback' }],
        { revision: 3, phase: 'updated', at: '2026-11-23T16:14:30.000Z' },
      ),
    { ...LONDON, receivedAt: '2026-11-23T16:14:31.000Z' },
  ],
  [
    'withdrawn',
    'a lead that was taken back',
    () => withdrawnLead({ playbook: KESTREL, state: folded(HOT), leadId: LEAD_ID, revision: 2, at: SENT_AT }),
  ],
];
