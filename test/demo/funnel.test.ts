import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sum } from '../../demo/desk/count-store.js';
import { funnelOf } from '../../demo/desk/funnel.js';
import { kestrel } from '../conversation/kestrel.js';

const sum = (day: string, what: Sum['what'], number: number, more: Partial<Sum> = {}): Sum => ({
  day,
  version: '3',
  hash: 'c',
  step: '',
  what,
  number,
  ...more,
});
const sums: readonly Sum[] = [
  sum('2026-11-20', 'opened', 9, { version: '2', hash: 'b' }),
  sum('2026-11-22', 'opened', 4),
  sum('2026-11-22', 'started', 3),
  sum('2026-11-22', 'asked', 3, { step: 'sites' }),
  sum('2026-11-22', 'answered', 1, { step: 'sites' }),
  sum('2026-11-22', 'asked', 1, { step: 'contact' }),
  sum('2026-11-22', 'asked', 1, { step: 'consent:newsletter' }),
  sum('2026-11-22', 'asked', 2, { step: 'an_old_one' }),
  sum('2026-11-23', 'asked', 4, { step: 'need' }),
  sum('2026-11-23', 'asked', 2, { step: 'sites' }),
  sum('2026-11-23', 'finished', 1),
];
const period = { from: '2026-11-20', to: '2026-11-23', hash: '' };

describe('the funnel', () => {
  it('has every day of its period, also the empty ones', () => {
    const { days, opened, started, finished } = funnelOf(sums, kestrel, period);
    assert.deepEqual(
      days.map((day) => [day.day, day.opened, day.started, day.finished].join(' ')),
      ['2026-11-20 9 0 0', '2026-11-21 0 0 0', '2026-11-22 4 3 0', '2026-11-23 0 0 1'],
    );
    assert.deepEqual([opened, started, finished], [13, 3, 1]);
  });

  it('has steps in the order in which they are asked, what is not known any more last', () => {
    const { steps } = funnelOf(sums, kestrel, period);
    assert.deepEqual(
      steps.map(({ ask, asked, answered }) => [ask, asked, answered]),
      [
        ['What would you like to fix?', 4, 0],
        ['How many sites do you run?', 5, 1],
        ['Also send me the monthly newsletter.', 1, 0],
        ['Where should we send this?', 1, 0],
        ['an_old_one', 2, 0],
      ],
    );
  });

  it('shows one version where one is asked for, and lists all of them, newest first', () => {
    const { versions, opened, steps } = funnelOf(sums, kestrel, { ...period, hash: 'b' });
    assert.deepEqual(
      versions.map(({ version, since, opened: all }) => [version, since, all]),
      [
        ['3', '2026-11-22', 4],
        ['2', '2026-11-20', 9],
      ],
    );
    assert.deepEqual([opened, steps.length], [9, 0]);
  });

  it('counts what came without a hash for the newest version of its name', () => {
    const more = [...sums, sum('2026-11-23', 'opened', 5, { hash: '' })];
    const { versions } = funnelOf(more, kestrel, period);
    assert.deepEqual(
      versions.map(({ hash, opened }) => [hash, opened]),
      [
        ['c', 9],
        ['b', 9],
      ],
    );
  });

  it('goes over a change of the clocks without losing or doubling a day', () => {
    const { days } = funnelOf([], kestrel, { from: '2026-03-27', to: '2026-03-31', hash: '' });
    assert.deepEqual(
      days.map(({ day }) => day.slice(8)),
      ['27', '28', '29', '30', '31'],
    );
  });
});
