import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pileOf } from '../../demo/desk/pile.js';
import type { Lead } from '../../src/lead/lead.js';

const CASES: readonly (readonly [string, Pick<Lead, 'test' | 'signals'>, string])[] = [
  ['nothing is known about how it was written', {}, 'leads'],
  ['it took a minute', { signals: { tookMs: 60_000, decoyFilled: false } }, 'leads'],
  ['it took three seconds', { signals: { tookMs: 3000, decoyFilled: false } }, 'leads'],
  ['it took less than anybody needs', { signals: { tookMs: 2999, decoyFilled: false } }, 'spam'],
  ['it filled the hidden field', { signals: { tookMs: 60_000, decoyFilled: true } }, 'spam'],
  ['a trial that was quick', { test: true, signals: { tookMs: 1, decoyFilled: true } }, 'test'],
  ['a trial', { test: true }, 'test'],
];

describe('where a lead lies', () => {
  for (const [name, lead, pile] of CASES) {
    it(`${pile}: ${name}`, () => assert.equal(pileOf(lead as Lead), pile));
  }
});
