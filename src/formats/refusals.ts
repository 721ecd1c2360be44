/** What is thrown for a `delivery` that cannot be used. Fetched when something is wrong. */
import { PlaybookError } from '../playbook/error.js';
import type { Fault } from './preset.js';

/** What can be wrong with the address of a destination. */
export type WrongAddress = 'missing' | 'unusable' | 'password';

type Words = Pick<Fault, 'code' | 'member' | 'message' | 'cure'>;

/** `code` and `member` stand without "delivery." before them. */
export const refusal = ({ code, member, message, cure }: Words): PlaybookError =>
  new PlaybookError([
    { level: 'error', code: `delivery.${code}`, path: `delivery.${member}`, message, cure },
  ]);

/** `name`: that of the preset; `given`: the address as the playbook has it. */
export const addressRefusal = (wrong: WrongAddress, name: string, given?: unknown): PlaybookError => {
  const words: Readonly<Record<WrongAddress, Pick<Words, 'message' | 'cure'>>> = {
    missing: { message: `The destination "${name}" needs an address.`, cure: 'Add "url".' },
    unusable: {
      message: `Leads cannot be sent to "${typeof given === 'string' ? given : ''}".`,
      cure: 'Give an address that begins with https://, or a path on the site that holds the playbook.',
    },
    password: {
      message: 'The address carries a password, which every visitor could read.',
      cure: 'Remove it, and let the receiver check where leads come from.',
    },
  };
  return refusal({ code: `url-${wrong}`, member: 'url', ...words[wrong] });
};
