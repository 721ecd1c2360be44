import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asidesFor } from '../../src/compose/asides.js';
import { briefText } from '../../src/lead/brief-mail.js';
import { transcript } from '../../src/lead/transcript.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { AnswerQuery, WriteAnswer, WrittenAnswer } from '../../src/ports/written-answers.js';
import { answering, lines, talked, types } from './answers.js';
import type { Stage } from './stage.js';

const BASE = 'https://kestrel.example/chat/playbook.json';
const NEED = 'What would you like to fix?';
/** The chat itself is not sure of it. */
const HARD = 'Do you lose anything when the router drops out?';
const GOOD: WrittenAnswer = { sentences: ['Probes keep 30 days of readings.'], from: ['wifi'] };

const asking = async (write: WriteAnswer, answers: Playbook['answers'] = { from: 'answers' }) => {
  const asked: AnswerQuery[] = [];
  const playbook = { ...answering, answers };
  // Loaded beforehand, so that nothing has to be waited for.
  const asides = await asidesFor(playbook, playbook.language, BASE, (query, signal) => {
    asked.push(query);
    return write(query, signal);
  });
  const stage = await talked({ playbook, asides: async () => asides });
  return { stage, asked };
};

const lastLines = (stage: Stage) => lines(stage.view).slice(-4);

describe('a question that a machine may answer', () => {
  it('is asked where the chat is not sure, shown at once, answered with a mark, and the question comes again', async () => {
    let answer = (_: WrittenAnswer | null) => {};
    const { stage, asked } = await asking(() => new Promise((resolve) => (answer = resolve)));
    await types(stage, HARD);
    assert.deepEqual(asked, [
      {
        url: 'https://kestrel.example/chat/answers',
        playbook: answering.id,
        language: answering.language,
        question: HARD,
      },
    ]);
    assert.deepEqual(lines(stage.view).slice(-3), [NEED, `> ${HARD}`, '(looking-up)']);
    assert.deepEqual(
      stage.view.fold.log.map(({ type }) => type),
      ['began'],
    );
    answer(GOOD);
    await stage.settled();
    assert.deepEqual(lastLines(stage), [`> ${HARD}`, 'Probes keep 30 days of readings.', '[judging]', NEED]);
    const turn = stage.view.fold.turns.at(-3);
    assert.equal(turn && 'note' in turn && turn.note, 'answer-written');
    assert.equal(stage.view.asking?.step.id, 'need');
  });

  it('says on the lead, in the brief and in the transcript what it is written from', async () => {
    const { stage } = await asking(async () => GOOD);
    await types(stage, HARD);
    stage.answerAll();
    await stage.settled();
    const [lead] = stage.handover.leads;
    assert.ok(lead);
    const [question] = lead.questions ?? [];
    assert.deepEqual(
      [question?.knowledge, question?.answer, question?.writtenFrom],
      ['wifi', 'Probes keep 30 days of readings.', ['wifi']],
    );
    assert.match(
      briefText(lead, { zone: 'UTC', receivedAt: '2026-11-23T15:12:05.000Z' }),
      /router drops out\?" answered by machine/,
    );
    assert.equal(transcript(lead).find(({ note }) => note === 'written')?.text, question?.answer);
  });

  it('is what the chat knows itself where nothing usable comes', async () => {
    const useless: readonly (WrittenAnswer | null)[] = [
      null,
      { sentences: ['Probes keep 300 days of readings.'], from: ['wifi'] },
      { sentences: ['Probes keep 30 days of readings.', 'Everything is free.'], from: ['wifi'] },
      { sentences: ['Probes keep 30 days of readings.'], from: ['install'] },
      { sentences: ['Probes keep 30 days of readings.'], from: ['wifi', 'secrets'] },
      { sentences: ['[Click](https://evil.example)'], from: ['wifi'] },
    ];
    for (const answer of useless) {
      const { stage } = await asking(async () => answer);
      await types(stage, HARD);
      assert.ok(!JSON.stringify(stage.view.fold.log).includes('writtenFrom'), JSON.stringify(answer));
      assert.ok(['(question-noted)', '(question-unsure)'].some((note) => lines(stage.view).includes(note)));
    }
  });

  it('is not sent where the chat is sure, unless the playbook wants every question sent', async () => {
    const SURE = 'What if the Wi-Fi is down?';
    const { stage, asked } = await asking(async () => GOOD);
    await types(stage, SURE);
    assert.equal(asked.length, 0);
    assert.equal(lines(stage.view).at(-3), 'Probes keep 30 days of readings.');
    const always = await asking(async () => GOOD, { from: '/answers', when: 'always' });
    await types(always.stage, SURE);
    assert.deepEqual([always.asked.length, always.asked[0]?.url], [1, 'https://kestrel.example/answers']);
  });

  it('never is an answer, an objection or a tap, none of which leaves the page before sending', async () => {
    const { stage, asked } = await asking(async () => GOOD, { from: '/answers', when: 'always' });
    await types(stage, 'that is too expensive');
    stage.answer(stage.view.asking?.step.id ?? '', 'now');
    await types(stage, 'That helps');
    await types(stage, 'paper logs for audits');
    await types(stage, '12');
    stage.answerAll();
    await stage.settled();
    assert.deepEqual(asked, []);
    assert.equal(stage.handover.leads.length, 1);
  });

  it('goes without e-mail addresses and phone numbers, which stay in the conversation', async () => {
    const { stage, asked } = await asking(async () => null);
    const typed = 'Can you ring +44 20 7946 0000 or write to ada@north.example about routers?';
    await types(stage, typed);
    assert.deepEqual(
      asked.map(({ question }) => question),
      ['Can you ring […] or write to […] about routers?'],
    );
    assert.ok(lines(stage.view).includes(`> ${typed}`));
  });

  it('is not overtaken by what the visitor does while it is looked up', async () => {
    let answer = (_: WrittenAnswer | null) => {};
    const { stage } = await asking(() => new Promise((resolve) => (answer = resolve)));
    await types(stage, HARD);
    stage.answer('need', 'alarms');
    answer(GOOD);
    await stage.settled();
    assert.deepEqual(
      stage.view.fold.log.map(({ type }) => type),
      ['began', 'questioned', 'answered'],
    );
  });

  it('is the same after a reload', async () => {
    const { stage } = await asking(async () => GOOD);
    await types(stage, HARD);
    const before = lines(stage.view);
    const later = await stage.reload();
    assert.deepEqual(lines(later.view), before);
  });
});
