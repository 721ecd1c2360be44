import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stamped } from '../../src/flow/log.js';

describe('an entry', () => {
  it('is numbered from 1 and stamped', () => {
    assert.deepEqual(stamped({ type: 'submitted' }, [], 'now'), { type: 'submitted', n: 1, at: 'now' });
  });

  it('is numbered after the last one, also where numbers are missing', () => {
    const log = [{ type: 'withdrew' as const, n: 7, at: '' }];
    assert.equal(stamped({ type: 'submitted' }, log, '').n, 8);
  });
});
