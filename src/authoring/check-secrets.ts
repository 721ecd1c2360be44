/**
 * Checks that the public part of a playbook holds no secrets: it is a file that every visitor can open. What
 * was found is named and never repeated, because what the check says is often kept by other programs.
 */
import { pathTo } from '../playbook/path.js';
import type { Playbook } from '../playbook/schema.js';
import { isObject } from '../playbook/unchecked.js';
import type { Findings } from './findings.js';
import { hasLogin, looksRandom, namesASecret, secretIn } from './secret.js';

/** Destinations whose `key` has no public meaning: who writes one there expects it to be kept secret. */
const WITHOUT_KEY = ['url', 'desk'];

export const checkSecrets = (playbook: Playbook, { error, info }: Findings): void => {
  const look = (value: unknown, path: string, isSecretPlace: boolean): void => {
    if (typeof value === 'string') {
      const secret = secretIn(value) ?? (isSecretPlace && looksRandom(value) ? 'a secret' : undefined);
      if (secret !== undefined) {
        error(
          'secret.readable',
          path,
          `This looks like ${secret}, and everybody can read this file.`,
          'Keep it at a receiver of your own that passes leads on, or in "private"; and have it replaced, because it may have been read.',
        );
      } else if (hasLogin(value)) {
        error(
          'secret.password-in-address',
          path,
          'This address carries a name or a password, and everybody can read this file.',
          'Take it out of the address, and let a receiver of your own check where leads come from.',
        );
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, i) => look(item, pathTo(path, i), isSecretPlace));
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        const isMeantSecret =
          namesASecret(name) || (name === 'key' && WITHOUT_KEY.includes(String(value['to'])));
        look(member, pathTo(path, name), isMeantSecret);
      }
    }
  };
  const { private: hidden, ...open } = playbook;
  look(open, '', false);
  if (hidden === undefined) return;
  info(
    'private.in-file',
    'private',
    'This file has a private part, so it must not lie on your website itself.',
    'Run "warmlead publish" and upload the file that it writes.',
  );
};
