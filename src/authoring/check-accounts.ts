/** Checks the companies you know: domains that can stand for one, each for one only. */
import { notBusiness } from '../flow/kinds/mail-domains.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, type Findings } from './findings.js';

export const checkAccounts = ({ private: hidden }: Playbook, { error, warning }: Findings): void => {
  const seen = new Map<string, string>();
  hidden?.accounts?.forEach(({ name, domains = [] }, i) => {
    domains.forEach((written, j) => {
      const path = `private.accounts[${i}].domains[${j}]`;
      const domain = written.trim().toLowerCase();
      const other = seen.get(domain);
      seen.set(domain, other ?? name);
      if (!/^[^@\s]+\.[^@\s]+$/.test(domain))
        error(
          'account.no-domain',
          path,
          `${quote(written)} is not the domain of mail addresses.`,
          'Write what stands behind the @, for example "acme.com".',
        );
      else if (notBusiness(`@${domain}`))
        error(
          'account.free-mail',
          path,
          `Anybody can have an address at ${quote(written)}, so it never tells that somebody is from ${quote(name)}.`,
          'Leave it out: the company is also known by its name.',
        );
      else if (other !== undefined)
        warning(
          'account.duplicate-domain',
          path,
          `${quote(written)} stands for ${quote(other)} already, which comes first.`,
          'Leave it with one of the two.',
        );
    });
  });
};
