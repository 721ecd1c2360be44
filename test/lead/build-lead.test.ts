import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../src/flow/log.js';
import { buildLead, withdrawnLead } from '../../src/lead/build-lead.js';
import { router } from '../../src/routing/router.js';
import type { Playbook } from '../../src/playbook/schema.js';
import {
  began,
  BEGAN_AT,
  consented,
  folded,
  HOT,
  KESTREL,
  LEAD_ID,
  leadOf,
  PRIYA,
  said,
  SENT_AT,
  submitted,
} from './kestrel.js';

/** Nothing in it needs a consent. */
const PLAIN: Playbook = { ...KESTREL, privacy: undefined };

describe('a lead', () => {
  it('begins with its key, format, id, revision and phase', () => {
    assert.deepEqual(Object.entries(leadOf(HOT, { revision: 3, phase: 'updated' })).slice(0, 5), [
      ['key', `${LEAD_ID}.3`],
      ['schema', 1],
      ['id', LEAD_ID],
      ['revision', 3],
      ['phase', 'updated'],
    ]);
  });

  it('says when it began, when it was made, and under which playbook', () => {
    const { createdAt, updatedAt, decidedAt, locale, timeZone, playbook } = leadOf(HOT);
    assert.deepEqual([createdAt, updatedAt, decidedAt], [BEGAN_AT, SENT_AT, SENT_AT]);
    assert.deepEqual([locale, timeZone], ['en', 'Europe/London']);
    assert.deepEqual(playbook, { id: 'kestrel-website', version: '2026-11-23', hash: 'c0ffee' });
  });

  it('tells a changed answer with what stood there first, and a restored one as if nothing had been', () => {
    const sites = (more: readonly Happening[]) =>
      leadOf([...HOT.slice(0, 3), ...more], {}, PLAIN).answers?.find((answer) => answer.step === 'sites');
    const to = (value: number): Happening => ({
      type: 'corrected',
      of: 3,
      raw: `${value}`,
      value,
      label: `${value}`,
    });
    const { label, changed, before } = sites([to(11), to(12)]) ?? {};
    assert.deepEqual({ label, changed, before }, { label: '12', changed: true, before: '10' });
    assert.deepEqual(sites([to(11), to(10)]), sites([]));
  });

  it('tells a skipped question as one without an answer', () => {
    const log = [
      began(),
      said('need', 'audits'),
      said('sites', 3),
      said('start', 'year'),
      said('role', 'decide'),
      said('budget', null),
    ];
    const { value, label } = leadOf(log, {}, PLAIN).answers?.at(-1) ?? {};
    assert.deepEqual({ value, label }, { value: null, label: '' });
  });

  it('tells what the page knew with its source', () => {
    const prefilled: Happening = {
      type: 'prefilled',
      step: 'sites',
      value: 7,
      source: 'crm',
      asOf: '2026-01-01T00:00:00.000Z',
    };
    const playbook = { ...PLAIN, refreshAfterDays: 400 };
    const sites = leadOf([began(), prefilled, said('need', 'alarms')], {}, playbook).answers?.at(-1);
    const asOf = '2026-01-01T00:00:00.000Z';
    assert.deepEqual(
      { step: sites?.step, value: sites?.value, source: sites?.source, at: sites?.at, asOf: sites?.asOf },
      { step: 'sites', value: 7, source: 'crm', at: asOf, asOf },
    );
    assert.equal(sites && 'confirmedAt' in sites, false);
  });

  it('tells what is old only when it was confirmed, and since when', () => {
    const asOf = '2026-01-01T00:00:00.000Z';
    const prefilled: Happening = { type: 'prefilled', step: 'sites', value: 7, source: 'crm', asOf };
    const talk = [began(), prefilled, said('need', 'alarms')];
    const asked = leadOf(talk, {}, PLAIN);
    assert.deepEqual(
      asked.answers?.map(({ step }) => step),
      ['need'],
    );
    assert.ok(!JSON.stringify(asked).includes('prefilled'));
    const told = leadOf([...talk, { type: 'confirmed', of: 2 }], {}, PLAIN).answers?.at(-1);
    assert.deepEqual([told?.source, told?.asOf, told?.question], ['crm', asOf, 'How many sites do you run?']);
    assert.ok(told?.confirmedAt && told.confirmedAt > asOf);
  });

  it('tells each consent as it stands now, with its wording', () => {
    const { consents } = leadOf([...HOT, consented('newsletter', true)]);
    assert.deepEqual(
      consents.map(({ purpose, granted, text, version }) => [purpose, granted, text, version]),
      [
        ['newsletter', true, 'Also send me the monthly newsletter.', '1'],
        ['profile', true, 'Keep what I said about size and budget.', '2'],
      ],
    );
  });

  it('leaves out what a refused consent covers, and keeps everything behind it', () => {
    const refused = HOT.map((one) =>
      one.type === 'consented' && one.purpose === 'profile' ? { ...one, granted: false } : one,
    );
    const lead = leadOf(refused);
    assert.deepEqual(
      lead.answers?.map((answer) => answer.step),
      ['need', 'start', 'role', 'tools', 'note', 'contact'],
    );
    assert.equal(lead.contact?.email, PRIYA.email);
    assert.equal(lead.qualification?.score, 50);
    assert.deepEqual(lead.qualification?.missing, ['budget']);
    assert.deepEqual(
      lead.log?.find((entry) => entry.n === 3),
      {
        type: 'answered',
        n: 3,
        at: '2026-11-23T15:10:43.000Z',
        step: 'sites',
        prompt: 'How many sites do you run?',
        raw: '',
        value: null,
        withheld: true,
        locale: 'en',
      },
    );
    assert.ok(!lead.log?.some((entry) => entry.type === 'corrected'));
  });

  it('leaves out a way that was left again', () => {
    const log = [
      began(),
      said('need', 'other'),
      said('need_text', 'Rats in the cold store'),
      { type: 'corrected', of: 2, raw: 'alarms', value: 'alarms', label: 'Alarms' } as const,
      said('sites', 3),
    ];
    const lead = leadOf(log, {}, PLAIN);
    assert.doesNotMatch(JSON.stringify(lead), /Rats/);
    assert.deepEqual(
      lead.answers?.map((answer) => answer.step),
      ['need', 'sites'],
    );
  });

  it('leaves out what came before the beginning', () => {
    const lead = leadOf([{ type: 'questioned', text: 'Early bird', knowledge: null }, ...HOT]);
    assert.doesNotMatch(JSON.stringify(lead), /Early bird/);
  });

  it('is short when there is little to say', () => {
    const { signals, ...lead } = leadOf([]);
    assert.equal(signals?.tookMs, 93_500);
    assert.deepEqual(lead, {
      key: `${LEAD_ID}.1`,
      schema: 1,
      id: LEAD_ID,
      revision: 1,
      phase: 'complete',
      createdAt: SENT_AT,
      updatedAt: SENT_AT,
      decidedAt: SENT_AT,
      locale: 'en',
      timeZone: 'UTC',
      playbook: { id: 'kestrel-website', version: '2026-11-23', hash: '' },
      contact: {},
      qualification: leadOf([began()]).qualification,
      answers: [],
      questions: [],
      recommendations: leadOf([began()]).recommendations,
      routing: {
        owner: 'tom',
        name: 'Tom',
        because: 'Takes turns (no rule matched)',
        path: 'routing.takeTurns',
        dueAt: '2026-11-23T15:42:04.000Z',
      },
      consents: [],
      log: [],
    });
  });
});

describe('a withdrawn lead', () => {
  const lead = withdrawnLead({
    playbook: KESTREL,
    state: folded([...HOT, { type: 'withdrew' }]),
    leadId: LEAD_ID,
    revision: 2,
    at: '2026-11-23T16:00:00.000Z',
  });

  it('says which lead to erase, and nothing about anybody', () => {
    assert.deepEqual(lead, {
      key: `${LEAD_ID}.2`,
      schema: 1,
      id: LEAD_ID,
      revision: 2,
      phase: 'withdrawn',
      createdAt: BEGAN_AT,
      updatedAt: '2026-11-23T16:00:00.000Z',
      decidedAt: '2026-11-23T16:00:00.000Z',
      locale: 'und',
      timeZone: 'UTC',
      playbook: { id: 'kestrel-website', version: '2026-11-23', hash: 'c0ffee' },
      consents: [],
    });
  });
});

describe('the request', () => {
  it('may leave out signals', () => {
    const state = folded([began(), submitted]);
    const lead = buildLead({
      router,
      playbook: KESTREL,
      state,
      leadId: LEAD_ID,
      revision: 1,
      phase: 'partial',
      at: SENT_AT,
    });
    assert.equal(lead.signals, undefined);
  });
});
