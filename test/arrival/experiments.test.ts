import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { variantsFor } from '../../src/arrival/experiments.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { playbookWith } from '../qualification/answered.js';

const trying = (...experiments: NonNullable<Playbook['experiments']>): Playbook =>
  playbookWith([], undefined, { experiments });
const greeting = { id: 'greeting', variants: [{ id: 'long' }, { id: 'short' }] };
const order = {
  id: 'order',
  variants: [{ id: 'first' }, { id: 'last', weight: 3 }, { id: 'never', weight: 0 }],
};
/** Evenly spread, so that shares are exact. */
const UNITS = Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);

describe('experiments', () => {
  it('give the same visitor the same', () => {
    for (const unit of UNITS.slice(0, 100))
      assert.deepEqual(
        variantsFor(trying(greeting, order), () => unit),
        variantsFor(trying(greeting, order), () => unit),
      );
  });
  it('draw each for itself', () => {
    const variants = variantsFor(trying(greeting, order), (experiment) =>
      experiment === 'order' ? 0 : 0.99,
    );
    assert.deepEqual(variants, { greeting: 'short', order: 'first' });
  });
  it('share visitors by weight, and give what weighs nothing to nobody', () => {
    const shares = new Map<string, number>();
    for (const unit of [...UNITS, 0]) {
      const { order: variant = '' } = variantsFor(trying(order), () => unit);
      shares.set(variant, (shares.get(variant) ?? 0) + 1);
    }
    assert.deepEqual(
      [...shares],
      [
        ['first', 2_501],
        ['last', 7_500],
      ],
    );
  });
  it('stay with what was seen, also when it is given to nobody new', () => {
    for (const unit of UNITS.slice(0, 50))
      assert.deepEqual(
        variantsFor(trying(order), () => unit, { order: 'never' }),
        { order: 'never' },
      );
  });
  it('draw again where what was seen is gone', () => {
    assert.deepEqual(
      variantsFor(trying(order), () => 0, { order: 'gone', toString: 'first' }),
      { order: 'first' },
    );
  });
  it('survive a playbook that nobody checked', () => {
    for (const experiments of [undefined, 'x', [null], [{ id: 'a' }], [{ id: 'a', variants: [null, {}] }]])
      assert.deepEqual(
        variantsFor({ ...trying(), experiments } as unknown as Playbook, () => 0),
        {},
      );
  });
});
