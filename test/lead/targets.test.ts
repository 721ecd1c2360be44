import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Lead } from '../../src/lead/lead.js';
import { attained, countedFrom, type Arrived, type Target } from '../../src/lead/targets.js';
import { sampleLead } from '../../src/receiver/conformance/probe.js';

const NOW = '2026-11-15T12:00:00Z';
const { test: _trial, ...sample } = sampleLead();
const arrived = (at: string, more: Partial<Lead> = {}): Arrived => ({ at, lead: { ...sample, ...more } });
const judged = (verdict: string, band: string | null) =>
  ({ qualification: { verdict, band } }) as unknown as Partial<Lead>;
const step = (kind: string, status: string) =>
  ({ nextStep: { offer: 'x', kind, label: '', status, at: NOW } }) as unknown as Partial<Lead>;
const target = (more: Partial<Target> = {}): Target => ({
  period: 'month',
  counts: 'leads',
  goal: 20,
  ...more,
});
const done = (one: Target, leads: readonly Arrived[], now = NOW, zone = 'Europe/London') =>
  attained([one], leads, now, zone)[0]?.done;

describe('targets', () => {
  for (const [period, from, to] of [
    ['month', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)
    it(`of a ${period} run from ${from} to ${to}`, () => {
      const [one] = attained([target({ period })], [], NOW, 'UTC');
      assert.deepEqual([one?.from, one?.to, one?.done, one?.attainment], [from, to, 0, 0]);
      assert.equal(countedFrom([target({ period })], NOW, 'UTC'), from);
    });

  it('count by the calendar of the company’s zone', () => {
    const late = [arrived('2026-10-31T13:30:00Z')];
    assert.equal(done(target(), late, NOW, 'Pacific/Auckland'), 1);
    assert.equal(done(target(), late, NOW, 'Europe/London'), 0);
    assert.equal(done(target(), [arrived('2026-12-01T00:00:00Z')]), 0);
    assert.equal(done(target(), [arrived('2026-11-30T23:59:59Z')]), 1);
  });

  for (const [counts, counted, not] of [
    ['qualified', judged('qualified', 'warm'), judged('nurture', 'cold')],
    ['hot', judged('qualified', 'hot'), judged('qualified', 'warm')],
    ['meetings', step('visit', 'requested'), step('visit', 'cancelled')],
    ['meetings', step('booking', 'booked'), step('email', 'requested')],
    ['leads', { phase: 'updated' }, { phase: 'partial' }],
    ['leads', {}, { test: true }],
    ['leads', {}, { phase: 'withdrawn' }],
  ] as const)
    it(`that count ${counts} count ${JSON.stringify(counted)} and not ${JSON.stringify(not)}`, () => {
      const leads = [arrived(NOW, counted), arrived(NOW, not), arrived(NOW, not)];
      assert.equal(done(target({ counts }), leads), 1);
    });

  it('of one owner count only theirs', () => {
    const by = (owner: string) => arrived(NOW, { routing: { owner, name: owner, because: '', path: '' } });
    assert.equal(done(target({ owner: 'tom' }), [by('tom'), by('dana'), by('tom'), arrived(NOW)]), 2);
  });

  it('say what an even pace would have brought by today', () => {
    const [one] = attained([target({ goal: 30 })], [arrived(NOW)], NOW, 'UTC');
    assert.deepEqual([one?.expected, one?.attainment], [15, 1 / 30]);
  });

  it('are none for a time that cannot be read, and without targets', () => {
    assert.deepEqual(attained([target()], [], 'never', 'UTC'), []);
    assert.equal(countedFrom([], NOW, 'UTC'), null);
  });
});
