import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playbookFor } from '../../demo/playbook.js';
import type { Lead } from '../../src/lead/lead.js';
import { rejudge } from '../../src/receiver/rejudge.js';
import { contact, leadOf } from '../demo/prospect.js';

const playbook = playbookFor('http://desk.example');
const says = {
  need: 'alarms',
  sites: '12',
  start: 'quarter',
  role: 'recommend',
  budget: 'to1000',
  contact: contact({ name: 'Ada Example', email: 'ada@north.example', company: 'North Foods' }),
};
const lead = leadOf(playbook, { says }, Date.parse('2026-11-23T15:12:04.000Z'));
const { qualification, log = [] } = lead;
assert.ok(qualification);
const known = rejudge((id) => (id === playbook.id ? [playbook] : []));

const rows: readonly (readonly [string, Lead, string])[] = [
  ['a lead as it was sent', lead, 'match'],
  ['the same after a journey through JSON', JSON.parse(JSON.stringify(lead)) as Lead, 'match'],
  ['members in another order', { ...lead, qualification: reversed(qualification) }, 'match'],
  ['a better score', { ...lead, qualification: { ...qualification, score: 101 } }, 'mismatch'],
  ['another verdict', { ...lead, qualification: { ...qualification, verdict: 'nurture' } }, 'mismatch'],
  ['one reason less', { ...lead, qualification: { ...qualification, reasons: [] } }, 'mismatch'],
  ['a changed answer in the log', { ...lead, log: log.map(fewerSites) }, 'mismatch'],
  ['a log of nonsense', { ...lead, log: [...log].reverse() }, 'mismatch'],
  ['another version', { ...lead, playbook: { ...lead.playbook, hash: 'f'.repeat(16) } }, 'unknown-playbook'],
  ['another playbook', { ...lead, playbook: { ...lead.playbook, id: 'other' } }, 'unknown-playbook'],
  ['no log', { ...lead, log: [] }, 'no-log'],
];

function reversed<T extends object>(document: T): T {
  return Object.fromEntries(Object.entries(document).reverse()) as T;
}
function fewerSites(entry: (typeof log)[number]): (typeof log)[number] {
  return entry.type === 'answered' && entry.step === 'sites' ? { ...entry, raw: '1', value: 1 } : entry;
}

describe('judging a lead again', () => {
  for (const [name, sent, said] of rows) it(`${name}: ${said}`, () => assert.equal(known(sent), said));

  it('knows older versions beside the present one', () => {
    const older = { ...playbook, version: 'older' };
    assert.equal(rejudge(() => [older, playbook])(lead), 'match');
    assert.equal(rejudge(() => [older])(lead), 'unknown-playbook');
  });
});
