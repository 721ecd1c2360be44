import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { emptyState, fold } from '../../src/flow/fold.js';
import { begin, playbookOf } from './talk.js';

const card: Step = { id: 'contact', ask: 'Who?', kind: 'contact', fields: ['email'] };
const ana = { email: 'ana@northfold.example' };
const broken = (steps: readonly unknown[]) => begin(playbookOf(steps as Step[])).state;

const rows: readonly (readonly [name: string, steps: readonly unknown[], path: string])[] = [
  ['a step that leads nowhere', [{ id: 'a', say: 'Hi.', next: 'b' }], 'steps[0].next'],
  [
    'a branch that leads nowhere',
    [{ id: 'a', say: 'Hi.', next: [{ when: { b: 1 }, go: 'x' }, { go: 'b' }] }],
    'steps[0].next[1].go',
  ],
  ['a circle of one', [{ id: 'a', say: 'Hi.', next: 'a' }], 'steps[0].next'],
  [
    'a circle of two',
    [
      { id: 'a', say: 'Hi.' },
      { id: 'b', say: 'Ho.', next: 'a' },
    ],
    'steps[1].next',
  ],
  [
    'a circle that closes by itself',
    [{ id: 'a', next: 'c' }, { id: 'b' }, { id: 'c', next: 'b' }],
    'steps[1]',
  ],
  ['a step that is none', [{ id: 'a', say: 'Hi.' }, 'b'], 'steps[1]'],
  ['a step without an id', [{ say: 'Hi.' }], 'steps[0]'],
  ['a way that is no name', [{ id: 'a', next: 5 }], 'steps[0].next'],
  ['no steps', [], 'steps'],
];

describe('a playbook that cannot go on', () => {
  for (const [name, steps, path] of rows) {
    it(`for ${name} ends, and says where`, () => {
      const { position, broken: fault } = broken(steps);
      assert.deepEqual(position, { at: 'end', sendable: false });
      assert.equal(fault?.code, 'playbook.broken');
      assert.equal(fault?.path, path);
      assert.match(fault?.detail ?? '', /^.+\.$/);
    });

    if (steps.length > 0)
      it(`for ${name} goes to the contact card when there is one`, () => {
        const { position } = broken([...steps.slice(0, -1), { ...(steps.at(-1) as object) }, 'x', card]);
        assert.equal(position.at === 'step' && position.step.id, 'contact');
      });
  }

  it('names the option that leads nowhere', () => {
    const steps: Step[] = [{ id: 'a', ask: 'A?', options: ['x', { value: 'y', label: 'Y', go: 'nowhere' }] }];
    assert.equal(begin(playbookOf(steps)).says('y').state.broken?.path, 'steps[0].options[1].go');
  });

  it('prefers a contact card to an e-mail question', () => {
    const mail: Step = { id: 'mail', ask: 'Mail?', kind: 'email' };
    assert.equal(begin(playbookOf([{ id: 'a', next: 'x' }, mail, card])).at, 'contact');
    assert.equal(begin(playbookOf([{ id: 'a', next: 'x' }, mail])).at, 'mail');
  });

  it('ends after the contact card and can be sent', () => {
    const talk = begin(playbookOf([{ id: 'a', next: 'x' }, card, { id: 'b', ask: 'B?' }])).says(ana);
    assert.deepEqual(talk.state.position, { at: 'end', sendable: true });
    assert.equal(talk.state.broken?.path, 'steps[0].next');
  });

  it('ends when the contact card has been answered already', () => {
    const talk = begin(playbookOf([card, { id: 'a', next: 'x' }])).says(ana);
    assert.deepEqual(talk.state.position, { at: 'end', sendable: true });
  });

  it('asks for consent before the contact card, also what an author’s step would have asked', () => {
    const consent = [{ purpose: 'letter', text: 'Too?', version: '1', required: true }];
    const steps: Step[] = [{ id: 'a', next: 'x' }, { id: 'ok', kind: 'consent', purpose: 'letter' }, card];
    const talk = begin(playbookOf(steps, { privacy: { consent } }));
    assert.equal(talk.at, 'consent:letter');
    assert.equal(talk.consents('letter', true).at, 'contact');
  });

  it('survives a thousand sentences in a row, but no more', () => {
    const says = (count: number): Step[] =>
      Array.from({ length: count }, (_, i) => ({ id: `s${i}`, say: 'Hi.' }));
    assert.equal(begin(playbookOf([...says(999), { id: 'q', ask: 'Q?' }])).state.broken, null);
    assert.equal(begin(playbookOf([...says(2000), { id: 'q', ask: 'Q?' }])).state.broken?.path, 'steps[999]');
  });

  it('does not call a circle with a question in it broken', () => {
    const steps: Step[] = [
      { id: 'a', say: 'Again.' },
      { id: 'q', ask: 'Q?', next: 'a' },
    ];
    let talk = begin(playbookOf(steps));
    for (let i = 0; i < 20; i++) talk = talk.says('x');
    assert.deepEqual([talk.at, talk.state.broken], ['q', null]);
  });

  it('does not run in a circle of consents that are given', () => {
    const ok: Step = { id: 'ok', kind: 'consent', purpose: 'letter', next: 'ok' };
    assert.equal(begin(playbookOf([ok])).consents('letter', true).state.broken?.path, 'steps[0].next');
  });

  for (const document of [undefined, null, 5, 'x', [], {}, { steps: 'x' }, { steps: { length: 3 } }])
    it(`is also ${JSON.stringify(document)}`, () => {
      const state = emptyState(document as unknown as Playbook);
      assert.deepEqual([state.position, state.broken?.path], [{ at: 'end', sendable: false }, 'steps']);
    });

  it('walks ten thousand steps and a log as long', () => {
    const steps: Step[] = Array.from({ length: 10_000 }, (_, i) => ({
      id: `s${i}`,
      ask: 'Q?',
      kind: 'number',
    }));
    const log = steps.map((step, i) => ({
      type: 'answered' as const,
      step: step.id,
      prompt: 'Q?',
      raw: '1',
      value: 1,
      locale: 'en',
      n: i + 1,
      at: '',
    }));
    const state = fold(playbookOf(steps), log);
    assert.deepEqual([state.position.at, state.answers.size, state.turns.length], ['end', 10_000, 20_000]);
  });
});
