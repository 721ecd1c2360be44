import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Step } from '../../src/playbook/schema.js';
import { fieldsOf } from '../../src/flow/kinds/contact-fields.js';
import { parseAnswer } from '../../src/flow/kinds/index.js';

const fields = ['name', 'email', 'company?', 'phone?'];
const parse = (card: unknown, named: unknown = fields) =>
  parseAnswer(
    { id: 'contact', kind: 'contact', fields: named } as Step,
    typeof card === 'string' ? card : JSON.stringify(card),
    [],
    'en',
  );

describe('a contact card', () => {
  it('is kept field by field, in the order of the step', () => {
    assert.deepEqual(
      parse({ phone: '+44 20 7946 0123', email: ' priya@northfold.example ', name: ' Priya  Shah ' }),
      {
        ok: true,
        value: { name: 'Priya Shah', email: 'priya@northfold.example', phone: '+44 20 7946 0123' },
        label: 'Priya Shah, priya@northfold.example, +44 20 7946 0123',
      },
    );
  });

  it('drops what was not asked for and what was left empty', () => {
    const parsed = parse({ name: 'Ana', email: 'a@b.example', company: ' ', iban: 'x', __proto__: 1 });
    assert.deepEqual(parsed.ok && parsed.value, { name: 'Ana', email: 'a@b.example' });
  });

  it('names the first wrong field and the code of each', () => {
    assert.deepEqual(parse({ email: 'priya@', phone: '12' }), {
      ok: false,
      code: 'contact.missing',
      field: 'name',
      fields: { name: 'contact.missing', email: 'email.domain-missing', phone: 'phone.too-short' },
    });
  });

  it('gives the limit a field broke', () => {
    assert.deepEqual(parse({ name: 'x'.repeat(201), email: 'a@b.example' }), {
      ok: false,
      code: 'text.too-long',
      values: { max: 200 },
      field: 'name',
      fields: { name: 'text.too-long' },
    });
  });

  it('with nothing in it is missing its first field', () => {
    assert.deepEqual(parse({}, ['name?', 'phone?']), {
      ok: false,
      code: 'contact.missing',
      field: 'name',
      fields: { name: 'contact.missing' },
    });
  });

  it('takes a wrong value in an optional field seriously', () => {
    const parsed = parse({ name: 'Ana', email: 'a@b.example', phone: 'no' });
    assert.deepEqual(!parsed.ok && [parsed.code, parsed.field], ['phone.letters', 'phone']);
  });

  for (const raw of [
    '',
    'Ana',
    '[]',
    'null',
    '5',
    '{',
    '{"name":',
    `"${'x'.repeat(200_000)}"`,
    '['.repeat(90_000),
  ])
    it(`${JSON.stringify(raw.slice(0, 20))} is unreadable`, () => {
      assert.deepEqual(parse(raw), { ok: false, code: 'contact.unreadable' });
    });

  it('counts values that are no texts as empty', () => {
    const parsed = parse({ name: { toString: 1 }, email: ['a@b.example'] });
    assert.deepEqual(!parsed.ok && parsed.fields, { name: 'contact.missing', email: 'contact.missing' });
  });

  it('may have a field named like the prototype without harm', () => {
    const parsed = parse('{"__proto__": "x", "email": "a@b.example"}', ['__proto__', 'email']);
    assert.deepEqual(parsed.ok && Object.keys(parsed.value), ['__proto__', 'email']);
    assert.equal(({} as { x?: unknown }).x, undefined);
  });
});

describe('the fields of a contact step', () => {
  const rows: readonly (readonly [name: string, fields: unknown, expected: string])[] = [
    ['as they are named', ['name', 'phone?'], 'name phone?'],
    ['each once', ['name', 'name?'], 'name'],
    ['name and e-mail when none is named', undefined, 'name email'],
    ['name and e-mail when the list is empty', [], 'name email'],
    ['only those that are texts', [null, 5, 'email'], 'email'],
    ['name and e-mail when it is no list', { a: 1 }, 'name email'],
  ];
  for (const [name, given, expected] of rows)
    it(`are ${name}`, () => {
      const read = fieldsOf({ id: 'a', fields: given } as Step);
      assert.equal(read.map((field) => field.name + (field.optional ? '?' : '')).join(' '), expected);
    });
});
