import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asidesFor } from '../../src/compose/asides.js';
import { answering, halfSure, lines, offered, talked, types, taps } from './answers.js';
import { hot } from './kestrel.js';
import { staged } from './stage.js';

const NEED = 'What would you like to fix?';

describe('a typed question', () => {
  it('is answered with its source, and the pending question is asked again', async () => {
    const stage = await talked();
    await types(stage, 'How long does the installation take?');
    assert.deepEqual(lines(stage.view).slice(-5), [
      NEED,
      '> How long does the installation take?',
      'About 20 minutes a site.',
      '[judging]',
      NEED,
    ]);
    assert.equal(stage.view.asking?.step.id, 'need');
    const turn = stage.view.fold.turns.at(-3);
    assert.equal(turn && 'url' in turn && turn.url, '/install');
  });

  it('is noted where nothing answers it, and the way to a person is shown', async () => {
    const stage = await talked();
    await types(stage, 'Are you listed on the stock exchange?');
    assert.deepEqual(lines(stage.view).slice(-3), ['(question-noted)', '[person]', NEED]);
  });

  it('is judged once, and for the team where the answer did not help', async () => {
    const stage = await talked();
    await types(stage, 'What if the Wi-Fi is down?');
    const of = stage.view.fold.n;
    stage.send({ type: 'visitor.judged', of, helpful: false });
    stage.send({ type: 'visitor.judged', of, helpful: true });
    stage.send({ type: 'visitor.judged', of: 1, helpful: true });
    assert.deepEqual(lines(stage.view).slice(-4), [NEED, '(question-noted)', '[person]', NEED]);
    stage.answerAll();
    await stage.settled();
    assert.deepEqual(stage.handover.leads[0]?.questions, [
      {
        text: 'What if the Wi-Fi is down?',
        at: stage.handover.leads[0]?.log?.[1]?.at,
        knowledge: 'wifi',
        answer: 'Probes keep 30 days of readings.',
        helpful: false,
      },
    ]);
  });

  describe('that is not sure', () => {
    const unsure = 'electrician on site';
    const asked = async () => {
      const stage = await talked({ asides: halfSure });
      await types(stage, unsure);
      assert.deepEqual(lines(stage.view).slice(-2), [`> ${unsure}`, '(question-unsure)']);
      assert.deepEqual(offered(stage.view), ['Do I need an electrician?', 'Something else']);
      return stage;
    };

    it('asks back, answers what was meant, and is one question on the lead', async () => {
      const stage = await asked();
      await taps(stage, 'Do I need an electrician?');
      assert.deepEqual(lines(stage.view).slice(-4), [
        '> Do I need an electrician?',
        'About 20 minutes a site.',
        '[judging]',
        NEED,
      ]);
      stage.answerAll();
      await stage.settled();
      const questions = stage.handover.leads[0]?.questions ?? [];
      assert.deepEqual(
        questions.map(({ text, knowledge }) => [text, knowledge]),
        [[unsure, 'install']],
      );
    });

    it('is noted when it was something else', async () => {
      const stage = await asked();
      await taps(stage, 'Something else');
      assert.deepEqual(lines(stage.view).slice(-3), ['(question-noted)', '[person]', NEED]);
      stage.answerAll();
      await stage.settled();
      assert.deepEqual(
        stage.handover.leads[0]?.questions?.map(({ text, knowledge }) => [text, knowledge]),
        [[unsure, null]],
      );
    });

    it('is still asked back after a reload', async () => {
      const stage = await (await asked()).reload();
      assert.deepEqual(offered(stage.view), ['Do I need an electrician?', 'Something else']);
      await taps(stage, 'Do I need an electrician?');
      assert.equal(stage.view.asking?.step.id, 'need');
    });

    it('gives way to an answer to the pending question', async () => {
      const stage = await asked();
      await types(stage, 'paper logs for audits');
      assert.equal(stage.view.asking?.step.id, 'sites');
      assert.equal(stage.view.answers[0]?.value, 'audits');
    });
  });

  it('tells what a typed answer was understood from', async () => {
    const stage = await talked();
    await types(stage, 'I’m already a customer.');
    assert.equal(stage.view.answers[0]?.value, 'support');
    assert.equal(stage.view.answers[0]?.raw, 'I’m already a customer.');
  });

  it('is answered before it is taken for "something else"; what answers nothing is taken for that', async () => {
    const steps = answering.steps.map((step) =>
      step.id === 'need'
        ? {
            ...step,
            options: ['alarms', { value: 'other', label: 'Something else', text: true }],
            next: 'sites',
          }
        : step,
    );
    const stage = await talked({ playbook: { ...answering, steps } });
    await types(stage, 'how long does installation take');
    assert.equal(stage.view.asking?.step.id, 'need');
    assert.equal(stage.view.fold.log.at(-1)?.type, 'questioned');
    await types(stage, 'too expensive');
    assert.equal(stage.view.fold.log.at(-1)?.type, 'objected');
    await taps(stage, 'What we pay now');
    await taps(stage, 'That helps');
    await types(stage, 'pipettes in a lab');
    assert.deepEqual(
      [stage.view.answers[0]?.value, stage.view.answers[0]?.words],
      ['other', 'pipettes in a lab'],
    );
  });

  it('is noted where what answers cannot be loaded, and answered the next time', async () => {
    let fails = true;
    const stage = await talked({
      asides: async (playbook, locale) => {
        if (fails) throw new Error('No network.');
        return asidesFor(playbook, locale);
      },
    });
    await types(stage, 'What if the Wi-Fi is down?');
    assert.deepEqual(lines(stage.view).slice(-3), ['(question-noted)', '[person]', NEED]);
    fails = false;
    await types(stage, 'What if the Wi-Fi is down?');
    assert.equal(lines(stage.view).at(-3), 'Probes keep 30 days of readings.');
  });

  it('is not overtaken by what the visitor does while it is looked up', async () => {
    let arrive = () => {};
    const coming = new Promise<void>((resolve) => (arrive = resolve));
    const stage = await talked({
      asides: async (playbook, locale) => {
        await coming;
        return asidesFor(playbook, locale);
      },
    });
    stage.send({ type: 'visitor.typed', text: 'What if the Wi-Fi is down?' });
    stage.answer('need', 'alarms');
    await stage.settled();
    assert.equal(stage.view.fold.n, 1);
    arrive();
    await stage.settled();
    assert.deepEqual(
      stage.view.fold.log.map(({ type }) => type),
      ['began', 'questioned', 'answered'],
    );
  });

  it('is answered after everything was sent, and goes with the next revision', async () => {
    const stage = await talked();
    stage.answerAll();
    await stage.settled();
    await types(stage, 'What if the Wi-Fi is down?');
    assert.equal(stage.handover.leads.at(-1)?.questions?.[0]?.knowledge, 'wifi');
    assert.equal(stage.view.phase, 'ended');
  });

  it('loads nothing where the playbook has nothing to answer, nor for plain answers', async () => {
    let loads = 0;
    const asides: typeof asidesFor = (playbook, locale) => {
      loads += 1;
      return asidesFor(playbook, locale);
    };
    const plain = await staged({ asides });
    await types(plain, 'What if the Wi-Fi is down?');
    const stage = await talked({ asides });
    await types(stage, 'paper logs for audits');
    await types(stage, '12');
    stage.answerAll(hot);
    await stage.settled();
    assert.equal(loads, 0);
    assert.equal(stage.handover.leads.length, 1);
  });
});
