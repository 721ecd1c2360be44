import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { card, hot, kestrel } from './kestrel.js';
import { staged } from './stage.js';

describe('a whole conversation', () => {
  it('that qualifies is one lead with its verdict, and ends with the offers of that verdict', async () => {
    const stage = await staged();
    assert.equal(stage.view.phase, 'asking');
    assert.equal(stage.view.asking?.step.id, 'need');
    stage.answerAll();
    assert.equal(stage.view.phase, 'handingOver');
    await stage.settled();
    assert.equal(stage.view.phase, 'ended');
    const [lead, ...more] = stage.handover.leads;
    assert.equal(more.length, 0);
    assert.deepEqual(
      [lead?.phase, lead?.revision, lead?.qualification?.verdict, lead?.qualification?.band],
      ['complete', 1, 'qualified', 'hot'],
    );
    assert.equal(lead?.contact?.email, 'priya@northfold.example');
    assert.equal(lead?.notice?.text, 'We use this to answer you. [Privacy](/privacy)');
    const { ending } = stage.view;
    assert.deepEqual(ending?.says, ['That fits well. What suits you best?']);
    assert.deepEqual(
      ending?.offers.map(({ id, label, href }) => [id, label, href]),
      [
        ['callback', 'Ask Tom to call me', undefined],
        ['demo', 'Pick a time for a demo', 'https://cal.example/kestrel/demo'],
        ['summary', 'Just e-mail me the summary', undefined],
      ],
    );
    assert.equal(ending?.sent, true);
  });

  it('of an existing customer ends without a lead, and nothing is called submitted', async () => {
    const stage = await staged();
    stage.answer('need', 'support');
    await stage.settled();
    assert.equal(stage.view.phase, 'ended');
    assert.equal(stage.view.judgement.verdict, 'disqualified');
    assert.deepEqual(stage.view.ending?.says, ['Support helps you faster.']);
    assert.deepEqual(
      stage.view.ending?.offers.map(({ href }) => href),
      ['https://kestrel.example/haccp'],
    );
    assert.equal(stage.view.ending?.sent, false);
    assert.deepEqual(stage.view.handover, { is: 'none' });
    assert.equal(stage.handover.leads.length, 0);
    assert.equal(
      stage.kept.some((entry) => entry.type === 'submitted'),
      false,
    );
  });

  it('that tells too little is undetermined, and offers a talk', async () => {
    const stage = await staged();
    stage.answerAll({
      ...hot,
      need: 'audits',
      sites: '2',
      start: 'year',
      role: 'research',
      budget: 'unsure',
    });
    await stage.settled();
    assert.equal(stage.handover.leads[0]?.qualification?.verdict, 'undetermined');
    assert.deepEqual(stage.view.ending?.says, ["Let's talk it through."]);
    assert.deepEqual(
      stage.view.ending?.offers.map(({ id }) => id),
      ['callback', 'summary'],
    );
  });

  it('names the company’s team in an offer where routing names nobody', async () => {
    const stage = await staged({ playbook: { ...kestrel, routing: undefined } });
    stage.answerAll();
    await stage.settled();
    assert.equal(stage.view.ending?.offers[0]?.label, 'Ask Dana and Tom to call me');
  });

  it('whose required consent is refused sends nothing and ends', async () => {
    const consent = [{ purpose: 'contacting', text: 'May we answer you?', version: '1', required: true }];
    const stage = await staged({ playbook: { ...kestrel, privacy: { consent } } });
    stage.answerAll({ ...hot, 'consent:contacting': 'no' });
    await stage.settled();
    assert.equal(stage.view.phase, 'ended');
    assert.equal(stage.view.ending?.sent, false);
    assert.equal(stage.handover.leads.length, 0);
  });

  it('with the contact card in the middle is looked over before it is sent', async () => {
    const steps = [...kestrel.steps.slice(-1), ...kestrel.steps.slice(0, -1)].map((step) =>
      step.id === 'contact' ? { ...step, next: 'need' } : step,
    );
    const stage = await staged({ playbook: { ...kestrel, steps } });
    stage.answer('consent:newsletter', 'yes');
    assert.equal(stage.view.asking?.step.id, 'contact');
    assert.equal(stage.view.asking?.sends, false);
    stage.answerAll();
    assert.equal(stage.view.phase, 'reviewing');
    assert.equal(stage.view.asking, null);
    assert.deepEqual(
      stage.view.answers.map(({ step }) => step).filter((step) => !step.startsWith('consent')),
      ['contact', 'need', 'sites', 'start', 'role', 'budget'],
    );
    assert.equal(stage.handover.leads.length, 0);
    stage.send({ type: 'visitor.submitted', decoyFilled: true });
    await stage.settled();
    assert.equal(stage.view.phase, 'ended');
    assert.equal(stage.handover.leads[0]?.signals?.decoyFilled, true);
  });

  it('says on the contact card that it sends when nothing is asked after it', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'contact');
    assert.equal(stage.view.asking?.sends, true);
  });

  it('is looked over first when the contact card is answered by typing, which is no button', async () => {
    const fields = ['email', 'name?'] as const;
    const steps = kestrel.steps.map((step) => (step.id === 'contact' ? { ...step, fields } : step));
    const stage = await staged({ playbook: { ...kestrel, steps } });
    stage.answerAll(hot, 'contact');
    stage.send({ type: 'visitor.typed', text: 'priya@northfold.example' });
    assert.equal(stage.view.phase, 'reviewing');
    stage.send({ type: 'visitor.submitted' });
    await stage.settled();
    assert.equal(stage.handover.leads[0]?.contact?.email, 'priya@northfold.example');
  });

  it('tells how long it took from the first question to sending, whatever the clock on the wall does', async () => {
    const stage = await staged();
    stage.answerAll(hot, 'contact');
    stage.time.nowMs -= 86_400_000;
    stage.answer('contact', card());
    await stage.settled();
    assert.deepEqual(stage.handover.leads[0]?.signals, { tookMs: 7_000, decoyFilled: false });
  });

  it('logs the consent with the wording that was shown', async () => {
    const stage = await staged();
    stage.answerAll({ ...hot, 'consent:newsletter': 'yes' }, 'contact');
    const consent = stage.view.fold.log.find((entry) => entry.type === 'consented');
    assert.deepEqual(consent && { ...consent, n: 0, at: '' }, {
      type: 'consented',
      purpose: 'newsletter',
      granted: true,
      text: 'Also send me the monthly newsletter.',
      version: '1',
      locale: 'en',
      control: 'button',
      n: 0,
      at: '',
    });
  });

  it('marks the lead of a trial', async () => {
    const stage = await staged({ test: true });
    stage.answerAll();
    await stage.settled();
    assert.equal(stage.handover.leads[0]?.test, true);
  });

  it('speaks the language it is asked for and says so in the log', async () => {
    const texts = { de: { need: { ask: 'Was möchten Sie beheben?' } } };
    const stage = await staged({ playbook: { ...kestrel, texts }, locale: 'de-AT' });
    assert.equal(stage.view.asking?.question, 'Was möchten Sie beheben?');
    stage.answer('need', 'alarms');
    const [began, answered] = stage.view.fold.log;
    assert.equal(began?.type === 'began' && began.locale, 'de-AT');
    assert.equal(answered?.type === 'answered' && answered.prompt, 'Was möchten Sie beheben?');
  });
});
