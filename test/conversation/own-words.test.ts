import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transcript } from '../../src/lead/transcript.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { hot, kestrel } from './kestrel.js';
import { staged } from './stage.js';

const need: Step = {
  id: 'need',
  ask: 'What would you like to fix?',
  options: [
    { value: 'alarms', label: 'We notice a warm freezer too late' },
    { value: 'other', label: 'Something else', text: true },
  ],
  next: 'sites',
};
const playbook: Playbook = {
  ...kestrel,
  steps: kestrel.steps.map((step) => (step.id === 'need' ? need : step)),
};
const LABEL = 'Something else: pipettes';

describe('words beside an option', () => {
  it('are asked for where they are missing', async () => {
    const stage = await staged({ playbook });
    stage.answer('need', 'other');
    assert.equal(stage.view.rejection?.code, 'choice.words-missing');
    assert.equal(stage.view.rejection.says?.['choice.words-missing'], 'Which? A few words are enough.');
    stage.send({ type: 'visitor.typed', text: 'pipettes' });
    assert.equal(stage.view.answers[0]?.label, LABEL);
  });

  it('survive a reload, a correction and the way back', async () => {
    const first = await staged({ playbook });
    first.answer('need', 'other: pipettes');
    const { n = 0, words } = first.view.answers[0] ?? {};
    assert.equal(words, 'pipettes');
    await first.settled();
    const stage = await first.reload();
    assert.deepEqual([stage.view.answers[0]?.words, stage.view.answers[0]?.label], ['pipettes', LABEL]);
    stage.send({ type: 'visitor.corrected', of: n, raw: 'other: beakers' });
    assert.deepEqual([stage.view.answers[0]?.words, stage.view.answers[0]?.corrected], ['beakers', true]);
    stage.send({ type: 'visitor.corrected', of: n, raw: 'alarms' });
    assert.equal(stage.view.answers[0]?.words, undefined);
    stage.send({ type: 'visitor.corrected', of: n, raw: 'other: pipettes' });
    assert.deepEqual([stage.view.answers[0]?.label, stage.view.answers[0]?.corrected], [LABEL, false]);
  });

  it('reach the lead, its transcript and nobody’s conditions', async () => {
    const stage = await staged({ playbook });
    stage.answerAll({ ...hot, need: 'other: pipettes' });
    stage.send({ type: 'visitor.submitted' });
    await stage.settled();
    const [lead] = stage.handover.leads;
    assert.ok(lead);
    const answer = lead.answers?.find(({ step }) => step === 'need');
    assert.deepEqual([answer?.value, answer?.label, answer?.words], ['other', LABEL, 'pipettes']);
    assert.ok(transcript(lead).some(({ text }) => text === LABEL));
  });
});

describe('an address at work', () => {
  it('is asked for, and the only one there is goes through', async () => {
    const steps = playbook.steps.map((step) =>
      step.id === 'contact' ? { ...step, business: 'require' as const } : step,
    );
    const stage = await staged({ playbook: { ...playbook, steps } });
    stage.answerAll(hot, 'contact');
    const card = JSON.stringify({ name: 'Jo', email: 'jo@gmail.com', company: 'Lind' });
    stage.answer('contact', card);
    assert.deepEqual([stage.view.rejection?.code, stage.view.rejection?.field], ['email.free', 'email']);
    stage.answer('contact', card);
    assert.equal(stage.view.rejection, null);
  });
});
