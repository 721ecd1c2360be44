import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { turnOf } from '../../src/routing/turn-book.js';
import { hashOf, takesTurn, type Turn } from '../../src/routing/turns.js';

/** Tommy Ettinger's generator, public domain: the same numbers in every run, and no relative of the hash under test. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ids as the widget makes them. */
const random = mulberry32(20261123);
const IDS = Array.from({ length: 100_000 }, () =>
  [0, 1, 2, 3]
    .map(() =>
      Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    )
    .join(''),
);
const counted = (turns: readonly Turn[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of IDS) {
    const owner = takesTurn(id, turns) ?? '';
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
};
const shares = (turns: readonly Turn[]): ReadonlyMap<string, number> =>
  new Map([...counted(turns)].map(([owner, count]) => [owner, count / IDS.length]));

/** Chi-square that a fair draw stays under 99 times of 100, by degrees of freedom. Source: NIST tables. */
const CRITICAL = [0, 6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475, 20.09, 21.666, 23.209];

const TEAMS: readonly (readonly number[])[] = [
  [1, 1],
  [1, 1, 1],
  [3, 1],
  [5, 3, 2],
  [1, 1, 1, 1, 1],
  [0.5, 1, 1.5, 2],
  [10, 1],
  [1, 2, 3, 4, 5, 6, 7, 8],
];
const teamOf = (weights: readonly number[]): readonly Turn[] =>
  weights.map((weight, i) => ({ owner: `owner-${i}`, weight }));

describe('taking turns, 100,000 leads', () => {
  for (const weights of TEAMS) {
    const team = teamOf(weights);
    const whole = weights.reduce((a, b) => a + b, 0);
    it(`shares ${weights.join(' : ')} within half a point, and no worse than chance`, () => {
      const counts = counted(team);
      let chiSquare = 0;
      for (const { owner, weight } of team) {
        const expected = (IDS.length * weight) / whole;
        const count = counts.get(owner) ?? 0;
        assert.ok(Math.abs(count - expected) / IDS.length < 0.005, `${owner}: ${count} of ${expected}`);
        chiSquare += (count - expected) ** 2 / expected;
      }
      const critical = CRITICAL[weights.length - 1] ?? assert.fail('no row for so many');
      assert.ok(chiSquare < critical, `chi-square ${chiSquare}, p < 0.01 from ${critical}`);
    });

    it(`moves only the leads of whoever leaves, of ${weights.join(' : ')}`, () => {
      const gone = team[0]?.owner;
      const rest = team.slice(1);
      for (const id of IDS) {
        const before = takesTurn(id, team);
        const after = takesTurn(id, rest);
        if (before === gone) assert.ok(after !== undefined && after !== gone);
        else assert.equal(after, before);
      }
    });
  }
});

describe('turns that are counted', () => {
  it('are exact after every round, and never far off within one', () => {
    for (const weights of TEAMS) {
      const team = teamOf(weights);
      const whole = weights.reduce((a, b) => a + b, 0);
      const counts = new Map<string, number>();
      for (let turn = 0; turn < 4 * whole * 2; turn += 1) {
        const owner = turnOf(turn, team) ?? '';
        counts.set(owner, (counts.get(owner) ?? 0) + 1);
        for (const { owner: each, weight } of team) {
          const off = (counts.get(each) ?? 0) - ((turn + 1) * weight) / whole;
          assert.ok(Math.abs(off) < team.length, `${each} is off by ${off} after ${turn + 1}`);
        }
      }
      for (const { owner, weight } of team) assert.equal(counts.get(owner), 8 * weight, owner);
    }
  });
  it('go round in the order of the list where all have the same', () => {
    const team = teamOf([1, 1, 1]);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((turn) => turnOf(turn, team)),
      ['owner-0', 'owner-1', 'owner-2', 'owner-0', 'owner-1'],
    );
  });
  it('are nobody’s where nobody takes any', () => {
    assert.equal(turnOf(0, []), undefined);
    assert.equal(turnOf(3, [{ owner: 'dana', weight: 0 }]), undefined);
    assert.equal(turnOf(3, [{ owner: 'dana', weight: Number.NaN }]), undefined);
  });
  it('stay within reach whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.array(fc.double({ min: 0, max: 1e9 }), { maxLength: 5 }),
        (turn, weights) => {
          const owner = turnOf(turn, teamOf(weights));
          assert.equal(
            owner === undefined,
            weights.every((weight) => Math.round(weight * 100) <= 0),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

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
