import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FURTHER } from '../../src/flow/kinds/further.js';
import { KINDS } from '../../src/playbook/kinds.js';
import type { Step } from '../../src/playbook/schema.js';
import { kindOf, parseAnswer } from '../../src/flow/kinds/index.js';
import { stillFits } from '../../src/flow/kinds/fits.js';
import type { Value } from '../../src/flow/log.js';

const options = [
  { value: 'alarms', label: 'Alarms' },
  { value: 'audits', label: 'Audits, on paper' },
  { value: '3', label: 'Über 100' },
];
const parse = (kind: string, raw: string, step: Partial<Step> = {}, locale = 'en') =>
  parseAnswer({ id: 'a', kind, ...step } as Step, raw, options, locale, FURTHER);
const valueOf = (kind: string, raw: string, step?: Partial<Step>) => {
  const parsed = parse(kind, raw, step);
  return parsed.ok ? parsed.value : parsed.code;
};

const rows: readonly (readonly [kind: string, raw: string, expected: Value, step?: Partial<Step>])[] = [
  ['choice', 'alarms', 'alarms'],
  ['choice', 'Alarms', 'alarms'],
  ['choice', '  ALARMS ', 'alarms'],
  ['choice', 'audits,  on paper', 'audits'],
  ['choice', 'U\u0308ber 100', '3'],
  ['choice', '3', '3'],
  ['choice', 'alarm', 'choice.unknown'],
  ['choice', '', 'choice.unknown'],
  ['choice', '__proto__', 'choice.unknown'],
  ['choice', 'x'.repeat(1_000_000), 'choice.unknown'],
  ['choices', 'alarms\n3', ['alarms', '3']],
  ['choices', '3\nalarms', ['alarms', '3']],
  ['choices', 'alarms, Über 100', ['alarms', '3']],
  ['choices', 'alarms\nalarms', ['alarms']],
  ['choices', 'Audits, on paper', ['audits']],
  ['choices', 'Audits, on paper\nalarms', ['alarms', 'audits']],
  ['choices', 'alarms\nnothing', 'choices.unknown'],
  ['choices', '', 'choices.too-few'],
  ['choices', '', [], { min: 0 }],
  ['choices', 'alarms', 'choices.too-few', { min: 2 }],
  ['choices', 'alarms\n3', 'choices.too-many', { max: 1 }],
  ['yesNo', 'yes', true],
  ['yesNo', 'No', false],
  ['yesNo', 'Yes!', true],
  ['yesNo', 'Ja', true],
  ['yesNo', 'nein.', false],
  ['yesNo', 'نعم', true],
  ['yesNo', 'لا', false],
  ['yesNo', 'maybe', 'yesNo.unknown'],
  ['yesNo', 'no idea', 'yesNo.unknown'],
  ['yesNo', '', 'yesNo.unknown'],
  ['consent', 'yes', true],
  ['consent', 'no', false],
  ['consent', 'later', 'consent.unknown'],
];

