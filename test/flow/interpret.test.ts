import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { KINDS } from '../../src/playbook/kinds.js';
import type { Step } from '../../src/playbook/schema.js';
import { FURTHER } from '../../src/flow/kinds/further.js';
import { interpret } from '../../src/flow/interpret.js';

const options = [
  { value: 'quarter', label: 'This quarter' },
  { value: 'looking', label: 'Just looking' },
  { value: 'decide', label: 'I decide, or we decide together' },
];
const read = (step: Partial<Step>, text: string) =>
  interpret({ id: 'a', ...step } as Step, text, options, 'en', FURTHER);

const rows: readonly (readonly [step: Partial<Step>, text: string, expected: object])[] = [
  [{ kind: 'choice' }, 'quarter', { as: 'option', raw: 'quarter' }],
  [{ kind: 'choice' }, 'this quarter', { as: 'option', raw: 'quarter' }],
  [{ kind: 'choice' }, ' looking ', { as: 'option', raw: 'looking' }],
  [{ kind: 'choice' }, 'we decide together', { as: 'option', raw: 'decide' }],
  [{ kind: 'choice' }, 'not this quarter', { as: 'question' }],
  [{ kind: 'choice' }, 'i', { as: 'question' }],
  [{ kind: 'choice' }, 'What about next year?', { as: 'question' }],
  [{ kind: 'choice' }, 'hello', { as: 'question' }],
  [{ kind: 'choices' }, 'quarter, just looking', { as: 'value', raw: 'quarter, just looking' }],
  [{ kind: 'choices' }, 'whatever', { as: 'question' }],
  [{ kind: 'choices' }, 'quarter, whatever', { as: 'rejected', code: 'choices.unknown' }],
  [{ kind: 'yesNo' }, 'Yes', { as: 'option', raw: 'yes' }],
  [{ kind: 'yesNo' }, 'nein', { as: 'option', raw: 'no' }],
  [{ kind: 'yesNo' }, 'not yet', { as: 'question' }],
  [{ kind: 'consent' }, 'no', { as: 'option', raw: 'no' }],
  [{ kind: 'consent' }, 'what for?', { as: 'question' }],
  [{ kind: 'number' }, '12 sites', { as: 'value', raw: '12 sites' }],
  [{ kind: 'number' }, '12?', { as: 'value', raw: '12?' }],
  [{ kind: 'number' }, '50-60', { as: 'rejected', code: 'number.range', values: { low: '50', high: '60' } }],
  [{ kind: 'number' }, 'lots', { as: 'rejected', code: 'number.not-a-number' }],
  [{ kind: 'number' }, 'I am not sure yet', { as: 'question' }],
  [{ kind: 'number' }, 'Is it more than 5 or 6?', { as: 'question' }],
  [{ kind: 'number', max: 5 }, '6', { as: 'rejected', code: 'number.too-large', values: { max: 5 } }],
  [{ kind: 'email' }, 'a@b.example', { as: 'value', raw: 'a@b.example' }],
  [{ kind: 'email' }, 'a@', { as: 'rejected', code: 'email.domain-missing' }],
  [{ kind: 'email' }, 'ana.example', { as: 'rejected', code: 'email.at-missing' }],
  [{ kind: 'email' }, 'Why do you need it?', { as: 'question' }],
  [{ kind: 'email' }, 'I would rather be called', { as: 'question' }],
  [{ kind: 'phone' }, '+44 20 7946 0123', { as: 'value', raw: '+44 20 7946 0123' }],
  [{ kind: 'phone' }, '123', { as: 'rejected', code: 'phone.too-short' }],
  [{ kind: 'phone' }, 'by mail please', { as: 'question' }],
  [{ kind: 'text' }, 'Paper logs', { as: 'value', raw: 'Paper logs' }],
  [{ kind: 'text' }, 'How long does it take?', { as: 'question' }],
  [{ kind: 'text' }, 'كم يستغرق ذلك؟', { as: 'question' }],
  [{ kind: 'text' }, 'abc', { as: 'value', raw: 'abc' }],
  [{ kind: 'text', max: 2 }, 'abc', { as: 'rejected', code: 'text.too-long', values: { max: 2 } }],
  [{ kind: 'longText' }, 'How long does it take?', { as: 'question' }],
  [{ kind: 'longText' }, 'Wie lange dauert das?', { as: 'question' }],
  [
    { kind: 'longText' },
    'Freezers fail. Can you help?',
    { as: 'value', raw: 'Freezers fail. Can you help?' },
  ],
  [{ kind: 'longText' }, 'Freezers that fail, ok?', { as: 'value', raw: 'Freezers that fail, ok?' }],
  [
    { kind: 'contact', fields: ['name?', 'email'] },
    'a@b.example',
    { as: 'value', raw: '{"email":"a@b.example"}' },
  ],
  [
    { kind: 'contact', fields: ['phone'] },
    '+44 20 7946 0123',
    { as: 'value', raw: '{"phone":"+44 20 7946 0123"}' },
  ],
  [
    { kind: 'contact' },
    'a@b.example',
    {
      as: 'rejected',
      raw: '{"email":"a@b.example"}',
      code: 'contact.missing',
      field: 'name',
      fields: { name: 'contact.missing' },
    },
  ],
  [
    { kind: 'contact', fields: ['name', 'company?', 'email'] },
    'Jo from Acme, jo@acme.example',
    { as: 'value', raw: '{"name":"Jo","company":"Acme","email":"jo@acme.example"}' },
  ],
  [{ kind: 'date' }, '15 Dec 2026', { as: 'value', raw: '15 Dec 2026' }],
  [{ kind: 'date' }, 'soon', { as: 'rejected', code: 'date.unreadable' }],
  [{ kind: 'date' }, 'What is the earliest you could do?', { as: 'question' }],
  [{ kind: 'date' }, 'that depends on what my boss says', { as: 'question' }],
  [{ kind: 'rating' }, '4 of 5', { as: 'value', raw: '4 of 5' }],
  [{ kind: 'country' }, 'Narnia', { as: 'rejected', code: 'country.unknown' }],
  [{ kind: 'url' }, 'acme.example', { as: 'value', raw: 'acme.example' }],
  [{ kind: 'contact' }, 'Who reads this?', { as: 'question' }],
  [{ kind: 'text' }, '  ', { as: 'rejected', code: 'text.empty' }],
  [{ kind: 'choice' }, '\0', { as: 'rejected', code: 'text.empty' }],
];

