import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Step } from '../../src/playbook/schema.js';
import { factsFrom } from '../../src/flow/facts.js';
import type { FoldState } from '../../src/flow/state.js';
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

  it('keeps typed questions where they were typed, and asks again after each', () => {
    const talk = begin(playbookOf(steps.slice(1, 2).concat(steps.slice(3))))
      .asks('What is a site?', 'A place.')
      .asks('And the price?')
      .says(12)
      .asks('Really?');
    assert.deepEqual(talk.lines, [
      'Ah.\nHow many?',
      '> What is a site?',
      'A place.',
      'Ah.\nHow many?',
      '> And the price?',
      'question-noted',
      'Ah.\nHow many?',
      '> 12',
      'Who decides?',
      '> Really?',
      'question-noted',
      '[person]',
      'Who decides?',
    ]);
  });

  it('asks whether an answer helped as long as it is the last thing said', () => {
    const asked = begin(playbookOf([{ id: 'a', ask: 'A?' }])).asks('How?', 'So.');
    assert.deepEqual(asked.lines, ['A?', '> How?', 'So.', '[judging]', 'A?']);
    const n = asked.state.n;
    assert.deepEqual(asked.did({ type: 'judged', of: n, helpful: true }).lines, [
      'A?',
      '> How?',
      'So.',
      'A?',
    ]);
    assert.deepEqual(asked.did({ type: 'judged', of: n, helpful: false }).lines.slice(-4), [
      'A?',
      'question-noted',
      '[person]',
      'A?',
    ]);
  });

  it('asks again only once it is settled what was meant', () => {
    const text = 'How long?';
    const meant = [{ knowledge: 'k', question: 'How long does it take?' }];
    const unsure = begin(playbookOf([{ id: 'a', ask: 'A?' }])).did({
      type: 'questioned',
      text,
      knowledge: null,
      meant,
    });
    assert.deepEqual(unsure.lines, ['A?', '> How long?', 'question-unsure']);
    const chosen = unsure.did({ type: 'questioned', text, knowledge: 'k', answer: 'An hour.' });
    const lines = ['> How long does it take?', 'An hour.', '[judging]', 'A?'];
    assert.deepEqual(chosen.lines.slice(3), lines);
    const other = unsure.did({ type: 'questioned', text, knowledge: null });
    assert.deepEqual(other.lines.slice(3), ['question-noted', '[person]', 'A?']);
  });

  it('asks again once an objection is over, and comes before the question that an answer led to', () => {
    const talk = begin(
      playbookOf([
        { id: 'a', ask: 'A?' },
        { id: 'b', ask: 'B?' },
      ]),
    ).says('x');
    const raised = talk.did({ type: 'objected', objection: 'price', response: 'I see.' });
    assert.deepEqual(raised.lines, ['A?', '> x', 'I see.']);
    const over = raised.did({
      type: 'objection-moved',
      of: raised.state.n,
      to: 'resolved',
      choice: 'That helps',
      response: 'Good.',
    });
    assert.deepEqual(over.lines, ['A?', '> x', 'I see.', '> That helps', 'Good.', 'B?']);
    const typed = over.did({ type: 'objected', objection: 'price', text: 'Still too much', response: 'Ah.' });
    assert.deepEqual(typed.lines.slice(-3), ['B?', '> Still too much', 'Ah.']);
    assert.deepEqual(typed.says('y').lines.slice(-3), ['> Still too much', 'Ah.', '> y']);
  });

  it('tells what an answer was understood from, where that reads otherwise', () => {
    const [step] = [{ id: 'a', ask: 'A?', options: [{ value: 'x', label: 'Paper logs' }] }];
    const typed = (raw: string) =>
      begin(playbookOf([step]))
        .did({
          type: 'answered',
          step: 'a',
          prompt: 'A?',
          raw,
          value: 'x',
          label: 'Paper logs',
          locale: 'en',
        })
        .state.turns.at(-1);
    const heard = (raw: string) => (typed(raw) as { typed?: string }).typed;
    assert.deepEqual(['x', 'paper LOGS', 'logs', 'our sheets'].map(heard), [
      undefined,
      undefined,
      undefined,
      'our sheets',
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
          const keysOf = ({ turns }: FoldState) => turns.map((turn) => turn.key);
          assert.deepEqual(keysOf(after).slice(0, before.turns.length), keysOf(before));
        },
      ),
      { numRuns: 300 },
    );
  });
});
