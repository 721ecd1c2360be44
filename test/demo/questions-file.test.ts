import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { learned } from '../../src/authoring/learned.js';
import { readTable } from '../../src/cli/read-table.js';
import { questionsTable } from '../../demo/desk/questions-file.js';
import { ADA, startDesk, type DeskStage } from './desk-stage.js';
import { contact, leadOf } from './prospect.js';

describe('questions without an answer', () => {
  let stage: DeskStage;
  before(async () => {
    stage = await startDesk();
  });
  after(() => stage.close());

  const send = (name: string, asks: readonly string[], more: object = {}) => {
    const says = { ...ADA.says, contact: contact({ name, email: `${name}@a.example`, company: 'A' }) };
    return stage.send({ ...leadOf(stage.playbook, { says, asks }, stage.now()), ...more });
  };
  const table = async () => (await stage.as(await stage.login(), '/questions.csv')).text();

  it('are a table for those who are logged in, the most frequent first', async () => {
    assert.match(await table(), /^question,answer,id,url,asked\r\n$/);
    await send('ann', ['Is it loud?', 'Do you  like "blue", too?']);
    await send('bob', ['is it LOUD? ', '=HYPERLINK("http://x")']);
    await send('eve', ['Only a trial?'], { test: true });
    const answered = leadOf(stage.playbook, { says: ADA.says, asks: ['Answered?'] }, stage.now());
    const questions = answered.questions?.map((one) => ({ ...one, knowledge: 'wifi' }));
    await stage.send({ ...answered, questions });

    const [first, ...others] = (await table()).split('\r\n').slice(1);
    assert.match(first ?? '', /^"[Ii]s it (?:loud|LOUD)\?",,,,2$/);
    assert.deepEqual(others.sort(), [
      '',
      '"\'=HYPERLINK(""http://x"")",,,,1',
      '"Do you like ""blue"", too?",,,,1',
    ]);
    assert.equal((await stage.ask('/questions.csv')).status, 303);
    assert.match(await (await stage.as(await stage.login(), '/')).text(), /href="\/questions\.csv"/);
  });

  it('become entries once the answers are written in', () => {
    const asked = ['=1 or 2?', 'Is it loud?'].map((text) => ({ text, times: 1 }));
    const [head, ...rows] = questionsTable(asked).split('\r\n');
    const answered = [head, ...rows.map((row) => row.replace(',,,,', ',Yes.,,,'))].join('\r\n');
    const found = readTable(answered) ?? [];
    assert.deepEqual(
      learned(found).entries.map(({ questions, answer }) => [...questions, answer]),
      [['=1 or 2?', 'Is it loud?', 'Yes.']],
    );
    assert.deepEqual(learned(readTable(questionsTable(asked)) ?? []).unanswered, ['=1 or 2?', 'Is it loud?']);
  });
});
