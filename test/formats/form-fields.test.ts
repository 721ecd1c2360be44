import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cut, formFields, type FormField } from '../../src/formats/form-fields.js';
import { nameOfStep, said } from '../../src/formats/said.js';
import type { DeliverySettings } from '../../src/playbook/schema.js';
import { HOT, leadOf } from '../lead/kestrel.js';

const WORDS = new Map([
  ['name', 'Priya Shah'],
  ['email', 'priya@northfold.example'],
  ['sites', '12'],
]);
const LONE = /[\ud800-\udfff]/u;
const TABLE: readonly FormField[] = [
  { from: 'name', to: 'Name', most: 5 },
  { from: 'email', to: 'Mail', most: 5, whole: true },
  { from: 'company', to: 'Firm', otherwise: 'Not given' },
];
const filled = (more: Partial<DeliverySettings>, keepEmpty?: boolean) =>
  Object.fromEntries(formFields(WORDS, TABLE, { to: 'x', ...more }, keepEmpty));

describe('the fields of a form', () => {
  it('are cut, left out or filled as the table says', () => {
    assert.deepEqual(filled({}), { Name: 'Priy…', Firm: 'Not given' });
  });
  it('are renamed, added and left out as the settings say, within the same limits', () => {
    assert.deepEqual(filled({ fields: { name: 'your-name', sites: 'how_many', company: '' } }), {
      'your-name': 'Priy…',
      how_many: '12',
    });
  });
  it('begin with the hidden ones', () => {
    assert.deepEqual(Object.keys(filled({ hidden: { token: 'abc' } })), ['token', 'Name', 'Firm']);
  });
  it('may stay empty', () =>
    assert.deepEqual(filled({}, true), { Name: 'Priy…', Mail: '', Firm: 'Not given' }));
  it('survive a playbook that nobody checked', () => {
    const wild = {
      hidden: { a: 1, b: {}, c: null },
      fields: { sites: 7, name: [] },
    } as unknown as DeliverySettings;
    assert.deepEqual(filled(wild), { a: '1', Name: 'Priy…', Firm: 'Not given', 7: '12' });
    assert.doesNotThrow(() => filled({ fields: null, hidden: 'abc' } as unknown as DeliverySettings));
  });
  it('are cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), (text, most) => {
        const short = cut(text, most);
        assert.ok(short.length <= most);
        assert.ok(!LONE.test(short) || LONE.test(text));
        if (text.length <= most) assert.equal(short, text);
      }),
    );
  });
});

describe('what a lead says', () => {
  const words = said(leadOf(HOT), 'Europe/London');
  it('has the person in whole and in parts', () => {
    assert.deepEqual(
      ['name', 'firstName', 'lastName', 'company', 'verdict', 'score', 'leadId'].map((name) =>
        words.get(name),
      ),
      ['Priya Shah', 'Priya', 'Shah', 'Northfold Foods', 'Hot', '100', leadOf(HOT).id],
    );
  });
  it('has the answers by their steps, and none in the place of something else', () => {
    assert.deepEqual(
      [words.get('sites'), words.get('role'), words.get('answer.role')],
      ['12', undefined, 'I recommend'],
    );
    assert.equal(nameOfStep('constructor'), 'constructor');
  });
  it('has nothing that is empty', () => assert.ok([...words.values()].every((text) => text !== '')));
});
