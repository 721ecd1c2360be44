import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Playbook } from '../../src/playbook/schema.js';
import type { Facts } from '../../src/flow/conditions.js';
import { fillPrompt, placeholdersIn, questionOf } from '../../src/flow/fill-prompt.js';
import type { Value } from '../../src/flow/log.js';
import { plainText } from '../../src/flow/rich-text.js';

const playbook = {
  company: { name: 'Kestrel' },
  language: 'en',
  steps: [
    { id: 'need', options: [{ value: 'alarms', label: 'Warm freezers', when: { need: 'never' } }] },
    { id: 'sites', kind: 'number' },
  ],
} as unknown as Playbook;
const known: Readonly<Record<string, Value>> = {
  need: 'alarms',
  sites: 12,
  both: ['a', 'b'],
  customer: true,
  'contact.name': 'Priya',
  'contact.company': '[Click](https://evil.example) **now**\n- x',
};
const facts: Facts = (name) => (Object.hasOwn(known, name) ? known[name] : undefined);
const fill = (text: string) => fillPrompt(text, facts, playbook);

const rows: readonly (readonly [name: string, text: string, expected: string])[] = [
  ['the company', 'Welcome to {company}.', 'Welcome to Kestrel.'],
  ['the label of an answer', 'About {need}:', 'About Warm freezers:'],
  ['a number', 'With {sites} sites', 'With 12 sites'],
  ['several values', '{both}', 'a, b'],
  ['yes', '{customer}', 'Yes'],
  ['a contact field', 'Thanks, {contact.name}!', 'Thanks, Priya!'],
  ['several', '{contact.name} at {company}', 'Priya at Kestrel'],
  ['nothing known, with its space', 'Thanks {nobody}!', 'Thanks!'],
  ['nothing known, with its comma', 'Thanks, {nobody}!', 'Thanks!'],
  ['nothing known in the middle', 'So {nobody}, how many?', 'So, how many?'],
  ['nothing known at the start', '{nobody}, how many?', 'How many?'],
  ['nothing known at all', '{nobody}', ''],
  ['two unknowns', '{nobody} {none}, how many?', 'How many?'],
  ['nothing known beside something known', 'Hi {nobody}, from {company}', 'Hi, from Kestrel'],
  ['no placeholder', 'Plain {not this} { nor } {this', 'Plain {not this} { nor } {this'],
  ['a method of objects', 'x {toString}', 'x'],
];

describe('a filled prompt', () => {
  for (const [name, text, expected] of rows) it(`fills ${name}`, () => assert.equal(fill(text), expected));

  it('shows what was filled in as it is and never reads marks in it', () => {
    assert.equal(
      plainText(fill('From {contact.company}.')),
      'From [Click](https://evil.example) **now** - x.',
    );
    assert.equal(fill('From {contact.company}.').includes('\n'), false);
  });

  it('lets no value become a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_[]()\\- a\nhtps:/.') }), (value) => {
        const filled = fillPrompt('<{x}>', () => value || 'a', playbook);
        assert.equal(plainText(filled), `<${(value || 'a').replace(/\s+/g, ' ')}>`);
      }),
      { numRuns: 1000 },
    );
  });

  it('survives a playbook that is none', () => {
    assert.equal(
      fillPrompt('{company} {x}', () => 'y', {} as Playbook),
      'Y',
    );
  });
});

describe('placeholders', () => {
  it('are named once each, over all lines', () => {
    assert.deepEqual(placeholdersIn(['Hi {contact.name}', '{need} and {need}']), ['contact.name', 'need']);
    assert.deepEqual(placeholdersIn('none { here }'), []);
  });
});

describe('the question of a step', () => {
  it('is all its lines, filled', () => {
    const step = { id: 'a', ask: ['Thanks, {contact.name}.', 'How many?'] };
    assert.equal(questionOf(step, facts, playbook), 'Thanks, Priya.\nHow many?');
    assert.equal(
      questionOf({ id: 'a' }, () => null, playbook),
      '',
    );
  });
});
