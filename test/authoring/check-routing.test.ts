import { describe } from 'node:test';
import type { Change } from '../playbook/fixtures.js';
import { itAccepts, itFinds, type Row } from './check-rows.js';

const IRELAND = { when: { 'contact.country': { in: ['IE'] } }, owner: 'north', because: 'Ireland' };
const rules = (...list: readonly object[]): Change => ['routing.rules', list];
const away = (from: string, to: string) => [{ from, to }];
const ADDRESS: Change = [
  'steps',
  [
    { id: 'place', ask: 'Where?', kind: 'address' },
    { id: 'contact', ask: 'Who?', kind: 'contact', fields: ['email', 'country?'] },
  ],
];
const accounts = (...list: readonly object[]): Change => ['private', { accounts: list }];

const never = (name: string, first: object, second: object): Row => [
  `a rule that never decides: ${name}`,
  [rules(first, second)],
  'warning',
  'routing.rule-never',
  'routing.rules[1]',
  'routing.rules[0]',
  'Move it up',
];

describe('the check of who gets leads', () => {
  itFinds([
    [
      'an unknown owner among several of a rule',
      [rules({ ...IRELAND, owner: ['north', 'wst'] })],
      'error',
      'routing.unknown-owner',
      'routing.rules[0].owner[1]',
      'no owner "wst"',
      'Owners:',
    ],
    [
      'an account of nobody',
      [accounts({ name: 'Acme', domains: ['acme.com'], owner: 'sooth' })],
      'error',
      'routing.unknown-owner',
      'private.accounts[0].owner',
      'no owner "sooth"',
      'Did you mean "south"?',
    ],
    [
      'a private rule for nobody',
      [['private', { rules: [{ ...IRELAND, owner: 'est' }] }]],
      'error',
      'routing.unknown-owner',
      'private.rules[0].owner',
      'no owner "est"',
      'Owners:',
    ],
    [
      'how to reach somebody who is nobody',
      [['private', { owners: { west: { email: 'w@harbour.example' } } }]],
      'error',
      'routing.unknown-owner',
      'private.owners.west',
      'no owner "west"',
      'Owners:',
    ],
    [
      'leads that nobody gets',
      [['routing.takeTurns', undefined]],
      'error',
      'routing.no-fallback',
      'routing',
      'Nobody gets',
      '"takeTurns"',
    ],
    [
      'leads that only people without a share get',
      [
        ['routing.owners.north.weight', 0],
        ['routing.owners.south.weight', 0],
      ],
      'error',
      'routing.no-fallback',
      'routing',
      'Nobody gets',
      'without "when"',
    ],
    never('behind one for everything', { owner: 'north', because: 'All' }, IRELAND),
    never('the same again', IRELAND, { ...IRELAND, owner: 'south' }),
    never(
      'a narrower list',
      { ...IRELAND, when: { 'contact.country': { in: ['IE', 'GB'] } } },
      { ...IRELAND, when: { 'contact.country': 'GB' } },
    ),
    never(
      'more asked of the same',
      { ...IRELAND, when: { score: { atLeast: 50 } } },
      { ...IRELAND, when: { score: { between: [60, 90] }, 'contact.country': 'GB' } },
    ),
    [
      'postal codes that cannot be read',
      [ADDRESS, rules({ owner: 'north', postcodes: ['10-19', '1-19'], because: 'Near' })],
      'error',
      'routing.postcodes-unreadable',
      'routing.rules[0].postcodes[1]',
      '"1-19"',
      '"EC1-EC4"',
    ],
    [
      'postal codes that nobody is asked for',
      [rules({ owner: 'north', postcodes: ['10-19'], because: 'Near' })],
      'warning',
      'routing.postcode-never-asked',
      'routing.rules[0].postcodes',
      'Nobody is asked',
      '"address"',
    ],
    [
      'a country that nobody is asked for',
      [
        ['steps', [{ id: 'contact', ask: 'Who?', kind: 'contact', fields: ['email'] }]],
        rules({ ...IRELAND, when: { country: 'IE' } }),
      ],
      'warning',
      'condition.never-asked',
      'routing.rules[0].when.country',
      'a country',
      '"country"',
    ],
    [
      'a product that there is not',
      [rules({ ...IRELAND, when: { product: 'citty' } })],
      'error',
      'condition.unknown-value',
      'routing.rules[0].when.product',
      '"citty"',
      '"city"',
    ],
    [
      'a condition of the private part that tests nothing there is',
      [['private', { rules: [{ ...IRELAND, when: { ned: 'x' } }] }]],
      'error',
      'condition.unknown-name',
      'private.rules[0].when.ned',
      '"ned"',
      'need',
    ],
    [
      'a day that is not in the calendar',
      [['routing.owners.north.away', away('2026-02-30', '2026-03-02')]],
      'error',
      'routing.away-no-date',
      'routing.owners.north.away[0].from',
      '"2026-02-30"',
      '2026-12-25',
    ],
    [
      'an absence that ends before it begins',
      [['routing.owners.north.away', away('2026-12-27', '2026-12-20')]],
      'error',
      'routing.away-backwards',
      'routing.owners.north.away[0]',
      'ends before it begins',
      'Swap',
    ],
    [
      'a day on which everybody is away',
      [
        ['routing.owners.north.away', away('2026-12-20', '2026-12-28')],
        ['routing.owners.south.away', away('2026-12-27', '2027-01-03')],
      ],
      'warning',
      'routing.everyone-away',
      'routing.takeTurns',
      'From 2026-12-27 on everybody is away',
      'somebody else',
    ],
    [
      'own hours that cannot be read',
      [['routing.owners.north.hours', { zone: 'London', open: ['always'] }]],
      'error',
      'routing.hours-unreadable',
      'routing.owners.north.hours.open[0]',
      '"always"',
      'Mon-Fri',
    ],
    [
      'an own zone that there is not',
      [['routing.owners.north.hours', { zone: 'London', open: ['Mon 09:00-10:00'] }]],
      'error',
      'routing.unknown-zone',
      'routing.owners.north.hours.zone',
      '"London"',
      'IANA',
    ],
    [
      'an account known by free mail',
      [accounts({ name: 'Acme', domains: ['gmail.com'], owner: 'north' })],
      'error',
      'account.free-mail',
      'private.accounts[0].domains[0]',
      'Anybody can have',
      'by its name',
    ],
    [
      'an account whose domain is none',
      [accounts({ name: 'Acme', domains: ['jo@acme.com'], owner: 'north' })],
      'error',
      'account.no-domain',
      'private.accounts[0].domains[0]',
      '"jo@acme.com"',
      'behind the @',
    ],
    [
      'a domain of two accounts',
      [
        accounts(
          { name: 'Acme', domains: ['acme.com'], owner: 'north' },
          { name: 'Acme Two', domains: ['ACME.com'], owner: 'south' },
        ),
      ],
      'warning',
      'account.duplicate-domain',
      'private.accounts[1].domains[0]',
      '"Acme"',
      'one of the two',
    ],
    [
      'two follow-ups of one name',
      [
        [
          'routing.followUp',
          [1, 2].map((days) => ({ id: 'call', after: `${days} business days`, do: 'call', say: 'Call.' })),
        ],
      ],
      'error',
      'followup.duplicate-id',
      'routing.followUp[1].id',
      '"call"',
      'name of its own',
    ],
    [
      'a follow-up that tests nothing there is',
      [['routing.followUp', [{ after: '1 hour', do: 'call', say: 'Call.', when: { verdct: 'qualified' } }]]],
      'error',
      'condition.unknown-name',
      'routing.followUp[0].when.verdct',
      '"verdct"',
      'verdict',
    ],
  ]);
  const sound: readonly (readonly [name: string, code: string, changes: readonly Change[]])[] = [
    [
      'a last rule for all in place of turns',
      'routing.no-fallback',
      [['routing.takeTurns', undefined], rules(IRELAND, { owner: 'south', because: 'The rest' })],
    ],
    ['nobody at all', 'routing.no-fallback', [['routing', { answerWithin: '1 hour' }]]],
    [
      'a wider rule behind a narrow one',
      'routing.rule-never',
      [rules(IRELAND, { ...IRELAND, when: { 'contact.country': { in: ['IE', 'GB'] } } })],
    ],
    [
      'rules that only overlap',
      'routing.rule-never',
      [
        rules(
          { ...IRELAND, when: { score: { atLeast: 60 } } },
          { ...IRELAND, when: { score: { atLeast: 50 } } },
        ),
      ],
    ],
    [
      'the same rule for other postal codes',
      'routing.rule-never',
      [
        ADDRESS,
        rules(
          { owner: 'north', postcodes: ['10'], because: 'a' },
          { owner: 'south', postcodes: ['11'], because: 'b' },
        ),
      ],
    ],
    [
      'absences that do not overlap',
      'routing.everyone-away',
      [
        ['routing.owners.north.away', away('2026-12-20', '2026-12-26')],
        ['routing.owners.south.away', away('2026-12-27', '2027-01-03')],
      ],
    ],
    [
      'a language and a country of the contact card',
      'condition.unknown-name',
      [rules({ ...IRELAND, when: { language: 'de', country: 'IE' } })],
    ],
  ];
  for (const [name, code, changes] of sound) itAccepts(code, [[name, changes]]);
});
