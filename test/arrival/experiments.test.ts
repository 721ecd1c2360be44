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
const SEEDS = Array.from({ length: 10_000 }, (_, i) => `visitor ${i}`);

describe('experiments', () => {
  it('give the same visitor the same, and every experiment its own draw', () => {
    for (const seed of SEEDS.slice(0, 100))
      assert.deepEqual(
        variantsFor(trying(greeting, order), seed),
        variantsFor(trying(greeting, order), seed),
      );
    const both = SEEDS.map((seed) => variantsFor(trying(greeting, { ...greeting, id: 'other' }), seed));
    const alike = both.filter((one) => one['greeting'] === one['other']).length;
    assert.ok(Math.abs(alike / SEEDS.length - 0.5) < 0.02, `${alike}`);
  });
  it('share visitors by weight, within 1.5 points of 10,000', () => {
    const shares = new Map<string, number>();
    for (const seed of SEEDS) {
      const { order: variant = '' } = variantsFor(trying(order), seed);
      shares.set(variant, (shares.get(variant) ?? 0) + 1 / SEEDS.length);
    }
    assert.ok(Math.abs((shares.get('first') ?? 0) - 0.25) < 0.015, JSON.stringify([...shares]));
    assert.equal(shares.get('never'), undefined);
  });
  it('stay with what was seen, also when it is given to nobody new', () => {
    for (const seed of SEEDS.slice(0, 50))
      assert.deepEqual(variantsFor(trying(order), seed, { order: 'never' }), { order: 'never' });
  });
  it('draw again where what was seen is gone', () => {
    const { order: variant } = variantsFor(trying(order), 'x', { order: 'gone', toString: 'first' });
    assert.ok(variant === 'first' || variant === 'last');
  });
  it('survive a playbook that nobody checked', () => {
    for (const experiments of [undefined, 'x', [null], [{ id: 'a' }], [{ id: 'a', variants: [null, {}] }]])
      assert.deepEqual(variantsFor({ ...trying(), experiments } as unknown as Playbook, 'x'), {});
  });
});
