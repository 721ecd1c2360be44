import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Step } from '../../src/playbook/schema.js';
import { factsFrom } from '../../src/flow/facts.js';
import { questionOf } from '../../src/flow/fill-prompt.js';
import { advance, fold } from '../../src/flow/fold.js';
import { answering, atOf, logs, playbooks } from './arbitrary.js';
import { begin, playbookOf } from './talk.js';

const steps: Step[] = [
  { id: 'need', say: ['Hello.', 'From {company}.'], ask: 'What?', options: ['alarms', 'audits'] },
  { id: 'sites', ask: ['Ah, {need}.', 'How many?'], kind: 'number', optional: true },
  { id: 'fit', say: 'Look:', show: 'products' },
  { id: 'role', ask: 'Who decides?' },
];
const playbook = playbookOf(steps, { welcome: { say: ['Hi!', 'I am {company}.'] } });

describe('the transcript', () => {
  it('greets, says, asks, answers and shows in the order of the walk', () => {
    const talk = begin(playbook).says('alarms').says(12);
    assert.deepEqual(talk.lines, [
      'Hi!',
      'I am Kestrel.',
      'Hello.',
      'From Kestrel.',
      'What?',
      '> alarms',
      'Ah, alarms.\nHow many?',
      '> 12',
      'Look:',
      '[products]',
      'Who decides?',
    ]);
  });

  it('keeps typed questions where they were typed', () => {
    const talk = begin(playbookOf(steps.slice(1, 2).concat(steps.slice(3))))
      .asks('What is a site?', 'A place.')
      .asks('And the price?')
      .says(12)
      .asks('Really?');
    assert.deepEqual(talk.lines, [
      'Ah.\nHow many?',
      '> What is a site?',
      'A place.',
      '> And the price?',
      'question-noted',
      '> 12',
      'Who decides?',
      '> Really?',
      'question-noted',
    ]);
  });

  it('shows a correction in its place and lets dead answers vanish', () => {
    const branching = playbookOf([
      { id: 'a', ask: 'A?', options: ['x', { value: 'y', label: 'Y', go: 'c' }] },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?' },
    ]);
    const talk = begin(branching).says('x').says('b').says('c');
    assert.deepEqual(talk.corrects('a', 'y').lines, ['A?', '> y (changed)', 'C?', '> c']);
    assert.deepEqual(talk.corrects('a', 'y').corrects('a', 'x').lines, talk.lines);
  });

  it('shows what was skipped', () => {
    assert.ok(begin(playbook).says('alarms').says(null).lines.includes('> (skipped)'));
  });

  it('keeps the question as it was shown, whatever it would say now', () => {
    const talk = begin(playbook).says('alarms').says(12).corrects('need', 'audits');
    assert.ok(talk.lines.includes('Ah, alarms.\nHow many?'));
    assert.ok(talk.lines.includes('> audits (changed)'));
  });

  it('gives a line the time of what led to it', () => {
    const { turns } = begin(playbook).says('alarms').state;
    assert.deepEqual(
      turns.map((turn) => turn.at),
      [1, 1, 1, 1, 1, 2, 2].map(atOf),
    );
  });

  it('gives no line an earlier time than the one before, also after an older answer came back', () => {
    const branching = playbookOf([
      { id: 'a', ask: 'A?', options: ['x', { value: 'y', label: 'Y', go: 'c' }] },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?' },
      { id: 'd', ask: 'D?' },
    ]);
    const talk = begin(branching).says('y').says('c').corrects('a', 'x').says('b');
    assert.deepEqual(talk.lines.slice(-3), ['C?', '> c', 'D?']);
    assert.equal(talk.state.turns.at(-1)?.at, atOf(5));
  });

  it('asks nothing aloud where a question has no words', () => {
    assert.deepEqual(begin(playbookOf([{ id: 'a', kind: 'email' }])).lines, []);
  });

  it('keeps key and text of every line when a question is answered as it stood', () => {
    fc.assert(
      fc.property(
        playbooks.chain((any) => fc.tuple(fc.constant(any), logs(any))),
        fc.nat(20),
        ([any, log], pick) => {
          const before = fold(any, log);
          const happening = answering(before, pick);
          fc.pre(happening?.type === 'answered');
          const asked =
            before.position.at === 'step'
              ? questionOf(before.position.step, factsFrom(before.answers), any)
              : '';
          const entry = { ...happening, prompt: asked, n: before.n + 1, at: '' };
          const after = advance(any, before, entry as never);
          const keys = after.turns.map((turn) => turn.key);
          assert.deepEqual(
            keys.slice(0, before.turns.length),
            before.turns.map((turn) => turn.key),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
