import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hashOf, takesTurn, type Turn } from '../../src/routing/turns.js';

/** Ids spread as random ones are, the same in every run. */
const IDS = Array.from({ length: 12_000 }, (_, i) =>
  [0, 1, 2, 3].map((part) => hashOf(`${i}/${part}`).toString(16).padStart(8, '0')).join(''),
);
const shares = (turns: readonly Turn[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of IDS) {
    const owner = takesTurn(id, turns) ?? '';
    counts.set(owner, (counts.get(owner) ?? 0) + 1 / IDS.length);
  }
  return counts;
};

describe('taking turns', () => {
  it('is fair', () => {
    const names = ['dana', 'tom', 'ines'];
    for (const share of shares(names.map((owner) => ({ owner, weight: 1 }))).values()) {
      assert.ok(Math.abs(share - 1 / 3) < 0.02, `${share}`);
    }
  });

  it('keeps to the weights', () => {
    const found = shares([
      { owner: 'dana', weight: 3 },
      { owner: 'tom', weight: 1 },
    ]);
    assert.ok(Math.abs((found.get('dana') ?? 0) - 0.75) < 0.02);
  });

  it('passes over whoever takes none', () => {
    const found = shares([
      { owner: 'dana', weight: 0 },
      { owner: 'tom', weight: 1 },
    ]);
    assert.deepEqual([...found.keys()], ['tom']);
    assert.equal(takesTurn('a', [{ owner: 'dana', weight: 0 }]), undefined);
    assert.equal(takesTurn('a', []), undefined);
  });

  it('moves only the leads of whoever leaves', () => {
    const all = ['dana', 'tom', 'ines'].map((owner) => ({ owner, weight: 1 }));
    const without = all.filter(({ owner }) => owner !== 'tom');
    fc.assert(
      fc.property(fc.string(), (id) => {
        const before = takesTurn(id, all);
        if (before !== 'tom') assert.equal(takesTurn(id, without), before);
      }),
    );
  });

  it('does not depend on the order in which owners are named', () => {
    const all = ['dana', 'tom', 'ines'].map((owner) => ({ owner, weight: 2 }));
    for (const id of IDS.slice(0, 200)) assert.equal(takesTurn(id, all), takesTurn(id, all.toReversed()));
  });

  it('uses the published hash', () => {
    const vectors: readonly [string, number][] = [
      ['', 2872998923],
      ['a', 2448022055],
      ['warmlead', 4089658470],
      ['ليلى', 4183314935],
    ];
    for (const [text, hash] of vectors) assert.equal(hashOf(text), hash);
  });
});
