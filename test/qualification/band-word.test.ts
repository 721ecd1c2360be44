import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bandWord } from '../../src/qualification/band-word.js';
import type { Band, Verdict } from '../../src/qualification/judgement.js';

describe('the one word people see', () => {
  const rows: readonly [Verdict, Band | null, string][] = [
    ['qualified', 'hot', 'Hot'],
    ['qualified', 'warm', 'Warm'],
    ['qualified', 'cold', 'Cold'],
    ['qualified', null, 'Warm'],
    ['nurture', 'warm', 'Warm'],
    ['nurture', null, 'Cold'],
    ['disqualified', 'hot', 'Not a fit'],
    ['disqualified', null, 'Not a fit'],
    ['undetermined', null, 'Too early to say'],
    ['undetermined', 'warm', 'Too early to say'],
  ];
  for (const [verdict, band, word] of rows) {
    it(`${verdict}, ${band ?? 'no band'}: ${word}`, () => assert.equal(bandWord({ verdict, band }), word));
  }
});
