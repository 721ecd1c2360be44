import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Happening } from '../../src/flow/log.js';
import { briefText } from '../../src/lead/brief-mail.js';
import { brief, type BriefSetting } from '../../src/lead/brief.js';
import { buildLead, withdrawnLead } from '../../src/lead/build-lead.js';
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
import { acts, conversationOf } from './random-conversation.js';

const LONDON: BriefSetting = {
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

const cases: readonly [string, string, () => Lead, BriefSetting?][] = [
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
        playbook: {
          ...KESTREL,
          products: undefined,
          privacy: undefined,
          routing: { ...KESTREL.routing, takeTurns: [] },
        },
        state: folded([began(direct, 'und')], KESTREL),
        leadId: LEAD_ID,
        revision: 1,
        phase: 'partial',
        at: '2026-11-23T23:40:00.000Z',
      }),
    { zone: 'Europe/London', hours: KESTREL.routing?.hours },
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
    'withdrawn',
    'a lead that was taken back',
    () => withdrawnLead({ playbook: KESTREL, state: folded(HOT), leadId: LEAD_ID, revision: 2, at: SENT_AT }),
  ],
];

describe('the brief reads as it always did', () => {
  for (const [file, name, lead, setting = LONDON] of cases) {
    it(`for ${name}`, () => {
      const path = new URL(`../fixtures/leads/${file}.txt`, import.meta.url);
      const text = briefText(lead(), setting);
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
      assert.ok(existsSync(path), 'run once with UPDATE_GOLDEN=1 and read what it wrote');
      assert.equal(text, readFileSync(path, 'utf8'));
    });
  }
});

describe('every brief', () => {
  const leads = fc.tuple(acts, fc.boolean()).map(([done, test]) =>
    buildLead({
      playbook: KESTREL,
      state: conversationOf(KESTREL, done),
      leadId: LEAD_ID,
      revision: 1,
      phase: 'complete',
      at: SENT_AT,
      signals: { tookMs: test ? 900 : 90_000, decoyFilled: false },
      test,
    }),
  );
  const everyBrief = (check: (lead: Lead, text: string, lines: readonly string[]) => void): void =>
    fc.assert(
      fc.property(leads, (lead) => check(lead, briefText(lead, LONDON), brief(lead, LONDON).lines)),
      { numRuns: 60 },
    );

  it('fits on one screen and leaves nothing empty', () => {
    everyBrief((_, text, lines) => {
      assert.ok(lines.length <= 25, text);
      assert.doesNotMatch(text, /undefined|null|NaN|\[object|\(\)|""| {2}·|· *$|:\s*$|^\s*·/m);
      assert.doesNotMatch(lines.join('\n'), /\n\n\n|^\n|\n$/);
    });
  });

  it('names neither the lead’s id nor its key', () => {
    everyBrief((lead, text) => assert.ok(!text.includes(lead.id)));
  });

  it('puts trials and possible spam at the very front', () => {
    everyBrief((lead, text) => {
      assert.equal(text.startsWith('[TEST] Possible spam (filled in 0.9 s) · '), lead.test === true);
    });
  });

  it('ends the same for lines and sections', () => {
    everyBrief((lead, text, lines) => {
      const { subject, sections } = brief(lead, LONDON);
      assert.equal(text, `${subject}\n\n${lines.join('\n')}\n`);
      assert.ok(sections.every((section) => section.lines.length > 0 && !section.lines.includes('')));
    });
  });
});

describe('hostile words in a brief', () => {
  const hostile = 'Eve\r\nBcc: all@kestrel.example\u202e\u0000\u2028 <!channel> \ud800 "x"';
  const lead = leadOf([
    ...HOT.slice(0, 13),
    said('contact', { ...PRIYA, name: hostile, company: hostile }),
    submitted,
    { type: 'questioned', text: hostile.repeat(50), knowledge: null },
  ]);

  it('stay on their line, and turn nothing around', () => {
    const { subject, lines } = brief(lead, LONDON);
    for (const line of [subject, ...lines]) {
      assert.doesNotMatch(line, /[\u0000-\u001f\u2028\u2029\u202a-\u202e\ud800-\udfff]/u);
    }
    assert.equal(subject.split('\n').length, 1);
  });

  it('are cut where they go on for ever', () => {
    for (const line of brief(lead, LONDON).lines) assert.ok(line.length < 700, `${line.length}`);
  });
});
