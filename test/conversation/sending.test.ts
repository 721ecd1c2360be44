import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { fold } from '../../src/flow/fold.js';
import { createHandingOver } from '../../src/conversation/handing-over.js';
import { card, hot, kestrel } from './kestrel.js';
import { fakeHandover } from './fakes.js';
import { sent, staged } from './stage.js';

describe('sending', () => {
  it('makes one commit of ten rapid clicks', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'contact');
    for (let i = 0; i < 10; i++)
      stage.conversation.send({ type: 'visitor.answered', step: 'contact', raw: card() });
    for (let i = 0; i < 10; i++) stage.conversation.send({ type: 'visitor.submitted' });
    await stage.settled();
    assert.equal(stage.handover.leads.length, 1);
  });

  it('says "saving" until it is stored, and "saved" from then on', async () => {
    const handover = fakeHandover();
    let open = () => {};
    handover.gate = new Promise((resolve) => (open = resolve));
    const stage = await staged({ handover });
    stage.answerAll();
    await stage.settled();
    assert.deepEqual([stage.view.phase, stage.view.handover.is], ['handingOver', 'saving']);
    open();
    await stage.settled();
    assert.deepEqual(stage.view.handover, { is: 'saved', durable: true, offline: false });
    assert.equal(stage.view.phase, 'ended');
  });

  it('follows the outbox in its own words', async () => {
    const stage = await sent();
    const id = stage.handover.leads[0]?.id ?? '';
    const shown = (state: Parameters<typeof stage.handover.report>[1]) => {
      stage.handover.report(id, state);
      return stage.view.handover;
    };
    assert.deepEqual(shown({ is: 'sending', durable: true, attempt: 1 }), { is: 'sending', durable: true });
    assert.deepEqual(shown({ is: 'waiting', durable: true, code: 'status.503', dueMs: 9 }), {
      is: 'waiting',
      durable: true,
      offline: false,
      code: 'status.503',
    });
    assert.deepEqual(shown({ is: 'acknowledged', atMs: 12, attempts: 2 }), { is: 'sent', atMs: 12 });
    assert.deepEqual(stage.facts.at(-1), { type: 'delivered', revision: 1, attempts: 2, confirmed: true });
    const { view } = stage;
    shown({ is: 'acknowledged', atMs: 12, attempts: 2 });
    assert.equal(stage.view, view);
  });

  it('says that there is no network where that is sure', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'contact');
    stage.network.online = false;
    stage.answer('contact', card());
    await stage.settled();
    assert.deepEqual(stage.view.handover, { is: 'saved', durable: true, offline: true });
    const id = stage.handover.leads[0]?.id ?? '';
    stage.handover.report(id, { is: 'waiting', durable: true, code: 'network.failed', dueMs: 9 });
    assert.equal(stage.view.handover.is === 'waiting' && stage.view.handover.offline, true);
  });

  it('reports what the outbox gave up', async () => {
    const stage = await sent();
    stage.handover.report(stage.handover.leads[0]?.id ?? '', { is: 'failed', code: 'status.422' });
    assert.deepEqual(stage.view.handover, { is: 'failed', code: 'status.422' });
    assert.deepEqual(stage.facts.at(-1), { type: 'problem', code: 'status.422' });
    stage.send({ type: 'visitor.retried' });
    await stage.settled();
    assert.equal(stage.handover.hurried, 1);
  });

  it('sends a lead that says what its own log says', async () => {
    const stage = await sent();
    const [lead] = stage.handover.leads;
    assert.ok(lead?.log);
    const again = fold(kestrel, lead.log, standingOf(kestrel));
    assert.deepEqual(judge(kestrel, again, lead.decidedAt), lead.qualification);
  });

  it('tells the page of submitting and storing, without a word about the person', async () => {
    const stage = await sent();
    assert.deepEqual(stage.facts.slice(-2), [
      { type: 'submit', verdict: 'qualified', band: 'hot' },
      { type: 'stored', durable: true, revision: 1 },
    ]);
    const told = JSON.stringify(stage.facts);
    for (const secret of ['Priya', 'northfold', 'Northfold', stage.handover.leads[0]?.id ?? 'none']) {
      assert.equal(told.includes(secret), false, secret);
    }
  });

  it('sends a next step as the next revision, once', async () => {
    const stage = await sent();
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    await stage.settled();
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    stage.send({ type: 'visitor.chose', offer: 'nothing-of-the-kind' });
    await stage.settled();
    assert.deepEqual(
      stage.handover.leads.map(({ revision, phase, nextStep }) => [revision, phase, nextStep?.offer]),
      [
        [1, 'complete', undefined],
        [2, 'updated', 'callback'],
      ],
    );
    assert.equal(stage.view.ending?.chosen, 'callback');
    assert.equal(stage.facts.filter(({ type }) => type === 'next-step').length, 1);
  });

  it('covers in one more revision what happened while one was being committed', async () => {
    const stage = await sent();
    let open = () => {};
    stage.handover.gate = new Promise((resolve) => (open = resolve));
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    await stage.settled();
    stage.send({ type: 'visitor.typed', text: 'Do you work with Oracle?' });
    stage.send({ type: 'visitor.corrected', of: stage.view.answers[1]?.n ?? 0, raw: '60' });
    open();
    await stage.settled();
    assert.equal(stage.view.phase, 'ended');
    assert.equal(stage.handover.leads.length, 3);
    const last = stage.handover.leads.at(-1);
    assert.equal(last?.questions?.length, 1);
    assert.equal(last?.routing?.owner, 'dana');
    assert.equal(stage.view.ending?.offers[0]?.label, 'Ask Dana to call me');
  });

  it('keeps later changes to itself where the destination cannot update', async () => {
    const stage = await sent({ updates: false });
    stage.handover.gone = true;
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    stage.send({ type: 'visitor.typed', text: 'Do you work with Oracle?' });
    await stage.settled();
    assert.equal(stage.handover.leads.length, 1);
    assert.equal(stage.view.ending?.chosen, 'callback');
    assert.deepEqual(stage.view.handover, { is: 'saved', durable: true, offline: false });
    const again = await stage.reload();
    await again.settled();
    assert.equal(again.handover.leads.length, 1);
  });

  it('holds the one lead back for the next step where the destination cannot update', async () => {
    const stage = await sent({ updates: false });
    stage.send({ type: 'visitor.typed', text: 'Do you work with Oracle?' });
    await stage.settled();
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    await stage.settled();
    assert.deepEqual(stage.handover.holds, [true, true, false]);
    const [, second, third] = stage.handover.leads;
    assert.equal(second?.questions?.[0]?.text, 'Do you work with Oracle?');
    assert.equal(third?.nextStep?.offer, 'callback');
  });

  it('says what nobody saw arrive as it is', async () => {
    const stage = await sent({ updates: false });
    const id = stage.handover.leads[0]?.id ?? '';
    stage.handover.report(id, { is: 'acknowledged', atMs: 12, attempts: 1, unseen: true, backup: true });
    assert.deepEqual(stage.view.handover, { is: 'sent', atMs: 12, unseen: true });
    const told = { type: 'delivered', revision: 1, attempts: 1, confirmed: false, backup: true };
    assert.deepEqual(stage.facts.at(-1), told);
  });

  it('says when somebody has to take a lead back by hand', async () => {
    const stage = await sent({ updates: false });
    stage.handover.attempted = true;
    stage.handover.gone = true;
    stage.send({ type: 'visitor.withdrew' });
    await stage.settled();
    assert.deepEqual(
      stage.facts.filter(({ type }) => type === 'problem' || type === 'forgotten'),
      [{ type: 'forgotten' }, { type: 'problem', code: 'withdrawal.by-hand' }],
    );
    assert.equal(stage.handover.leads.length, 1);
  });

  it('sends a correction made afterwards, and asks what it opens first', async () => {
    const stage = await sent();
    stage.send({ type: 'visitor.corrected', of: stage.view.answers[0]?.n ?? 0, raw: 'other' });
    await stage.settled();
    assert.equal(stage.view.asking?.step.id, 'need_text');
    assert.equal(stage.handover.leads.length, 1);
    stage.answer('need_text', 'Both.');
    await stage.settled();
    assert.deepEqual([stage.view.phase, stage.handover.leads.length], ['ended', 2]);
  });

  it('lets go of a lead that was sent out of memory, so that no later page sends it again', async () => {
    const handover = fakeHandover();
    handover.durable = false;
    const stage = await sent({ handover });
    assert.deepEqual(stage.view.handover, { is: 'saved', durable: false, offline: false });
    assert.ok(stage.kept.length > 0);
    handover.report(handover.leads[0]?.id ?? '', { is: 'acknowledged', atMs: 1, attempts: 1 });
    stage.send({ type: 'visitor.typed', text: 'One more thing?' });
    await stage.settled();
    assert.equal(stage.kept.length, 0);
    assert.equal(stage.view.phase, 'ended');
  });

  it('waits where the second half cannot be loaded, and tries again when asked', async () => {
    let reachable = false;
    const stage = await staged({
      close: async () => {
        if (!reachable) throw new Error('offline');
        return { createHandingOver, updates: true };
      },
    });
    stage.answerAll();
    await stage.settled();
    assert.deepEqual(stage.view.handover, { is: 'failed', code: 'handover.unavailable' });
    assert.equal(stage.view.phase, 'handingOver');
    assert.deepEqual(
      stage.facts.filter(({ type }) => type === 'problem'),
      [{ type: 'problem', code: 'handover.unavailable' }],
    );
    assert.ok(stage.kept.some(({ type }) => type === 'submitted'));
    stage.send({ type: 'visitor.typed', text: 'Did it work?' });
    reachable = true;
    stage.send({ type: 'visitor.retried' });
    await stage.settled();
    assert.deepEqual([stage.view.phase, stage.view.problem, stage.handover.leads.length], ['ended', null, 1]);
  });

  it('tries again by itself when the page is shown again', async () => {
    let reachable = false;
    const stage = await staged({
      close: () =>
        reachable
          ? Promise.resolve({ createHandingOver, updates: true })
          : Promise.reject(new Error('offline')),
    });
    stage.answerAll();
    await stage.settled();
    reachable = true;
    stage.returned();
    await stage.settled();
    assert.equal(stage.handover.leads.length, 1);
  });

  it('keeps the ending on view when a later revision cannot be written', async () => {
    const stage = await sent();
    stage.handover.unwritable = true;
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    await stage.settled();
    assert.deepEqual([stage.view.phase, stage.view.problem?.code], ['ended', 'handover.unavailable']);
    stage.handover.unwritable = false;
    stage.send({ type: 'visitor.retried' });
    await stage.settled();
    assert.deepEqual([stage.handover.leads.length, stage.view.problem], [2, null]);
  });
});
