import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkText } from '../../src/authoring/check-text.js';
import { small } from '../playbook/fixtures.js';

const MOST = 10_000;
const contact = { id: 'contact', ask: 'Where to?', kind: 'contact', fields: ['email'] };

const shapes: readonly (readonly [name: string, step: (i: number) => object, code: string | undefined])[] = [
  ['one after the other', (i) => ({ id: `s${i}`, ask: 'And?', kind: 'text' }), undefined],
  ['sentences only', (i) => ({ id: `s${i}`, say: 'And.' }), undefined],
  [
    'each with a way to the end',
    (i) => ({ id: `s${i}`, ask: 'And?', options: [{ value: 'a', label: 'A', go: 'end' }, 'b'] }),
    'contact.way-without',
  ],
  ['each leading nowhere', (i) => ({ id: `s${i}`, ask: 'And?', next: `t${i}` }), 'step.unknown-target'],
  ['each leading back', (i) => ({ id: `s${i}`, ask: 'And?', next: `s${Math.max(0, i - 1)}` }), 'step.no-end'],
  [
    'each leading to any other',
    (i) => ({
      id: `s${i}`,
      ask: 'And?',
      next: [{ when: { [`s${(i * 7919) % MOST}`]: { known: true } }, go: `s${(i * 31) % MOST}` }],
    }),
    undefined,
  ],
  [
    'each with a placeholder for nothing',
    (i) => ({ id: `s${i}`, ask: `{nothing${i}}` }),
    'text.unknown-placeholder',
  ],
  [
    'each with a condition on nothing',
    (i) => ({ id: `s${i}`, ask: 'And?', next: [{ when: { [`nothing${i}`]: 1 }, go: 'end' }] }),
    'condition.unknown-name',
  ],
  ['all of one name', () => ({ id: 's', ask: 'And?' }), 'step.duplicate-id'],
];

describe('the check of a playbook with 10,000 steps', () => {
  for (const [name, step, code] of shapes) {
    it(`comes to an end: ${name}`, () => {
      const steps = [...Array.from({ length: MOST - 1 }, (_, i) => step(i)), contact];
      const qualification = { verdicts: [{ is: 'nurture', because: 'All of them' }] };
      const { playbook, problems } = checkText(JSON.stringify({ ...small, steps, qualification }));
      assert.equal(playbook?.steps.length, MOST);
      assert.ok(problems.length <= 1_500);
      if (code)
        assert.ok(
          problems.some((problem) => problem.code === code),
          JSON.stringify(problems.slice(0, 3)),
        );
    });
  }
});
