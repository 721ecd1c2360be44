import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registrable } from '../../src/receiver/registrable.js';
import { accountClaim, privateClaims } from '../../src/routing/accounts.js';

const ACCOUNTS = [
  { name: 'North Foods', domains: ['north.example', 'northfoods.co.uk'], owner: 'dana' },
  { name: 'Acme', domains: ['acme.com'], owner: 'tom' },
  { name: 'Acme France', domains: ['fr.acme.com'], owner: 'nora' },
  { name: 'Bakers', domains: ['https://www.bakers.com.au/contact'], owner: 'tom' },
  { name: 'Careless', domains: ['co.uk', 'gmail.com', ''], owner: 'samir' },
  { name: 'By name only', owner: 'nora' },
];

describe('the account a lead comes from', () => {
  const rows: readonly [email: string, company: string, account: string | undefined, why?: string][] = [
    ['a@north.example', '', 'North Foods', 'Looks after North Foods'],
    ['a@NORTH.example', '', 'North Foods'],
    ['a+b@buying.eu.north.example', '', 'North Foods'],
    ['a@mail.northfoods.co.uk', '', 'North Foods'],
    ['a@notnorth.example', '', undefined],
    ['a@north.example.evil.example', '', undefined],
    ['a@other.co.uk', '', undefined],
    ['a@acme.com', '', 'Acme'],
    ['a@uk.acme.com', '', 'Acme'],
    ['a@fr.acme.com', '', 'Acme France'],
    ['a@sales.fr.acme.com', '', 'Acme France'],
    ['a@bakers.com.au', '', 'Bakers'],
    ['a@gmail.com', '', undefined],
    ['a@gmail.com', 'north  FOODS', 'North Foods', 'Looks after North Foods, which they named'],
    ['a@mailinator.com', 'North Foods', undefined],
    ['a@mail.tempmail.net', 'North Foods', undefined],
    ['', 'By name only', 'By name only'],
    ['', 'Northern Foods', undefined],
    ['', '', undefined],
    ['nonsense', '', undefined],
  ];
  for (const [email, company, account, why] of rows) {
    it(`${email || 'no address'}${company && ` of "${company}"`}: ${account ?? 'none'}`, () => {
      const claim = accountClaim(ACCOUNTS, { email, company }, registrable);
      assert.equal(claim?.account, account);
      if (why) assert.equal(claim?.because, why);
      if (account)
        assert.equal(claim?.path, `private.accounts[${ACCOUNTS.findIndex(({ name }) => name === account)}]`);
    });
  }

  it('comes before the private rules', () => {
    const rules = [{ when: { need: 'x' }, owner: 'tom', because: 'Tom knows x' }];
    const claims = privateClaims({ accounts: ACCOUNTS, rules }, { email: 'a@acme.com' }, registrable);
    assert.deepEqual(
      claims.map(({ path }) => path),
      ['private.accounts[1]', 'private.rules[0]'],
    );
    assert.deepEqual(privateClaims(undefined, undefined, registrable), []);
  });
});
