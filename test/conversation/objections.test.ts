import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { fold } from '../../src/flow/fold.js';
import { answering, lines, offered, talked, types, taps } from './answers.js';
import { hot } from './kestrel.js';

const NEED = 'What would you like to fix?';
const told = async (stage: Awaited<ReturnType<typeof talked>>) => {
  stage.answerAll();
  await stage.settled();
  return stage.handover.leads[0]?.objections?.map(({ at: _, ...objection }) => objection);
};

describe('an objection', () => {
  it('is heard, explored, replied to and resolved, and leads back to the question', async () => {
    const stage = await talked();
    await types(stage, 'That sounds too expensive for us');
    assert.deepEqual(lines(stage.view).slice(-2), [
      '> That sounds too expensive for us',
      'I hear you. What are you comparing it with?',
    ]);
    assert.deepEqual(offered(stage.view), ['What we pay now', 'Another offer']);
    await taps(stage, 'What we pay now');
    assert.deepEqual(lines(stage.view).slice(-2), ['> What we pay now', 'You can start with one site.']);
    await taps(stage, 'That helps');
    assert.deepEqual(lines(stage.view).slice(-3), ['> That helps', 'Good to hear.', NEED]);
    assert.deepEqual(await told(stage), [
      {
        objection: 'price',
        category: 'price',
        text: 'That sounds too expensive for us',
        explored: 'What we pay now',
        response: 'You can start with one site.',
        outcome: 'resolved',
      },
    ]);
  });

  it('is replied to by what stands underneath', async () => {
    const stage = await talked();
    await types(stage, 'too expensive');
    await taps(stage, 'Another offer');
    assert.equal(lines(stage.view).at(-1), 'Compare what is in it. [Read more](/compare)');
  });

  it('is let go after two replies, whatever else there would be to say', async () => {
    const stage = await talked();
    await types(stage, 'too expensive');
    await types(stage, 'bit more than we pay now');
    assert.deepEqual(lines(stage.view).slice(-2), [
      '> bit more than we pay now',
      'You can start with one site.',
    ]);
    await types(stage, 'no');
    assert.equal(lines(stage.view).at(-1), 'There is no contract at Kestrel.');
    assert.deepEqual(offered(stage.view), ['That helps', 'Not quite', 'Let me talk to a person']);
    await taps(stage, 'Not quite');
    assert.deepEqual(lines(stage.view).slice(-2), ['No problem. I’ll add the prices.', NEED]);
    await types(stage, 'still too expensive');
    assert.deepEqual(lines(stage.view).slice(-3), [
      '> still too expensive',
      'No problem. I’ll add the prices.',
      NEED,
    ]);
    assert.deepEqual(
      (await told(stage))?.map(({ outcome, explored }) => [outcome, explored]),
      [
        ['parked', 'bit more than we pay now'],
        ['parked', undefined],
      ],
    );
  });

  it('goes to a person', async () => {
    const stage = await talked();
    await types(stage, 'too expensive');
    await taps(stage, 'What we pay now');
    await taps(stage, 'Not quite');
    await taps(stage, 'Let me talk to a person');
    assert.deepEqual(lines(stage.view).slice(-3), [
      'Noted for the team. You can also reach us directly.',
      '[person]',
      NEED,
    ]);
    assert.equal((await told(stage))?.[0]?.outcome, 'escalated');
  });

  it('ends the questions where there is nothing to reply, until the visitor carries on', async () => {
    const stage = await talked();
    await types(stage, 'Thanks, not interested');
    assert.equal(lines(stage.view).at(-1), 'Understood. Thanks for looking.');
    assert.deepEqual(offered(stage.view), ['Carry on with the questions']);
    const back = await stage.reload();
    assert.deepEqual(offered(back.view), ['Carry on with the questions']);
    await taps(back, 'Carry on with the questions');
    assert.equal(lines(back.view).at(-1), NEED);
    assert.equal((await told(back))?.[0]?.outcome, 'parked');
  });

  it('is raised by an option, and comes before the next question', async () => {
    const stage = await talked();
    stage.answerAll({ ...hot, budget: 'under200' }, 'budget');
    stage.answer('budget', 'under200');
    await stage.settled();
    assert.deepEqual(lines(stage.view).slice(-2), ['[products]', 'A first site fits in there.']);
    await taps(stage, 'That helps');
    assert.deepEqual(lines(stage.view).slice(-3), [
      '> That helps',
      'Good to hear.',
      'Also send me the monthly newsletter.',
    ]);
  });

  it('is raised once by answers', async () => {
    const objections = answering.objections?.map((one) =>
      one.id === 'slow' ? { ...one, when: { start: 'year' } } : one,
    );
    const stage = await talked({ playbook: { ...answering, objections } });
    stage.answer('need', 'alarms');
    await stage.settled();
    stage.answerAll(hot, 'start');
    stage.answer('start', 'year');
    await stage.settled();
    assert.equal(lines(stage.view).at(-1), 'It takes a day.');
    await taps(stage, 'That helps');
    stage.answer('role', 'recommend');
    await stage.settled();
    assert.equal(stage.view.asking?.step.id, 'budget');
    assert.deepEqual(
      (await told(stage))?.map(({ objection, category, text }) => [objection, category, text]),
      [['slow', 'timing', undefined]],
    );
  });

  it('gives way to an answer to the question that was pending', async () => {
    const stage = await talked();
    stage.answer('need', 'alarms');
    await types(stage, 'over budget');
    await types(stage, '12');
    assert.equal(stage.view.asking?.step.id, 'start');
    assert.deepEqual(lines(stage.view).slice(-2), ['> 12', 'When would you like it running?']);
    assert.equal((await told(stage))?.[0]?.outcome, 'raised');
  });

  it('is talked about after everything was sent, and the lead hears of it', async () => {
    const stage = await talked();
    stage.answerAll();
    await stage.settled();
    await types(stage, 'too expensive');
    assert.deepEqual([stage.view.phase, stage.view.asking?.step.id.slice(0, 6)], ['ended', 'aside:']);
    await taps(stage, 'What we pay now');
    await taps(stage, 'That helps');
    assert.equal(stage.view.asking, null);
    assert.equal(stage.handover.leads.at(-1)?.objections?.[0]?.outcome, 'resolved');
  });

  it('at a question for free text is heard only where it is all there is, and only once', async () => {
    const stage = await talked();
    stage.answer('need', 'other');
    await types(stage, 'Our sheets are too expensive to keep, and nobody reads them at the weekend.');
    assert.equal(stage.view.asking?.step.id, 'sites');
    const again = await talked();
    again.answer('need', 'other');
    await types(again, 'too expensive');
    assert.equal(again.view.fold.log.at(-1)?.type, 'objected');
    await taps(again, 'What we pay now');
    await taps(again, 'That helps');
    await types(again, 'too expensive');
    assert.equal(again.view.answers.at(-1)?.value, 'too expensive');
  });

  it('is not told where the answer that raised it stays behind, and the law of the lead holds', async () => {
    const privacy = {
      consent: [{ purpose: 'newsletter', text: 'May we?', version: '1', covers: ['budget'] }],
    };
    const playbook = { ...answering, privacy };
    const stage = await talked({ playbook });
    stage.answerAll(hot, 'budget');
    stage.answer('budget', 'under200');
    await stage.settled();
    await taps(stage, 'That helps');
    stage.answerAll();
    await stage.settled();
    const lead = stage.handover.leads[0];
    assert.ok(lead?.log);
    assert.equal(lead.objections, undefined);
    assert.ok(!JSON.stringify(lead).includes('first site fits'));
    const standing = standingOf(playbook);
    assert.deepEqual(judge(playbook, fold(playbook, lead.log, standing), lead.decidedAt), lead.qualification);
  });
});
