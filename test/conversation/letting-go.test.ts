import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHandingOver } from './routed.js';
import { hot } from './kestrel.js';
import { fakeHandover } from './fakes.js';
import { sent, staged } from './stage.js';

describe('starting over', () => {
  it('is a new lead; what was sent stays sent', async () => {
    const stage = await sent();
    stage.send({ type: 'visitor.restarted' });
    assert.equal(stage.view.phase, 'asking');
    assert.equal(stage.view.answers.length, 0);
    assert.deepEqual(stage.view.handover, { is: 'none' });
    await stage.settled();
    assert.equal(stage.kept.length, 0);
    stage.answerAll();
    await stage.settled();
    const [one, two] = stage.handover.leads;
    assert.notEqual(one?.id, two?.id);
    assert.deepEqual([two?.revision, stage.handover.forgotten.length], [1, 0]);
    assert.deepEqual(
      stage.kept.map(({ n }) => n),
      stage.kept.map((_, i) => i + 1),
    );
  });

  it('lets a lead that is being committed go its way', async () => {
    const handover = fakeHandover();
    let open = () => {};
    handover.gate = new Promise((resolve) => (open = resolve));
    const stage = await staged({ handover });
    stage.answerAll();
    stage.send({ type: 'visitor.restarted' });
    open();
    await stage.settled();
    assert.equal(handover.leads.length, 1);
    assert.deepEqual([stage.view.phase, stage.view.handover.is], ['asking', 'none']);
  });
});

describe('taking back', () => {
  it('before anything was sent erases and forgets, without a word to anybody', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'start');
    await stage.settled();
    stage.send({ type: 'visitor.withdrew' });
    await stage.settled();
    assert.equal(stage.kept.length, 0);
    assert.deepEqual([stage.handover.forgotten, stage.handover.leads], [[], []]);
    assert.equal(stage.facts.at(-1)?.type, 'forgotten');
    assert.deepEqual([stage.view.phase, stage.view.answers.length], ['asking', 0]);
  });

  it('erases what is queued and, where an attempt was made, sends one withdrawal without personal data', async () => {
    const stage = await sent();
    stage.handover.attempted = true;
    const id = stage.handover.leads[0]?.id ?? '';
    stage.send({ type: 'visitor.withdrew' });
    await stage.settled();
    assert.deepEqual(stage.handover.forgotten, [id]);
    const last = stage.handover.leads.at(-1);
    assert.deepEqual([last?.phase, last?.id, last?.revision], ['withdrawn', id, 2]);
    assert.equal(JSON.stringify(last).includes('Priya'), false);
    assert.equal(stage.kept.length, 0);
  });

  it('says nothing to anybody when no attempt was made yet', async () => {
    const stage = await sent();
    stage.send({ type: 'visitor.withdrew' });
    await stage.settled();
    assert.deepEqual([stage.handover.forgotten.length, stage.handover.leads.length], [1, 1]);
  });

  it('stops a lead that is about to be committed', async () => {
    let load = () => {};
    const loaded = new Promise<void>((resolve) => (load = resolve));
    const stage = await staged({
      close: async () => {
        await loaded;
        return { createHandingOver, updates: true };
      },
    });
    stage.answerAll();
    stage.send({ type: 'visitor.withdrew' });
    load();
    await stage.settled();
    assert.equal(stage.handover.leads.length, 0);
    assert.equal(stage.facts.at(-1)?.type, 'forgotten');
  });
});
