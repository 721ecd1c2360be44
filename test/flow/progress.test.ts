import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { straightPlaybooks } from './arbitrary.js';
import { begin, playbookOf, type Talk } from './talk.js';

const left = (talk: Talk) => {
  const { done, leftMin, leftMax } = talk.state.progress;
  return [done, leftMin, leftMax];
};
const ask = (id: string, more: Partial<Step> = {}): Step => ({ id, ask: `${id}?`, ...more });

describe('progress', () => {
  const playbook = playbookOf([
    ask('a', { options: ['short', { value: 'long', label: 'Long', go: 'c' }], next: 'd' }),
    { id: 'b', say: 'Never.' },
    ask('c'),
    ask('d', { optional: true }),
    ask('e'),
  ]);

  it('counts the questions on the shortest and the longest way', () => {
    assert.deepEqual(left(begin(playbook)), [0, 3, 4]);
    assert.deepEqual(left(begin(playbook).says('long')), [1, 3, 3]);
    assert.deepEqual(left(begin(playbook).says('short')), [1, 2, 2]);
  });

  it('counts skipped questions as done, and nothing is left at the end', () => {
    const end = begin(playbook).says('short').says(null).says('x');
    assert.deepEqual(left(end), [3, 0, 0]);
    assert.equal(end.state.progress.shown, 1);
  });

  it('is the share of questions done', () => {
    const shares = [begin(playbook), begin(playbook).says('short'), begin(playbook).says('long')];
    assert.deepEqual(
      shares.map((talk) => talk.state.progress.shown),
      [0, 1 / 3, 1 / 4],
    );
  });

  it('counts consents that will be asked', () => {
    const consent = [{ purpose: 'x', text: 'X?', version: '1' }];
    const card: Step = { id: 'contact', kind: 'contact' };
    const talk = begin(playbookOf([ask('a'), card], { privacy: { consent } }));
    assert.deepEqual(left(talk), [0, 2, 3]);
    assert.deepEqual(left(talk.says('y')), [1, 2, 2]);
    assert.deepEqual(left(talk.says('y').consents('x', true)), [2, 1, 1]);
  });

  it('leaves circles out, and never falls in them', () => {
    const loop = playbookOf([
      ask('site'),
      ask('again', { kind: 'yesNo', options: [{ value: 'yes', label: 'Yes', go: 'note' }], next: 'last' }),
      ask('note', { next: 'site' }),
      ask('last'),
    ]);
    assert.deepEqual(left(begin(loop)), [0, 3, 3]);
    let talk = begin(loop).says('x').says(true);
    assert.deepEqual(left(talk), [2, 4, 4]);
    for (const value of ['y', 'z', true, 'y', 'z', false]) {
      const next = talk.says(value);
      assert.ok(next.state.progress.shown >= talk.state.progress.shown);
      talk = next;
    }
    assert.equal(talk.at, 'last');
  });

  it('counts one question where a step leads only to itself', () => {
    assert.deepEqual(left(begin(playbookOf([ask('a', { next: 'a' })]))), [0, 1, 1]);
  });

  it('after a fault is the contact card', () => {
    const card: Step = { id: 'contact', kind: 'contact' };
    assert.deepEqual(left(begin(playbookOf([{ id: 'a', next: 'x' }, card, ask('b')]))), [0, 1, 1]);
  });
});

/** Every way through a straight playbook, counted the slow way. */
function waysThrough({ steps }: Playbook, place = 0): number[] {
  const step = steps[place];
  if (!step) return [0];
  const needs =
    step.kind === undefined ? step.options !== undefined : ['choice', 'choices'].includes(step.kind);
  const question = (step.ask ?? step.kind ?? step.options) !== undefined && !(needs && !step.options?.length);
  const leads = needs || step.kind === 'yesNo';
  const goes = (leads ? (step.options ?? []) : []).map((one) =>
    typeof one === 'string' ? undefined : one.go,
  );
  const isChoice = needs && step.kind !== 'choices';
  const all = isChoice && goes.length > 0 && !goes.includes(undefined) && step.optional !== true;
  const targets = [...goes.filter((go) => go !== undefined), ...(all ? [] : [step.next ?? place + 1])];
  return targets
    .map((go) =>
      typeof go === 'number' ? go : go === 'end' ? steps.length : steps.findIndex(({ id }) => id === go),
    )
    .flatMap((next) => waysThrough({ steps } as Playbook, next))
    .map((count) => count + (question ? 1 : 0));
}

describe('the law of lengths', () => {
  it('without circles the shortest and the longest way are exact', () => {
    fc.assert(
      fc.property(straightPlaybooks, (playbook) => {
        const first = playbook.steps.findIndex((step) => step.id === begin(playbook).at);
        fc.pre(first >= 0);
        const ways = waysThrough(playbook, first);
        const { leftMin, leftMax } = begin(playbook).state.progress;
        assert.deepEqual([leftMin, leftMax], [Math.min(...ways), Math.max(...ways)]);
      }),
      { numRuns: 500 },
    );
  });
});
