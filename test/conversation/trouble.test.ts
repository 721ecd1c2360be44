import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Playbook } from '../../src/playbook/schema.js';
import { hot, kestrel } from './kestrel.js';
import { fakeStore, settled } from './fakes.js';
import { KEY, staged, staging } from './stage.js';

describe('a store in trouble', () => {
  it('that is not available leaves the conversation as it is, and says so once', async () => {
    const store = fakeStore();
    store.mode = 'unavailable';
    const stage = await staged({ store });
    stage.answerAll();
    await stage.settled();
    assert.equal(stage.handover.leads.length, 1);
    assert.deepEqual(
      stage.facts.filter(({ type }) => type === 'problem'),
      [{ type: 'problem', code: 'storage.unavailable' }],
    );
    assert.equal(stage.view.problem, null);
  });

  it('that comes back gets everything it missed', async () => {
    const store = fakeStore();
    const stage = await staged({ store });
    stage.answer('need', 'alarms');
    await stage.settled();
    store.mode = 'unavailable';
    stage.answer('sites', '12');
    await stage.settled();
    store.mode = 'stored';
    stage.answer('start', 'quarter');
    await stage.settled();
    assert.deepEqual(
      stage.kept.map(({ n }) => n),
      [1, 2, 3, 4],
    );
  });

  it('that rejects, or is always behind, does not keep the visitor from talking', async () => {
    const store = fakeStore();
    store.mode = 'behind';
    const stage = await staged({ store });
    stage.answerAll();
    await stage.settled();
    const rejecting = {
      ...fakeStore(),
      load: () => Promise.reject(new Error('broken')),
      append: () => Promise.reject(new Error('broken')),
    };
    const other = await staged({ store: rejecting });
    other.answerAll();
    await other.settled();
    assert.equal(other.handover.leads.length, 1);
    assert.ok(store.calls.length < 30);
  });

  it('gets what came in quick succession in one go', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'role');
    await stage.settled();
    assert.deepEqual(stage.store.calls, ['load', 'append 0 4']);
  });

  it('with a log that nobody can read is a new conversation', async () => {
    const store = fakeStore();
    const log = [{ n: 1, at: '2026-11-23T15:00:00.000Z', type: 'answered' }, null] as never;
    store.kept.set(KEY, { leadId: '0'.repeat(32), log });
    const stage = await staged({ store });
    assert.notEqual(stage.view.phase, 'broken');
    assert.equal(stage.view.asking?.step.id, 'need');
  });
});

describe('two tabs with one conversation', () => {
  it('the second one follows the first, and its answer counts where it still fits', async () => {
    const one = await staged();
    one.answer('need', 'alarms');
    await one.settled();
    const two = await staged({ store: one.store, handover: one.handover });
    one.answer('sites', '12');
    await one.settled();
    two.answer('sites', '99');
    await two.settled();
    assert.equal(two.view.asking?.step.id, 'start');
    assert.equal(two.view.answers.find(({ step }) => step === 'sites')?.value, 12);
    two.answer('start', 'year');
    await two.settled();
    one.send({ type: 'visitor.typed', text: 'What does it cost?' });
    await one.settled();
    assert.equal(one.view.asking?.step.id, 'role');
    assert.equal(one.view.fold.log.at(-1)?.type, 'questioned');
    assert.deepEqual(one.kept, one.view.fold.log);
  });

  it('an answer whose step is still pending is given again', async () => {
    const one = await staged();
    one.answer('need', 'alarms');
    await one.settled();
    const two = await staged({ store: one.store, handover: one.handover });
    one.send({ type: 'visitor.typed', text: 'What does it cost?' });
    await one.settled();
    two.answer('sites', '99');
    await two.settled();
    assert.equal(two.view.asking?.step.id, 'start');
    assert.deepEqual(
      two.kept.map(({ type }) => type),
      ['began', 'answered', 'questioned', 'answered'],
    );
  });

  it('begins anew where the other tab erased everything', async () => {
    const one = await staged();
    one.answer('need', 'alarms');
    await one.settled();
    const two = await staged({ store: one.store, handover: one.handover });
    one.send({ type: 'visitor.withdrew' });
    await one.settled();
    two.answer('sites', '99');
    await two.settled();
    assert.equal(two.view.answers.length, 0);
    assert.equal(two.kept.length, 0);
  });

  it('sends one lead', async () => {
    const one = await staged();
    one.answerAll(hot, 'contact');
    await one.settled();
    const two = await staged({ store: one.store, handover: one.handover });
    one.answerAll();
    await one.settled();
    two.answerAll();
    await two.settled();
    assert.equal(new Set(one.handover.leads.map(({ id }) => id)).size, 1);
    assert.equal(two.view.phase, 'ended');
  });
});

