/** Makes the file that goes onto the website: the playbook without its private part. */
import type { Problem } from '../playbook/error.js';
import { hashOf } from '../playbook/hash.js';
import { readJson } from '../playbook/json-read.js';
import { isObject } from '../playbook/unchecked.js';
import { checkText } from './check-text.js';

export type Published =
  | {
      readonly ok: true;
      /** The public file. */
      readonly text: string;
      /** Its fingerprint; that of the whole playbook is the same. */
      readonly hash: string;
      readonly hadPrivate: boolean;
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The public file of a playbook: the same parts in the same order without `private`, and without comments,
 * which strangers could read as well. Refused where the check finds an error, secrets among them. Publishing
 * what was published changes nothing. Never throws.
 */
export const publishedText = (text: string): Published => {
  const { playbook, problems } = checkText(text);
  const source = readJson(text).value;
  if (!playbook || !isObject(source) || problems.some(({ level }) => level === 'error'))
    return { ok: false, problems };
  const { private: hidden, ...open } = source;
  return {
    ok: true,
    text: `${JSON.stringify(open, null, 2)}\n`,
    hash: hashOf(open),
    hadPrivate: hidden !== undefined,
    problems,
  };
};
