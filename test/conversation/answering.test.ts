import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hot, kestrel } from './kestrel.js';
import { staged } from './stage.js';

describe('answering', () => {
  it('ignores an answer to a step that is no longer asked', async () => {
    const stage = await staged();
    stage.answer('need', 'alarms');
    const { view } = stage;
    stage.answer('need', 'audits');
    assert.equal(stage.view, view);
  });

  it('takes a double click once', async () => {
    const stage = await staged();
    const click = { type: 'visitor.answered', step: 'need', raw: 'alarms' } as const;
    stage.conversation.send(click);
    stage.conversation.send(click);
    assert.equal(stage.view.answers.length, 1);
    assert.equal(stage.view.asking?.step.id, 'sites');
  });

  it('says why an answer is not taken, and forgets it with the next one', async () => {
    const stage = await staged();
    stage.answer('need', 'alarms');
    stage.answer('sites', 'many');
    assert.deepEqual(
      [stage.view.rejection?.step, stage.view.rejection?.code, stage.view.rejection?.raw],
      ['sites', 'number.not-a-number', 'many'],
    );
    stage.answer('sites', '9000');
    assert.deepEqual(stage.view.rejection?.values, { max: 5000 });
    stage.answer('sites', '12');
    assert.equal(stage.view.rejection, null);
  });

  it('names the field of a contact card that is wrong', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'contact');
    stage.answer('contact', JSON.stringify({ name: 'Priya', email: 'priya', company: 'Northfold' }));
    assert.equal(stage.view.rejection?.field, 'email');
    assert.equal(stage.view.rejection?.code, 'email.at-missing');
    assert.equal(stage.view.phase, 'asking');
  });

  it('takes the consent an author asks for, named by its step where it has no purpose', async () => {
    const steps = [{ id: 'profiling', kind: 'consent', ask: 'May we keep this?' } as const, ...kestrel.steps];
    const stage = await staged({ playbook: { ...kestrel, steps } });
    stage.answer('profiling', 'yes');
    assert.equal(stage.view.fold.consents.get('profiling'), true);
    assert.equal(stage.view.asking?.step.id, 'need');
  });

  it('skips what may be skipped, and nothing else', async () => {
    const stage = await staged();
    stage.send({ type: 'visitor.skipped', step: 'need' });
    assert.equal(stage.view.answers.length, 0);
    stage.answerAll(hot, 'budget');
    stage.send({ type: 'visitor.skipped', step: 'budget' });
    assert.equal(stage.view.answers.at(-1)?.value, null);
    assert.notEqual(stage.view.asking?.step.id, 'budget');
  });

  for (const [name, text, expected] of [
    ['a value', '12', 'start'],
    ['a value with words around it', 'about 12', 'start'],
    ['something that was meant as one', 'many', 'sites'],
    ['a question', 'Does it count cold rooms?', 'sites'],
  ] as const) {
    it(`reads what is typed at a number: ${name}`, async () => {
      const stage = await staged();
      stage.answer('need', 'alarms');
      stage.send({ type: 'visitor.typed', text });
      assert.equal(stage.view.asking?.step.id, expected);
    });
  }

  it('reads a typed label as its option', async () => {
    const stage = await staged();
    stage.send({ type: 'visitor.typed', text: 'paper logs for audits' });
    assert.equal(stage.view.answers[0]?.value, 'audits');
  });

  it('notes a typed question and goes on asking', async () => {
    const stage = await staged();
    stage.send({ type: 'visitor.typed', text: '  What if the Wi-Fi is down? ' });
    assert.equal(stage.view.asking?.step.id, 'need');
    const noted = stage.view.fold.log.at(-1);
    assert.deepEqual(noted?.type === 'questioned' && [noted.text, noted.knowledge], [
      'What if the Wi-Fi is down?',
      null,
    ]);
  });

  it('does nothing about empty text, and refuses a novel', async () => {
    const stage = await staged();
    const { view } = stage;
    stage.send({ type: 'visitor.typed', text: ' \n ' });
    assert.equal(stage.view, view);
    stage.send({ type: 'visitor.typed', text: 'x'.repeat(5_000) });
    assert.equal(stage.view.rejection?.code, 'text.too-long');
    assert.equal(stage.view.fold.n, 1);
  });

  it('changes an earlier answer and asks what that opens', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'start');
    const need = stage.view.answers[0];
    stage.send({ type: 'visitor.corrected', of: need?.n ?? 0, raw: 'other' });
    assert.equal(stage.view.asking?.step.id, 'need_text');
    stage.answer('need_text', 'Alarms and audits.');
    assert.equal(stage.view.asking?.step.id, 'start');
  });

  it('ignores corrections of nothing, of answers that do not count, and to the same value', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'start');
    const { view } = stage;
    stage.send({ type: 'visitor.corrected', of: 99, raw: 'x' });
    stage.send({ type: 'visitor.corrected', of: 1, raw: 'x' });
    stage.send({ type: 'visitor.corrected', of: view.answers[1]?.n ?? 0, raw: '12' });
    assert.equal(stage.view, view);
  });

  it('gives the same lead after a correction was taken back', async () => {
    const [straight, detour] = [await staged(), await staged()];
    straight.answerAll();
    detour.answerAll(hot, 'contact');
    const sites = detour.view.answers.find(({ step }) => step === 'sites')?.n ?? 0;
    detour.send({ type: 'visitor.corrected', of: sites, raw: '3' });
    detour.send({ type: 'visitor.corrected', of: sites, raw: '12' });
    detour.answerAll();
    await straight.settled();
    await detour.settled();
    const told = ({ handover: { leads } }: typeof straight) => ({
      contact: leads[0]?.contact,
      verdict: leads[0]?.qualification?.verdict,
      score: leads[0]?.qualification?.score,
      answers: leads[0]?.answers?.map(({ step, value, label }) => [step, value, label]),
      recommendations: leads[0]?.recommendations,
      routing: leads[0]?.routing?.owner,
    });
    assert.deepEqual(told(detour), told(straight));
  });

  it('changes a consent that was given', async () => {
    const stage = await staged();
    stage.answerAll({ ...hot, 'consent:newsletter': 'yes' }, 'contact');
    const given = stage.view.fold.log.find(({ type }) => type === 'consented');
    stage.send({ type: 'visitor.corrected', of: given?.n ?? 0, raw: 'no' });
    assert.equal(stage.view.fold.consents.get('newsletter'), false);
    stage.send({ type: 'visitor.consented', purpose: 'newsletter', granted: true, control: 'api' });
    assert.equal(stage.view.fold.consents.get('newsletter'), true);
    const last = stage.view.fold.log.at(-1);
    assert.equal(last?.type === 'consented' && last.control, 'api');
    const { view } = stage;
    stage.send({ type: 'visitor.consented', purpose: 'newsletter', granted: true });
    stage.send({ type: 'visitor.consented', purpose: 'profiling', granted: true });
    assert.equal(stage.view, view);
  });

  it('does not ask what the page knows already, and hears the same only once', async () => {
    const stage = await staged();
    stage.send({ type: 'page.prefilled', values: { sites: 12, unknown: 'x' } });
    stage.send({ type: 'page.prefilled', values: { sites: 12 } });
    assert.equal(stage.view.fold.log.filter(({ type }) => type === 'prefilled').length, 1);
    stage.answer('need', 'alarms');
    assert.equal(stage.view.asking?.step.id, 'start');
    assert.equal(stage.view.answers.find(({ step }) => step === 'sites')?.source, 'page');
  });

  it('waits with what the page knows until the kept conversation was read', async () => {
    const { staging } = await import('./stage.js');
    const stage = staging();
    stage.send({ type: 'page.prefilled', values: { sites: 12 } });
    await stage.conversation.ready;
    await stage.settled();
    assert.equal(stage.view.fold.log.at(-1)?.type, 'prefilled');
  });

  it('fills the texts of a question with earlier answers', async () => {
    const steps = kestrel.steps.map((step) =>
      step.id === 'start'
        ? { ...step, ask: 'When for your {sites} sites?', why: 'So {company} can plan.' }
        : step,
    );
    const stage = await staged({ playbook: { ...kestrel, steps } });
    stage.answerAll(hot, 'start');
    assert.equal(stage.view.asking?.question, 'When for your 12 sites?');
    assert.equal(stage.view.asking?.step.why, 'So Kestrel can plan.');
  });

  it('gives a frozen view, and the same one while nothing changes', async () => {
    const stage = await staged();
    const { view } = stage;
    assert.ok(Object.isFrozen(view) && Object.isFrozen(view.asking));
    stage.send({ type: 'visitor.submitted' });
    stage.send({ type: 'visitor.chose', offer: 'callback' });
    stage.returned();
    assert.equal(stage.view, view);
    assert.equal(stage.views.length, 1);
  });
});
