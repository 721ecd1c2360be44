import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { backoffMs, RETRY_DEFAULTS, waitMs } from '../../src/outbox/retry-policy.js';
import type { Outcome } from '../../src/ports/delivery.js';
import { seededRandomness } from './simulated-clock.js';

const options = RETRY_DEFAULTS;
const HOUR = 3_600_000;
const attempts = fc.integer({ min: 1, max: 5_000 });
const units = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('backoffMs', () => {
  const rows = [
    [0, 500, 1_000],
    [1, 1_000, 2_000],
    [5, 16_000, 32_000],
    [8, 128_000, 256_000],
    [9, 150_000, 300_000],
    [1_100, 150_000, 300_000],
  ] as const;
  for (const [failures, least, most] of rows) {
    it(`is between ${least} and ${most} ms after ${failures} earlier failures`, () => {
      assert.equal(backoffMs(failures, 0, options), least);
      const highest = backoffMs(failures, 1 - Number.EPSILON, options);
      assert.ok(highest <= most && highest > most * 0.999);
    });
  }

  it('spreads evenly over its range (Kolmogorov–Smirnov, p > 0.01)', () => {
    const { unit } = seededRandomness(7);
    const draws = 10_000;
    for (let failures = 0; failures <= 8; failures += 1) {
      const most = Math.min(options.capMs, options.baseMs * 2 ** failures);
      const spread = Array.from({ length: draws }, () => backoffMs(failures, unit(), options) / most)
        .map((share) => (share - 0.5) * 2)
        .sort((a, b) => a - b);
      const distance = Math.max(
        ...spread.map((value, i) => Math.max(value - i / draws, (i + 1) / draws - value)),
      );
      assert.ok(distance < 1.63 / Math.sqrt(draws), `after ${failures} failures: ${distance}`);
    }
  });
});

describe('waitMs', () => {
  const half = 0.5;
  const rows: readonly (readonly [string, Outcome, number, number | null])[] = [
    ['nothing after an acknowledgement', { is: 'acknowledged', status: 200 }, 1, null],
    ['never after a stop', { is: 'stop', code: 'status.410' }, 1, null],
    ['the backoff after the first failure', { is: 'retry', code: 'timeout' }, 1, 750],
    ['the backoff after the fourth failure', { is: 'retry', code: 'timeout' }, 4, 6_000],
    ['what the endpoint asks for', { is: 'retry', code: 'status.503', retryAfterMs: 60_000 }, 1, 60_000],
    ['not less than the backoff', { is: 'retry', code: 'status.503', retryAfterMs: 0 }, 4, 6_000],
    ['not more than a day', { is: 'retry', code: 'status.503', retryAfterMs: 1e12 }, 1, 24 * HOUR],
    ['an hour when parked', { is: 'park', code: 'status.422' }, 1, HOUR],
    [
      'longer when parked and told so',
      { is: 'park', code: 'status.403', retryAfterMs: 2 * HOUR },
      1,
      2 * HOUR,
    ],
  ];
  for (const [name, outcome, attempt, wait] of rows) {
    it(`is ${name}`, () => assert.equal(waitMs(outcome, attempt, half, options), wait));
  }

  it('is finite, positive and never above a day, whatever the endpoint says', () => {
    fc.assert(
      fc.property(attempts, units, fc.double({ min: 0 }), fc.boolean(), (attempt, unit, asked, parks) => {
        const retryAfterMs = Number.isNaN(asked) ? 0 : asked;
        const wait = waitMs(
          { is: parks ? 'park' : 'retry', code: 'x', retryAfterMs },
          attempt,
          unit,
          options,
        );
        return wait !== null && wait > 0 && wait <= 24 * HOUR;
      }),
    );
  });

  it('is never shorter than what the endpoint asks for, up to a day', () => {
    fc.assert(
      fc.property(attempts, units, fc.integer({ min: 0, max: 24 * HOUR }), (attempt, unit, retryAfterMs) => {
        const wait = waitMs({ is: 'retry', code: 'x', retryAfterMs }, attempt, unit, options);
        return wait !== null && wait >= retryAfterMs;
      }),
    );
  });
});
