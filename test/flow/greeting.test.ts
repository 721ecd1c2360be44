import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Playbook } from '../../src/playbook/schema.js';
import { greetingLines } from '../../src/flow/greeting.js';
import { beginning } from './arbitrary.js';
import { begin, playbookOf } from './talk.js';

const greet = (say: unknown, campaign?: string) =>
  greetingLines({ company: { name: 'Kestrel' }, welcome: { say } } as unknown as Playbook, (name) =>
    name === 'campaign' ? campaign : undefined,
  );
const conditional = [
  { when: { campaign: 'guide' }, text: ['Thanks for reading.', 'I am {company}.'] },
  { when: { not: { campaign: 'guide' } }, text: 'Welcome back.' },
  { text: 'Hi!' },
];

const rows: readonly (readonly [
  name: string,
  say: unknown,
  campaign: string | undefined,
  lines: string[],
])[] = [
  ['one line', 'Hi!', undefined, ['Hi!']],
  ['several lines', ['Hi!', 'From {company}.'], undefined, ['Hi!', 'From Kestrel.']],
  ['the first whose condition holds', conditional, 'guide', ['Thanks for reading.', 'I am Kestrel.']],
  ['the opposite, once it is known', conditional, 'other', ['Welcome back.']],
  ['the one without a condition when nothing is known', conditional, undefined, ['Hi!']],
  ['nothing when no condition holds', conditional.slice(0, 1), 'other', []],
  ['nothing when there is none', undefined, undefined, []],
  ['nothing when it is no text', 5, undefined, []],
  ['nothing when its text is none', [{ text: 5 }], undefined, []],
];

describe('the greeting', () => {
  for (const [name, say, campaign, lines] of rows)
    it(`is ${name}`, () => assert.deepEqual(greet(say, campaign), lines));

  it('opens the transcript by how they came', () => {
    const playbook = playbookOf([{ id: 'a', ask: 'A?' }], { welcome: { say: conditional } });
    assert.deepEqual(begin(playbook, { utm: { campaign: 'guide' } }).lines[0], 'Thanks for reading.');
    assert.deepEqual(begin(playbook, { utm: {} }).lines[0], 'Hi!');
    const twice = begin(playbook, { utm: { campaign: 'guide' } }).did(beginning);
    assert.deepEqual(twice.lines[0], 'Thanks for reading.');
  });
});