describe('what somebody typed', () => {
  for (const [step, text, expected] of rows)
    it(`${step.kind}: ${JSON.stringify(text)} is read as ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(read(step, text), expected));

  it('is read as something, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'binary' }), (kind, text) => {
        assert.ok(['option', 'value', 'question', 'rejected'].includes(read({ kind }, text).as));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what somebody typed who chose what is not offered', () => {
  const others = [...options, { value: 'else', label: 'Something else', text: true }];
  const typed = (kind: 'choice' | 'choices', text: string) =>
    interpret({ id: 'a', kind }, text, others, 'en', FURTHER);

  const otherRows: readonly (readonly [kind: 'choice' | 'choices', text: string, expected: object])[] = [
    ['choice', 'pipettes', { as: 'option', raw: 'else: pipettes' }],
    ['choice', 'this quarter', { as: 'option', raw: 'quarter' }],
    ['choice', 'Something else: pipettes', { as: 'option', raw: 'Something else: pipettes' }],
    ['choice', 'something else', { as: 'rejected', code: 'choice.words-missing' }],
    ['choice', 'Do you do pipettes?', { as: 'question' }],
    ['choice', 'how much does it cost', { as: 'question' }],
    ['choices', 'this quarter, pipettes', { as: 'value', raw: 'this quarter\nelse: pipettes' }],
    ['choices', 'pipettes, beakers', { as: 'value', raw: 'else: pipettes, beakers' }],
    ['choices', 'Do you do pipettes?', { as: 'question' }],
  ];
  for (const [kind, text, expected] of otherRows)
    it(`${kind}: ${JSON.stringify(text)} is read as ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(typed(kind, text), expected));
});
