import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cardIn } from '../../src/flow/kinds/typed-card.js';
import type { Step } from '../../src/playbook/schema.js';

const card: Step = {
  id: 'contact',
  kind: 'contact',
  fields: ['name', 'email', 'company?', 'phone?', 'country?', 'role?', 'website?'],
};

const rows: readonly (readonly [typed: string, locale: string, expected: object | undefined])[] = [
  ['Jo from Acme, jo@acme.com', 'en', { name: 'Jo', email: 'jo@acme.com', company: 'Acme' }],
  [
    'Jo Miller, Acme GmbH, +49 89 123456, jo@acme.com',
    'de',
    { name: 'Jo Miller', email: 'jo@acme.com', company: 'Acme GmbH', phone: '+49 89 123456' },
  ],
  [
    'I am Jo Miller at Acme Ltd. jo@acme.com',
    'en',
    { name: 'Jo Miller', email: 'jo@acme.com', company: 'Acme Ltd' },
  ],
  [
    'Ich bin Jo Müller von der Firma Acme, jo@acme.de, Tel. 089 1234567',
    'de',
    { name: 'Jo Müller', email: 'jo@acme.de', company: 'Acme', phone: '089 1234567' },
  ],
  ['أنا محمد علي من شركة أكمي، m@akme.com', 'ar', { name: 'محمد علي', email: 'm@akme.com', company: 'أكمي' }],
  ['Jo Miller <jo@acme.com>', 'en', { name: 'Jo Miller', email: 'jo@acme.com' }],
  ['Jo from Germany, jo@x.de', 'en', { name: 'Jo', email: 'jo@x.de', country: 'Germany' }],
  [
    'Jo Miller, CTO, Acme, Germany, jo@acme.com, www.acme.com',
    'en',
    {
      name: 'Jo Miller',
      email: 'jo@acme.com',
      company: 'Acme',
      country: 'Germany',
      role: 'CTO',
      website: 'www.acme.com',
    },
  ],
  [
    'name: jo\ncompany: Acme\nemail: jo@acme.com',
    'en',
    { name: 'jo', email: 'jo@acme.com', company: 'Acme' },
  ],
  ['jo@acme.com', 'en', { email: 'jo@acme.com' }],
  ['Call me: +44 20 7946 0123', 'en', { phone: '+44 20 7946 0123' }],
  // Not sure, so not said.
  ['please mail jo@acme.com', 'en', { email: 'jo@acme.com' }],
  ['Jo Miller, Berlin, jo@acme.com', 'en', { name: 'Jo Miller', email: 'jo@acme.com' }],
  ['a@b.example or c@d.example', 'en', undefined],
  ['Is jo@acme.com right?', 'en', undefined],
  ['Jo from Acme', 'en', undefined],
  ['no thanks', 'en', undefined],
];

describe('a contact card in free text', () => {
  for (const [typed, locale, expected] of rows)
    it(`${JSON.stringify(typed)} says ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(cardIn(typed, card, locale), expected));

  it('fills only what the card asks for', () => {
    const small: Step = { ...card, fields: ['email'] };
    assert.deepEqual(cardIn('Jo from Acme, jo@acme.com', small, 'en'), { email: 'jo@acme.com' });
    assert.equal(cardIn('Jo from Acme, jo@acme.com', { ...card, fields: ['phone'] }, 'en'), undefined);
  });

  it('is a card or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.constantFrom('en', 'de', 'ar'),
        (typed, locale) => {
          const read = cardIn(`${typed}, jo@acme.com`, card, locale) ?? {};
          assert.ok(Object.values(read).every((value) => typeof value === 'string' && value !== ''));
        },
      ),
    );
  });
});
