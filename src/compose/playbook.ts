/**
 * Brings a playbook to the page: from an address, from JSON text or as an object. A quick look decides
 * whether the conversation can begin; the thorough check, which is large, follows behind the first question.
 */
import { fetchPlaybook } from '../adapters/playbook-file.js';
import type { Problem } from '../playbook/error.js';
import type { Playbook } from '../playbook/schema.js';
import { usable } from '../playbook/usable.js';

export type LoadedPlaybook =
  | {
      readonly ok: true;
      readonly playbook: Playbook;
      /** What the playbook's relative addresses refer to. */
      readonly url: string;
      /** Everything that is wrong with it, found later; usually nothing. Never rejects. */
      readonly problems: () => Promise<readonly Problem[]>;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const unreachable = (code: string, url: string, status?: number): Problem => ({
  level: 'error',
  code,
  path: '',
  message: status
    ? `The playbook at ${url} could not be read: the server answered ${status}.`
    : `The playbook at ${url} could not be reached.`,
  cure: status
    ? 'Open that address in the browser; it has to show the JSON file.'
    : 'Check the address in data-playbook, and that this page may connect to it (connect-src in a content security policy).',
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The thorough check of a text. Empty where the check itself could not be loaded: the visitor talks on. */
const problemsOfText = async (text: string): Promise<readonly Problem[]> => {
  const { readPlaybook } = await import('../playbook/read.js');
  return readPlaybook(text).problems;
};

const problemsOfObject = async (source: object): Promise<readonly Problem[]> => {
  const { parsePlaybook } = await import('../playbook/parse.js');
  return parsePlaybook(source).problems;
};

const fromText = async (text: string, url: string): Promise<LoadedPlaybook> => {
  const quick = parsed(text);
  if (usable(quick))
    return { ok: true, playbook: quick, url, problems: () => problemsOfText(text).catch(() => []) };
  // The quick look takes plain JSON only: comments and trailing commas are allowed, and faults need their place.
  const { readPlaybook } = await import('../playbook/read.js');
  const read = readPlaybook(text);
  return read.ok ? { ok: true, playbook: read.playbook, url, problems: async () => read.problems } : read;
};

/** `source`: an address (against the page), JSON text (begins with a brace), or an object. Never rejects. */
export const loadPlaybook = async (source: string | object): Promise<LoadedPlaybook> => {
  const page = document.baseURI;
  try {
    if (typeof source === 'object') {
      if (usable(source))
        return {
          ok: true,
          playbook: source,
          url: page,
          problems: () => problemsOfObject(source).catch(() => []),
        };
      const { parsePlaybook } = await import('../playbook/parse.js');
      const read = parsePlaybook(source);
      return read.ok
        ? { ok: true, playbook: read.playbook, url: page, problems: async () => read.problems }
        : read;
    }
    if (/^\s*\{/.test(source)) return await fromText(source, page);
    const file = await fetchPlaybook(source);
    return file.ok
      ? await fromText(file.text, file.url)
      : { ok: false, problems: [unreachable(file.code, file.url, file.status)] };
  } catch {
    return {
      ok: false,
      problems: [unreachable('playbook.unreachable', typeof source === 'string' ? source : page)],
    };
  }
};
