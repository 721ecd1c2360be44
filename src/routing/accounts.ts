/**
 * Known companies: whose lead comes from one that somebody looks after. By the domain of the mail address, of which
 * the part counts that is registered: `buying.acme.co.uk` is `acme.co.uk`. Never by free mail, which anybody can
 * have, and not at all by mail that is thrown away.
 */
import { folded } from '../flow/kinds/clean-text.js';
import { notBusiness } from '../flow/kinds/mail-domains.js';
import type { Playbook } from '../playbook/schema.js';
import type { Claim } from './route.js';

export type Account = NonNullable<NonNullable<Playbook['private']>['accounts']>[number];

/**
 * The part of a host name that somebody registered, small letters; null where there is none, as for "co.uk". Needs the
 * list of public suffixes, so it is handed in: see `receiver/registrable.ts`.
 */
export type RegistrableOf = (host: string) => string | null;

interface Whose {
  readonly email?: string | undefined;
  readonly company?: string | undefined;
}

/** The claim of the account that a lead comes from, for `route`; undefined where it comes from none. */
export const accountClaim = (
  accounts: readonly Account[],
  { email = '', company = '' }: Whose,
  registrableOf: RegistrableOf,
): Claim | undefined => {
  const host = hostOf(email.slice(email.lastIndexOf('@') + 1));
  const sort = host === '' ? undefined : notBusiness(`@${host}`);
  // Thrown away before free: whoever hides behind such an address is nobody's customer.
  if (sort === 'disposable') return undefined;
  const found = sort === undefined ? byDomain(accounts, host, registrableOf) : -1;
  const i = found >= 0 ? found : byName(accounts, company);
  const account = accounts[i];
  return (
    account && {
      owner: account.owner,
      because: `Looks after ${account.name}${found >= 0 ? '' : ', which they named'}`,
      path: `private.accounts[${i}]`,
      account: account.name,
    }
  );
};

/** What comes before the public rules: the account, then the private ones. */
export const privateClaims = (
  hidden: Playbook['private'],
  whose: Whose = {},
  registrableOf: RegistrableOf,
): readonly Claim[] => {
  const account = accountClaim(hidden?.accounts ?? [], whose, registrableOf);
  const rules = (hidden?.rules ?? []).map((rule, i) => ({ ...rule, path: `private.rules[${i}]` }));
  return account ? [account, ...rules] : rules;
};

/** Of "https://www.Acme.com/en" `acme.com`, as people copy it. */
const hostOf = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\.|\.$/g, '');

/** The one whose domain is closest to the address: named as it is, else the longest part of it, else its company's. */
const byDomain = (accounts: readonly Account[], host: string, registrableOf: RegistrableOf): number => {
  const company = registrableOf(host);
  if (company === null || notBusiness(`@${company}`)) return -1;
  let closest = { i: -1, length: 0 };
  accounts.forEach(({ domains = [] }, i) => {
    for (const domain of domains.map(hostOf)) {
      if (registrableOf(domain) !== company) continue;
      const length = `.${host}`.endsWith(`.${domain}`) ? domain.length : 1;
      if (length > closest.length) closest = { i, length };
    }
  });
  return closest.i;
};

const byName = (accounts: readonly Account[], company: string): number => {
  const written = folded(company);
  return written === '' ? -1 : accounts.findIndex(({ name }) => folded(name) === written);
};
