import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from '../../src/outbox/status.js';

const NOW = Date.UTC(2026, 10, 23, 12);
const answer = (status: number, retryAfter: string | null = null) => ({
  status,
  body: '',
  retryAfter,
  date: null,
});
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const isFor = (status: number) => outcomeOf(answer(status), true, NOW).is;

/** What the requirement names, apart from the code that decides it. */
const RETRY = [408, 409, 425, 429, 500, 502, 503, 504, ...from(520, 527), 530];
const PARK = [...from(300, 308), 400, 401, 403, 404, 405, 413, 415, 422, 501];

describe('outcomeOf', () => {
  for (const [i, status] of RETRY.entries()) {
    it(`R${i + 1}: tries again after ${status}`, () => assert.equal(isFor(status), 'retry'));
  }
  for (const [i, status] of PARK.entries()) {
    it(`P${i + 1}: parks after ${status}`, () => assert.equal(isFor(status), 'park'));
  }
  it('S1: stops after 410', () => assert.equal(isFor(410), 'stop'));

  it('counts only 2xx as received, of all statuses from 0 to 599', () => {
    const received = from(0, 599).filter((status) => isFor(status) === 'acknowledged');
    assert.deepEqual(received, from(200, 299));
  });

  it('counts nothing as received that the destination does not accept', () => {
    const received = from(0, 599).filter(
      (status) => outcomeOf(answer(status), false, NOW).is === 'acknowledged',
    );
    assert.deepEqual(received, []);
  });

  it('tries again when a success is not recognised, as behind the login page of a network', () => {
    assert.deepEqual(outcomeOf(answer(200), false, NOW), {
      is: 'retry',
      code: 'answer.unrecognised',
      status: 200,
    });
  });

  it('parks what a later version of the endpoint may allow: 505', () => assert.equal(isFor(505), 'park'));
  it('tries again where a network wants a login first: 511', () => assert.equal(isFor(511), 'retry'));
  it('tries again after an answer that cannot be read: 0', () => assert.equal(isFor(0), 'retry'));

  it('names the status in its code and carries the wait asked for', () => {
    assert.deepEqual(outcomeOf(answer(429, '7'), false, NOW), {
      is: 'retry',
      code: 'status.429',
      status: 429,
      retryAfterMs: 7_000,
    });
    assert.deepEqual(outcomeOf(answer(422), false, NOW), { is: 'park', code: 'status.422', status: 422 });
  });
});