describe('a playbook in trouble', () => {
  for (const [name, playbook] of [
    ['nothing', null],
    ['a text', 'Hello'],
    ['an empty object', {}],
    ['steps that are no list', { ...kestrel, steps: 'none' }],
    ['steps that are nothing', { ...kestrel, steps: [null, 7] }],
    ['no endings', { ...kestrel, endings: undefined }],
  ] as const) {
    it(`that is ${name} breaks the conversation, not the page`, async () => {
      const stage = staging({ playbook: playbook as unknown as Playbook });
      await stage.conversation.ready;
      stage.answerAll({ ...hot, need: 'support' });
      stage.send({ type: 'visitor.typed', text: 'Hello?' });
      stage.send({ type: 'visitor.corrected', of: 1, raw: 'x' });
      stage.send({ type: 'visitor.chose', offer: 'callback' });
      stage.send({ type: 'visitor.restarted' });
      stage.send({ type: 'visitor.withdrew' });
      stage.conversation.warm();
      await settled();
      assert.ok(stage.view.fold);
      stage.conversation.stop();
      stage.send({ type: 'visitor.submitted' });
    });
  }

  it('that cannot go on says where', async () => {
    const steps = [{ id: 'need', say: 'Hello', next: 'nowhere' }];
    const stage = await staged({ playbook: { ...kestrel, steps } });
    assert.equal(stage.view.phase, 'broken');
    assert.equal(stage.view.problem?.code, 'playbook.broken');
    assert.ok(stage.view.problem?.path?.startsWith('steps[0]'));
    assert.deepEqual(stage.facts[0]?.type, 'problem');
  });

  it('that is no playbook at all is said with a code', async () => {
    const stage = await staged({ playbook: null as unknown as Playbook });
    assert.deepEqual([stage.view.phase, stage.view.problem], ['broken', { code: 'conversation.failed' }]);
    assert.deepEqual(stage.facts, [{ type: 'problem', code: 'conversation.failed' }]);
  });

  it('does not erase what was kept under a better one', async () => {
    const first = await staged();
    first.answerAll(hot, 'start');
    const second = await first.reload({ playbook: {} as Playbook });
    assert.equal(second.view.phase, 'broken');
    const third = await second.reload({ playbook: kestrel });
    assert.equal(third.view.asking?.step.id, 'start');
  });
});

describe('listeners', () => {
  it('that throw keep nobody else from hearing, and nothing from happening', async () => {
    const stage = await staged();
    const heard: string[] = [];
    stage.conversation.subscribe(() => {
      throw new Error('theirs');
    });
    stage.conversation.onFact(() => {
      throw new Error('theirs');
    });
    const stop = stage.conversation.subscribe((view) => heard.push(view.asking?.step.id ?? ''));
    stage.answer('need', 'alarms');
    assert.deepEqual(heard, ['sites']);
    assert.ok(
      stage.facts.some((fact) => fact.type === 'problem' && fact.code === 'conversation.listener-failed'),
    );
    stop();
    stage.answer('sites', '12');
    assert.deepEqual(heard, ['sites']);
  });

  it('may send from within', async () => {
    const stage = await staged();
    stage.conversation.subscribe((view) => {
      if (view.asking?.step.id === 'sites')
        stage.conversation.send({ type: 'visitor.answered', step: 'sites', raw: '12' });
    });
    stage.answer('need', 'alarms');
    assert.equal(stage.view.asking?.step.id, 'start');
  });

  it('hear every question once, with how far along it is', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'role');
    assert.deepEqual(
      stage.facts.map((fact) =>
        fact.type === 'step' ? `${fact.step} ${fact.kind} ${fact.done}` : fact.type,
      ),
      ['step?', 'answer', 'step?', 'answer', 'step?', 'answer', 'step?'].map((word, i) =>
        word === 'answer'
          ? word
          : (['need choice 0', 'sites number 1', 'start choice 2', 'role choice 3'][i / 2] ?? ''),
      ),
    );
  });
});
