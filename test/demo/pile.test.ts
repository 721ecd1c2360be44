import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pileOf } from '../../demo/desk/pile.js';
import type { Lead } from '../../src/lead/lead.js';

const answered = (count: number, source?: 'page'): Pick<Lead, 'answers'> => ({
  answers: Array.from({ length: count }, (_, i) => ({
    n: i + 2,
    step: `s${i}`,
    kind: 'text',
    question: 'Which?',
    value: 'this',
    label: 'this',
    at: '2026-11-24T09:00:00.000Z',
    ...(source && { source }),
  })),
});

const CASES: readonly (readonly [string, Pick<Lead, 'test' | 'signals' | 'answers'>, string])[] = [
  ['nothing is known about how it was written', {}, 'leads'],
  ['it took a minute', { signals: { tookMs: 60_000, decoyFilled: false } }, 'leads'],
  ['it took three seconds', { ...answered(9), signals: { tookMs: 3000, decoyFilled: false } }, 'leads'],
  [
    'it took less than anybody needs',
    { ...answered(3), signals: { tookMs: 2999, decoyFilled: false } },
    'spam',
  ],
  ['two answers took no time', { ...answered(2), signals: { tookMs: 900, decoyFilled: false } }, 'leads'],
  [
    'the page knew the answers',
    { ...answered(9, 'page'), signals: { tookMs: 900, decoyFilled: false } },
    'leads',
  ],
  ['it filled the hidden field', { signals: { tookMs: 60_000, decoyFilled: true } }, 'spam'],
  ['a trial that was quick', { test: true, signals: { tookMs: 1, decoyFilled: true } }, 'test'],
  ['a trial', { test: true }, 'test'],
];

describe('where a lead lies', () => {
  for (const [name, lead, pile] of CASES) {
    it(`${pile}: ${name}`, () => assert.equal(pileOf(lead as Lead), pile));
  }
});
