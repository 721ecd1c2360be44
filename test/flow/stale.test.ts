import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { begin } from './talk.js';
import { atOf } from './arbitrary.js';
import { playbook, sites } from './walked-playbook.js';

const DAY_MS = 86_400_000;
/** So many days before what the page knows is told, which is the second entry. */
const daysAgo = (days: number): string => new Date(Date.parse(atOf(2)) - days * DAY_MS).toISOString();
const OLD = daysAgo(181);
const old = begin(playbook).prefilled('sites', 12, OLD).says('alarms');

describe('what the page knew long ago', () => {
  it('has to be confirmed, and counts then', () => {
    assert.deepEqual(old.state.position, {
      at: 'step',
      step: sites,
      prior: 12,
      stale: { n: 2, value: 12, asOf: OLD },
    });
    assert.deepEqual(old.state.dead, [2]);
    const confirmed = old.did({ type: 'confirmed', of: 2 });
    assert.equal(confirmed.at, 'budget');
    assert.deepEqual(confirmed.state.dead, []);
    const { source, asOf, confirmedAt, value } = confirmed.state.answers.get('sites') ?? {};
    assert.deepEqual([source, asOf, confirmedAt, value], ['crm', OLD, atOf(4), 12]);
  });

  it('is in the transcript from then on, after what was typed meanwhile', () => {
    const lines = old.asks('Why?', 'Because.').did({ type: 'confirmed', of: 2 }).lines;
    assert.deepEqual(lines, [
      'What?',
      '> alarms',
      'How many?',
      '> Why?',
      'Because.',
      'How many?',
      '> 12',
      'How much?',
    ]);
  });

  it('gives way to an answer, and to a correction once it was confirmed', () => {
    const answered = old.says(14);
    assert.deepEqual([answered.values['sites'], answered.state.dead], [14, [2]]);
    assert.deepEqual(answered.did({ type: 'confirmed', of: 2 }).values, answered.values);
    assert.deepEqual(answered.prefilled('sites', 12, OLD).values, answered.values);
    const mended = old.did({ type: 'confirmed', of: 2 }).corrects('sites', 15);
    const { source, confirmedAt, value } = mended.state.answers.get('sites') ?? {};
    assert.deepEqual([source, confirmedAt, value], ['visitor', undefined, 15]);
  });

  it('is confirmed by its number only', () => {
    assert.deepEqual(old.did({ type: 'confirmed', of: 3 }).state.position, old.state.position);
  });

  const rows: readonly [string, number, number | undefined, number | undefined, boolean][] = [
    ['180 days are not too long', 180, undefined, undefined, false],
    ['more are', 180.01, undefined, undefined, true],
    ['the playbook may say otherwise', 40, 30, undefined, true],
    ['and the step again', 40, 30, 60, false],
    ['none at all: always asked', 0.5, undefined, 0, true],
  ];
  for (const [name, days, playbooks, steps, isStale] of rows) {
    it(name, () => {
      const asked = {
        ...playbook,
        refreshAfterDays: playbooks,
        steps: playbook.steps.map((step) =>
          step.id === 'sites' ? { ...step, refreshAfterDays: steps } : step,
        ),
      };
      const talk = begin(asked).prefilled('sites', 12, daysAgo(days)).says('alarms');
      assert.equal(talk.at, isStale ? 'sites' : 'budget');
    });
  }

  it('counts where nobody can read how old it is', () => {
    assert.equal(begin(playbook).prefilled('sites', 12, 'long ago').says('alarms').at, 'budget');
  });
});

describe('what the page knew of somebody else', () => {
  it('counts no more, and neither does what it says later', () => {
    const talk = begin(playbook).prefilled('sites', 12).says('alarms').did({ type: 'disowned' });
    assert.deepEqual([talk.at, talk.values, talk.state.dead], ['sites', { need: 'alarms' }, [2]]);
    const again = talk.prefilled('sites', 12);
    assert.deepEqual([again.at, again.state.dead], ['sites', [2, 5]]);
  });

  it('does not come back by confirming it', () => {
    // What stands on a device was written by anybody: a confirmation may have no number.
    const talk = old
      .did({ type: 'disowned' })
      .did({ type: 'confirmed' } as never)
      .did({ type: 'confirmed', of: 2 });
    assert.deepEqual(talk.state.position, { at: 'step', step: sites });
  });
});
