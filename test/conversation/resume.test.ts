import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hot, kestrel } from './kestrel.js';
import { seen } from './seen.js';
import { settled } from './fakes.js';
import { staged } from './stage.js';

describe('coming back', () => {
  it('stores nothing before the visitor does something, and then from the beginning', async () => {
    const stage = await staged();
    stage.send({ type: 'page.prefilled', values: { sites: 12 } });
    await stage.settled();
    assert.deepEqual(stage.store.calls, ['load']);
    stage.answer('need', 'alarms');
    await stage.settled();
    assert.deepEqual(
      stage.kept.map(({ type }) => type),
      ['began', 'prefilled', 'answered'],
    );
  });

  it('shows the same after a reload at every step', async () => {
    let stage = await staged();
    for (const step of ['need', 'sites', 'start', 'role', 'budget', 'consent:newsletter', 'contact']) {
      assert.equal(stage.view.asking?.step.id, step);
      stage.answer(step, hot[step] ?? '');
      await settled();
      const before = seen(stage.view);
      stage = await stage.reload();
      await settled();
      assert.deepEqual(seen(stage.view), before, `after ${step}`);
      assert.equal(stage.view.resumed, 'same');
    }
    assert.equal(stage.view.phase, 'ended');
    assert.equal(stage.handover.leads.length, 1);
  });

  it('tells the page nothing twice', async () => {
    const first = await staged();
    first.answerAll(hot, 'start');
    const second = await first.reload();
    assert.deepEqual(
      second.facts.map(({ type }) => type),
      ['step'],
    );
  });

  it('keeps the answers that still fit a changed playbook', async () => {
    const first = await staged();
    first.answerAll(hot, 'role');
    const steps = kestrel.steps.map((step) => (step.id === 'sites' ? { ...step, max: 5 } : step));
    const second = await first.reload({ playbook: { ...kestrel, steps } });
    assert.equal(second.view.resumed, 'changed');
    assert.equal(second.view.asking?.step.id, 'sites');
    assert.equal(second.view.asking?.prior, 12);
    second.answer('sites', '5');
    assert.equal(second.view.asking?.step.id, 'role');
  });

  it('names in the lead the playbook by which it was judged', async () => {
    const first = await staged();
    first.answerAll(hot, 'role');
    const second = await first.reload({ playbook: { ...kestrel, version: '2026-11-24' } });
    second.answerAll();
    await second.settled();
    assert.equal(second.handover.leads[0]?.playbook.version, '2026-11-24');
  });

  it('hands over once what was sent but not yet committed when the page was left', async () => {
    const first = await staged();
    first.handover.gate = new Promise(() => {});
    first.answerAll();
    const second = await first.reload();
    second.handover.gate = Promise.resolve();
    // The commit of the page that was left never came to be.
    const third = await second.reload();
    await third.settled();
    assert.deepEqual(
      third.handover.leads.map(({ revision }) => revision),
      [1],
    );
    assert.equal(third.view.phase, 'ended');
    const fourth = await third.reload();
    await fourth.settled();
    assert.equal(fourth.handover.leads.length, 1);
  });

  it('commits nothing for a reload after everything was acknowledged', async () => {
    const first = await staged();
    first.answerAll();
    await first.settled();
    const id = first.handover.leads[0]?.id ?? '';
    first.handover.report(id, { is: 'acknowledged', atMs: 7, attempts: 1 });
    const second = await first.reload();
    await second.settled();
    assert.equal(second.handover.leads.length, 1);
    assert.deepEqual(second.view.handover, { is: 'sent', atMs: 7 });
    assert.deepEqual(second.facts, []);
  });

  it('sends what was chosen in the very moment the page was left', async () => {
    const first = await staged();
    first.answerAll();
    await first.settled();
    first.handover.gate = new Promise(() => {});
    first.send({ type: 'visitor.chose', offer: 'callback' });
    const second = await first.reload({});
    second.handover.gate = Promise.resolve();
    const third = await second.reload();
    await third.settled();
    assert.equal(third.handover.leads.at(-1)?.nextStep?.offer, 'callback');
    const count = third.handover.leads.length;
    const fourth = await third.reload();
    await fourth.settled();
    assert.equal(fourth.handover.leads.length, count);
  });

  it('sends a correction that was finished only after a reload', async () => {
    const first = await staged();
    first.answerAll();
    await first.settled();
    first.send({ type: 'visitor.corrected', of: first.view.answers[0]?.n ?? 0, raw: 'other' });
    assert.equal(first.view.phase, 'asking');
    const second = await first.reload();
    second.answer('need_text', 'Alarms and audits.');
    await second.settled();
    assert.equal(second.view.phase, 'ended');
    assert.deepEqual(
      second.handover.leads.map(({ revision, phase }) => [revision, phase]),
      [
        [1, 'complete'],
        [2, 'updated'],
      ],
    );
  });

  it('starts anew where what is kept was taken back', async () => {
    const first = await staged();
    first.answerAll(hot, 'start');
    await first.settled();
    first.send({ type: 'visitor.withdrew' });
    const second = await first.reload();
    assert.equal(second.view.resumed, 'no');
    assert.equal(second.view.answers.length, 0);
  });
});
