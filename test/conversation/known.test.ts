import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tellKnown } from '../../src/compose/known.js';
import { kestrel } from './kestrel.js';
import { staged, type Stage } from './stage.js';

const LONG_AGO = '2025-03-02T00:00:00.000Z';
const typesIn = ({ view }: Stage) => view.fold.log.map(({ type }) => type);
const withSites = async (fact: unknown, stage?: Stage): Promise<Stage> => {
  const now = stage ?? (await staged());
  tellKnown(now.conversation, { sites: fact });
  now.answer('need', 'alarms');
  return now;
};

describe('a person the page knows', () => {
  it('is not asked what is known, and the lead says who knew it', async () => {
    const stage = await withSites({ value: 20, source: 'crm', asOf: '2026-11-01' });
    assert.equal(stage.view.asking?.step.id, 'start');
    stage.answerAll();
    await stage.settled();
    const sites = stage.handover.leads[0]?.answers?.find(({ step }) => step === 'sites');
    assert.deepEqual(
      [sites?.value, sites?.source, sites?.asOf, sites?.confirmedAt],
      [20, 'crm', '2026-11-01T00:00:00.000Z', undefined],
    );
  });

  it('may be known by a contact card, by text that has to be read, and by a label', async () => {
    const stage = await staged();
    const card = { name: 'Priya Shah', email: 'priya@northfold.example' };
    tellKnown(
      stage.conversation,
      JSON.stringify({ sites: 'about 20', need: 'Paper logs for audits', contact: { value: card } }),
    );
    assert.deepEqual(
      stage.view.fold.log.flatMap((entry) => (entry.type === 'prefilled' ? [entry.value] : [])),
      [20, 'audits', card],
    );
  });

  it('confirms what is old with one tap', async () => {
    const stage = await withSites({ value: 20, source: 'crm', asOf: LONG_AGO });
    const { stale, step, prior } = stage.view.asking ?? {};
    assert.deepEqual(stale, { of: 2, label: '20', asOf: LONG_AGO });
    assert.deepEqual([step?.id, prior], ['sites', 20]);
    stage.send({ type: 'visitor.confirmed', of: 1 });
    assert.equal(stage.view.asking?.step.id, 'sites');
    stage.send({ type: 'visitor.confirmed', of: 2 });
    stage.send({ type: 'visitor.confirmed', of: 2 });
    assert.equal(stage.view.asking?.step.id, 'start');
    assert.deepEqual(typesIn(stage), ['began', 'prefilled', 'answered', 'confirmed']);
    assert.deepEqual(stage.facts.filter(({ type }) => type === 'answer').at(-1), {
      type: 'answer',
      step: 'sites',
      kind: 'number',
    });
    await stage.settled();
    assert.deepEqual(stage.kept.at(-1)?.type, 'confirmed');
  });

  it('confirms with a typed yes, and answers anew with anything else', async () => {
    const yes = await withSites({ value: 20, asOf: LONG_AGO });
    yes.send({ type: 'visitor.typed', text: 'yes' });
    assert.equal(yes.view.fold.answers.get('sites')?.value, 20);
    const other = await withSites({ value: 20, asOf: LONG_AGO });
    other.send({ type: 'visitor.typed', text: '25' });
    assert.deepEqual(other.view.fold.answers.get('sites')?.value, 25);
    assert.equal(other.view.fold.answers.get('sites')?.source, 'visitor');
  });

  it('is told once, however often the page says it; a newer word counts', async () => {
    const stage = await staged();
    const fact = { value: 20, asOf: LONG_AGO };
    for (let i = 0; i < 3; i++) tellKnown(stage.conversation, { sites: fact });
    tellKnown(stage.conversation, { sites: { ...fact, asOf: '2026-11-01' } });
    tellKnown(stage.conversation, { sites: 20 });
    assert.deepEqual(typesIn(stage), ['began', 'prefilled', 'prefilled']);
    stage.answer('need', 'alarms');
    assert.equal(stage.view.asking?.step.id, 'start');
  });

  it('stays known when the conversation starts over', async () => {
    const stage = await withSites(20);
    stage.send({ type: 'visitor.restarted' });
    assert.deepEqual(typesIn(stage), ['began', 'prefilled']);
    await stage.settled();
    assert.equal(stage.kept.length, 0);
    stage.answer('need', 'alarms');
    assert.equal(stage.view.asking?.step.id, 'start');
  });

  it('who is somebody else starts clean, also on the next page', async () => {
    const stage = await withSites({ value: 20, source: 'crm', asOf: '2026-11-01' });
    await stage.settled();
    stage.send({ type: 'visitor.disowned' });
    assert.deepEqual(typesIn(stage), ['began', 'disowned']);
    assert.equal(stage.view.asking?.step.id, 'need');
    const next = await stage.reload();
    assert.deepEqual(typesIn(next), ['began', 'disowned']);
    await withSites({ value: 20, source: 'crm', asOf: '2026-11-02' }, next);
    assert.equal(next.view.asking?.step.id, 'sites');
    assert.ok(!JSON.stringify(next.view.fold.log).includes('crm'));
    next.send({ type: 'visitor.restarted' });
    assert.deepEqual(typesIn(next), ['began', 'disowned']);
  });

  it('who takes everything back is forgotten', async () => {
    const stage = await withSites(20);
    stage.send({ type: 'visitor.withdrew' });
    assert.deepEqual(typesIn(stage), ['began']);
  });

  it('leaves out what cannot be read or has no step, and says so without the value', async (t) => {
    const said = t.mock.method(console, 'error', () => {});
    const stage = await staged({ playbook: kestrel });
    const unusable: readonly unknown[] = [
      { need: null },
      { sites: { value: 20, asOf: 'in spring' } },
      { sites: { value: 20, source: 'gossip' } },
      { nobody: 'asks-this' },
      { sites: { value: { nested: { deep: 1 } } } },
      '{"sites": 20',
      null,
    ];
    for (const known of unusable) assert.equal(tellKnown(stage.conversation, known), false);
    assert.deepEqual(typesIn(stage), ['began']);
    const words = said.mock.calls.map(({ arguments: [line] }) => String(line));
    assert.deepEqual(
      words.map((line) => /prefill\.[a-z-]+/.exec(line)?.[0]),
      ['prefill.unreadable', 'prefill.unknown-step', 'prefill.no-json'],
    );
    assert.ok(!words.join().includes('asks-this') && !words.join().includes('gossip'));
  });
});
