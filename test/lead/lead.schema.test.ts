import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { withdrawnLead } from '../../src/lead/build-lead.js';
import type { Lead } from '../../src/lead/lead.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import { folded, HOT, KESTREL, LEAD_ID, leadOf, SENT_AT } from './kestrel.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
const validate = ajv.compile(leadSchema);
const HOT_LEAD = leadOf([...HOT, { type: 'chose', offer: 'callback' }], { phase: 'updated', revision: 2 });
const withdrawn = withdrawnLead({
  playbook: KESTREL,
  state: folded(HOT),
  leadId: LEAD_ID,
  revision: 3,
  at: SENT_AT,
});

type Loose = { [name: string]: unknown };
const changed = (change: (lead: Loose) => void, lead: Lead = HOT_LEAD): Loose => {
  const copy = structuredClone(lead) as unknown as Loose;
  change(copy);
  return copy;
};
/** Changes the first entry of a list. */
const first = (name: string, change: (entry: Loose) => void) => (lead: Loose) =>
  (lead[name] as Loose[]).slice(0, 1).forEach(change);
const inside = (name: string, change: (part: Loose) => void) => (lead: Loose) => change(lead[name] as Loose);

describe('the schema of the lead', () => {
  it('accepts leads of every sort', () => {
    for (const lead of [HOT_LEAD, leadOf([]), leadOf(HOT, { test: true }), withdrawn]) {
      assert.ok(validate(lead), JSON.stringify(validate.errors));
    }
  });

  const refused: readonly [string, (lead: Loose) => void][] = [
    ['no key', (lead) => delete lead.key],
    ['a key that is none', (lead) => (lead.key = `${LEAD_ID}.0`)],
    ['an id of another length', (lead) => (lead.id = 'abc')],
    ['a revision of nought', (lead) => (lead.revision = 0)],
    ['half a revision', (lead) => (lead.revision = 1.5)],
    ['another format', (lead) => (lead.schema = 2)],
    ['an unknown phase', (lead) => (lead.phase = 'done')],
    ['a trial that is none', (lead) => (lead.test = false)],
    ['a time in another zone', (lead) => (lead.createdAt = '2026-11-23T15:12:04+01:00')],
    ['a member nobody knows', (lead) => (lead.extra = 1)],
    ['no contact', (lead) => delete lead.contact],
    ['no qualification', (lead) => delete lead.qualification],
    ['no log', (lead) => delete lead.log],
    ['no consents', (lead) => delete lead.consents],
    ['a contact that is a text', (lead) => (lead.contact = 'Priya')],
    ['a field nobody asked for', inside('contact', (contact) => (contact.iban = 'x'))],
    ['a name that is a number', inside('contact', (contact) => (contact.name = 1))],
    ['a name that is a book', inside('contact', (contact) => (contact.name = 'x'.repeat(501)))],
    ['an unknown verdict', inside('qualification', (judgement) => (judgement.verdict = 'great'))],
    ['a score below nothing', inside('qualification', (judgement) => (judgement.score = -1))],
    ['no band at all', inside('qualification', (judgement) => delete judgement.band)],
    [
      'a reason without words',
      inside('qualification', (judgement) => (judgement.reasons = [{ path: 'x', evidence: [] }])),
    ],
    ['an answer without its question', first('answers', (entry) => delete entry.question)],
    ['an answer of an unknown kind', first('answers', (entry) => (entry.kind = 'file'))],
    ['a value that is an object of objects', first('answers', (entry) => (entry.value = { a: {} }))],
    ['a fit above one', first('recommendations', (entry) => (entry.fit = 1.1))],
    ['an unknown next step', inside('nextStep', (step) => (step.kind = 'fax'))],
    ['an owner that is a number', inside('routing', (routing) => (routing.owner = 7))],
    ['a consent without its wording', first('consents', (entry) => delete entry.text)],
    ['an arrival by an unknown way', inside('attribution', (arrival) => (arrival.kind = 'fax'))],
    ['an entry of an unknown type', first('log', (entry) => (entry.type = 'looked'))],
    ['an entry without a number', first('log', (entry) => delete entry.n)],
    ['an entry that says more than its type', first('log', (entry) => (entry.granted = true))],
  ];
  for (const [name, change] of refused) {
    it(`refuses ${name}`, () => assert.ok(!validate(changed(change))));
  }

  for (const name of [
    'contact',
    'qualification',
    'answers',
    'questions',
    'log',
    'attribution',
    'nextStep',
    'routing',
  ]) {
    it(`refuses a withdrawn lead with ${name}`, () => {
      const lead = changed((copy) => (copy[name] = (HOT_LEAD as unknown as Loose)[name]), withdrawn);
      assert.ok(!validate(lead));
    });
  }

  it('describes every field and gives an example of it', () => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, items, oneOf, $ref, description, ...rest } = schema as Loose;
      const leaf = !properties && !items && !oneOf && !$ref;
      if (!description && !$ref) undescribed.push(`${path}: description`);
      if (leaf && !('examples' in rest || 'const' in rest || 'enum' in rest || 'anyOf' in rest)) {
        undescribed.push(`${path}: examples`);
      }
      for (const [name, field] of Object.entries(properties ?? {})) visit(field, `${path}.${name}`);
      for (const [i, one] of Object.entries((oneOf as unknown[]) ?? [])) visit(one, `${path}[${i}]`);
      if (items && !('maxLength' in (items as Loose) || 'minimum' in (items as Loose)))
        visit(items, `${path}[]`);
    };
    visit({ ...leadSchema, oneOf: undefined }, 'lead');
    for (const [name, schema] of Object.entries(leadSchema.$defs)) visit(schema, name);
    assert.deepEqual(undescribed, []);
  });

  it('gives examples that fit', () => {
    const misfits: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { examples, ...rest } = schema as Loose;
      for (const example of (examples as unknown[]) ?? []) {
        const refers = JSON.stringify(rest).includes('$ref');
        const fits = ajv.compile(refers ? { ...rest, $defs: leadSchema.$defs } : rest);
        if (!fits(example)) misfits.push(`${path}: ${JSON.stringify(example)}`);
      }
      for (const [name, part] of Object.entries(rest)) visit(part, `${path}.${name}`);
    };
    const { $id: _, oneOf: __, ...shape } = leadSchema;
    visit(shape, 'lead');
    assert.deepEqual(misfits, []);
  });

  it('survives being written as JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(leadSchema)), leadSchema);
  });
});
