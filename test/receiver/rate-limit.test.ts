import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRateLimit } from '../../src/receiver/rate-limit.js';

const start = (settings: { most: number; windowMs: number; names?: number }) => {
  let now = 0;
  return {
    limit: createRateLimit({ monotonicMs: () => now }, settings),
    pass: (ms: number) => {
      now += ms;
    },
  };
};

describe('rate limit', () => {
  it('lets so many through in a window and says how long to wait for the next', () => {
    const { limit, pass } = start({ most: 2, windowMs: 60_000 });
    assert.equal(limit.take('a'), null);
    pass(10_000);
    assert.equal(limit.take('a'), null);
    pass(10_000);
    assert.equal(limit.take('a'), 40);
    pass(40_000);
    assert.equal(limit.take('a'), null);
  });

  it('counts everybody apart', () => {
    const { limit } = start({ most: 1, windowMs: 60_000 });
    assert.equal(limit.take('a'), null);
    assert.equal(limit.take('b'), null);
    assert.notEqual(limit.take('a'), null);
  });

  it('refusals do not lengthen the wait', () => {
    const { limit, pass } = start({ most: 1, windowMs: 60_000 });
    limit.take('a');
    for (let tries = 0; tries < 5; tries += 1) {
      pass(5_000);
      limit.take('a');
    }
    assert.equal(limit.take('a'), 35);
  });

  it('remembers no more names than it was told to', () => {
    const { limit } = start({ most: 1, windowMs: 60_000, names: 3 });
    for (const who of ['a', 'b', 'c', 'd']) limit.take(who);
    assert.equal(limit.take('a'), null);
    assert.notEqual(limit.take('d'), null);
  });

  it('lets nobody through when nothing is allowed', () => {
    const { limit } = start({ most: 0, windowMs: 60_000 });
    assert.equal(limit.take('a'), 60);
  });
});
