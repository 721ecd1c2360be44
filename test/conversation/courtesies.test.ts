import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFile } from 'node:fs/promises';
import { asidesFor } from '../../src/compose/asides.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { answering, lines, talked, types } from './answers.js';
import { hot } from './kestrel.js';

const NEED = 'What would you like to fix?';
const demo = JSON.parse(
  await readFile(new URL('../../demo/playbook.json', import.meta.url), 'utf8'),
) as Playbook;

const upTo = async (step: string) => {
  const stage = await talked();
  while (stage.view.asking && stage.view.asking.step.id !== step) {
    const { id } = stage.view.asking.step;
    stage.answer(id, hot[id] ?? '');
    await stage.settled();
  }
  return stage;
};

describe('what is typed out of courtesy', () => {
  it('is answered in kind, and the pending question is asked again', async () => {
    const stage = await talked();
    await types(stage, 'Hi there');
    assert.deepEqual(lines(stage.view).slice(-4), [NEED, '> Hi there', 'Hello.', NEED]);
    await types(stage, 'Thanks!');
    assert.deepEqual(lines(stage.view).slice(-3), ['> Thanks!', 'You’re welcome.', NEED]);
    await types(stage, 'ok');
    assert.deepEqual(lines(stage.view).slice(-2), ['> ok', NEED]);
    assert.equal(stage.view.rejection, null);
  });

  it('is no question for the team, and stands in the transcript only', async () => {
    const stage = await talked();
    await types(stage, 'Hello');
    await types(stage, 'Can I talk to a human?');
    assert.deepEqual(lines(stage.view).slice(-4), [
      '> Can I talk to a human?',
      'Of course.',
      '[person]',
      NEED,
    ]);
    stage.answerAll();
    await stage.settled();
    const [lead] = stage.handover.leads;
    assert.ok(lead);
    assert.deepEqual(lead.questions ?? [], []);
    assert.deepEqual(
      lead.log?.flatMap((entry) => (entry.type === 'courtesy' ? [entry.text] : [])),
      ['Hello', 'Can I talk to a human?'],
    );
  });

  it('sends nothing again once everything was sent, but the wish for a person', async () => {
    const stage = await talked();
    stage.answerAll();
    await stage.settled();
    await types(stage, 'thanks');
    assert.equal(stage.handover.leads.length, 1);
    await types(stage, 'talk to a human');
    assert.equal(stage.handover.leads.length, 2);
  });

  it('names no option that says no', async () => {
    const options = ['Yes, write to me', 'No, thanks'];
    const stage = await talked({
      playbook: { ...answering, steps: [{ id: 'call', ask: 'Shall we?', options }, ...answering.steps] },
    });
    await types(stage, 'thanks');
    assert.equal(stage.view.asking?.step.id, 'call');
    await types(stage, 'no thanks');
    assert.equal(stage.view.fold.answers.get('call')?.value, 'No, thanks');
  });

  it('leaves the judging of an answer open', async () => {
    const stage = await talked();
    await types(stage, 'What if the Wi-Fi is down?');
    const of = stage.view.fold.n;
    await types(stage, 'thanks');
    stage.send({ type: 'visitor.judged', of, helpful: true });
    await stage.settled();
    assert.equal(stage.view.fold.log.at(-1)?.type, 'judged');
  });

  it('never answers a question of the demo, nor is noted as one', async () => {
    for (const text of ['Hi', 'Hello there', 'thank you', 'Guten Tag', 'vielen Dank', 'شكرا']) {
      const stage = await talked({ playbook: demo, asides: asidesFor });
      for (let place = 0; stage.view.asking && place < 20; place++) {
        const { id } = stage.view.asking.step;
        const before = stage.view.fold.answers.size;
        await types(stage, text);
        assert.equal(stage.view.asking?.step.id, id, `${text} at ${id}`);
        assert.equal(stage.view.fold.answers.size, before, `${text} at ${id}`);
        const [option] = stage.view.asking.options;
        stage.answer(id, option?.value ?? hot[id] ?? '12');
        await stage.settled();
      }
      assert.ok(!stage.view.fold.log.some(({ type }) => type === 'questioned'), text);
    }
  });
});

describe('“yes” and “no” after an answer', () => {
  for (const [text, helpful] of [
    ['yes', true],
    ['No', false],
  ] as const)
    it(`“${text}” says whether it helped`, async () => {
      const stage = await talked();
      await types(stage, 'What if the Wi-Fi is down?');
      await types(stage, text);
      const last = stage.view.fold.log.at(-1);
      assert.deepEqual([last?.type, last?.type === 'judged' && last.helpful], ['judged', helpful]);
      assert.equal(stage.view.asking?.step.id, 'need');
    });

  it('mean the pending question where that can be answered so', async () => {
    const stage = await talked({
      playbook: {
        ...answering,
        steps: [{ id: 'alarm', kind: 'yesNo', ask: 'Do you have an alarm?' }, ...answering.steps],
      },
    });
    await types(stage, 'What if the Wi-Fi is down?');
    await types(stage, 'no');
    assert.equal(stage.view.fold.answers.get('alarm')?.value, false);
  });
});

describe('a number with words around it', () => {
  for (const text of ['around 12 sites I think', 'we have 12', 'twelve', 'it’s about 12'])
    it(`“${text}” is one`, async () => {
      const stage = await upTo('sites');
      await types(stage, text);
      const given = stage.view.fold.answers.get('sites');
      assert.equal(given?.value, 12);
      // What was typed is kept as it was.
      const logged = stage.view.fold.log.findLast((entry) => entry.type === 'answered');
      assert.equal(logged?.type === 'answered' && logged.raw, text);
    });

  it('is asked again where there are two, or where it is a question', async () => {
    const stage = await upTo('sites');
    await types(stage, '12 sites and 3 depots');
    await types(stage, 'Do we have 12 weeks to decide?');
    assert.equal(stage.view.asking?.step.id, 'sites');
  });
});