describe('an answer with options', () => {
  for (const [kind, raw, expected, step] of rows)
    it(`${kind} ${JSON.stringify(raw.slice(0, 30))} gives ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(valueOf(kind, raw, step), expected));

  it('is shown in the words of its options', () => {
    assert.deepEqual(parse('choice', 'audits'), { ok: true, value: 'audits', label: 'Audits, on paper' });
    assert.deepEqual(parse('choices', '3\nalarms'), {
      ok: true,
      value: ['alarms', '3'],
      label: 'Alarms, Über 100',
    });
    assert.deepEqual(parse('choices', '', { min: 0 }), { ok: true, value: [], label: '–' });
  });

  it('says how many it takes', () => {
    assert.deepEqual(parse('choices', '', { min: 2 }), {
      ok: false,
      code: 'choices.too-few',
      values: { min: 2 },
    });
    assert.deepEqual(parse('choices', 'alarms\n3', { max: 1 }), {
      ok: false,
      code: 'choices.too-many',
      values: { max: 1 },
    });
  });

  it('yes and no are shown in the visitor’s language, or as the author words them', () => {
    const label = (raw: string, locale: string) => {
      const parsed = parse('yesNo', raw, {}, locale);
      return parsed.ok && parsed.label;
    };
    assert.equal(label('yes', 'en'), 'Yes');
    assert.equal(label('yes', 'de-AT'), 'Ja');
    assert.equal(label('no', 'ar'), 'لا');
    assert.equal(label('no', 'fi'), 'No');
    const own = [{ value: 'yes', label: 'Count me in' }];
    const asked = { id: 'a', kind: 'yesNo' } as const;
    assert.deepEqual(parseAnswer(asked, 'count me in', own, 'en'), {
      ok: true,
      value: true,
      label: 'Count me in',
    });
  });
});

describe('the kind of a step', () => {
  const kinds: readonly (readonly [name: string, step: object, expected: string])[] = [
    ['as it says', { kind: 'email' }, 'email'],
    ['a choice when it has options', { options: ['a'] }, 'choice'],
    ['a text otherwise', {}, 'text'],
    ['a text when it says something else', { kind: 'toString' }, 'text'],
    ['a text when it says no text', { kind: { toString: 1 } }, 'text'],
  ];
  for (const [name, step, expected] of kinds)
    it(`is ${name}`, () => assert.equal(kindOf({ id: 'a', ...step } as Step), expected));
});

describe('every kind', () => {
  const kinds = fc.constantFrom(...KINDS);
  const raws = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('alarms', 'yes', '12', 'a@b.example', '+44 20 7946 0123', 'alarms\n3', 'two words'),
    fc.json(),
    fc
      .record({ name: fc.string(), email: fc.constantFrom('a@b.example', 'a') })
      .map((card) => JSON.stringify(card)),
  );

  it('answers anything with a value or a code, and takes back what it gave', () => {
    fc.assert(
      fc.property(kinds, raws, fc.boolean(), (kind, raw, optional) => {
        const step: Step = { id: 'a', kind, optional };
        const parsed = parseAnswer(step, raw, options, 'en', FURTHER);
        if (parsed.ok) {
          assert.equal(typeof parsed.label, 'string');
          assert.ok(stillFits(parsed.value, { step, options, locale: 'en' }));
        } else assert.match(parsed.code, /^[a-zA-Z]+\.[a-z-]+$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets an optional question be skipped, and no other', () => {
    for (const kind of KINDS)
      for (const optional of [true, false, undefined])
        assert.equal(
          stillFits(null, { step: { id: 'a', kind, optional }, options, locale: 'en' }),
          optional === true,
        );
  });

  const misfits: readonly (readonly [name: string, step: object, value: unknown])[] = [
    ['an option that is gone', { kind: 'choice' }, 'gone'],
    ['one of several options gone', { kind: 'choices' }, ['alarms', 'gone']],
    ['an option twice', { kind: 'choices' }, ['alarms', 'alarms']],
    ['too many options', { kind: 'choices', max: 1 }, ['alarms', '3']],
    ['none of the options', { kind: 'choices' }, []],
    ['a number for a text', { kind: 'text' }, 5],
    ['a text that is too long', { kind: 'text', max: 2 }, 'x'.repeat(33)],
    ['a text for a number', { kind: 'number' }, '5'],
    ['a number below the bound', { kind: 'number', min: 6 }, 5],
    ['a number above the bound', { kind: 'number', max: 4 }, 5],
    ['yes as a word', { kind: 'yesNo' }, 'yes'],
    ['half an address', { kind: 'email' }, 'a@'],
    ['half a phone number', { kind: 'phone' }, '123'],
    ['a card without what is needed', { kind: 'contact', fields: ['name', 'email'] }, { name: 'Ana' }],
    ['a card with half an address', { kind: 'contact', fields: ['email'] }, { email: 'a@' }],
    ['an empty card', { kind: 'contact', fields: ['name?'] }, {}],
    ['a card that is a list', { kind: 'contact' }, ['a']],
  ];
  for (const [name, step, value] of misfits)
    it(`does not take ${name}`, () =>
      assert.equal(
        stillFits(value as Value, { step: { id: 'a', ...step } as Step, options, locale: 'en' }),
        false,
      ));
});
