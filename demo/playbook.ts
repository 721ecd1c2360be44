/** The demo's playbook: its public file as visitors get it, and what only the desk knows besides. */
import { readFileSync } from 'node:fs';
import { parsePlaybook } from '../src/playbook/index.js';
import type { Playbook } from '../src/playbook/schema.js';

/** The playbook unless the demo is told another. */
export const PLAYBOOK_FILE = new URL('./playbook.json', import.meta.url);
/** Where the desk finds the private part unless it is told another place. */
export const PRIVATE_FILE = new URL('./private.json', import.meta.url);

const checked = (document: unknown, file: string): Playbook => {
  const parsed = parsePlaybook(document);
  if (parsed.ok) return parsed.playbook;
  const problems = parsed.problems.map(({ path, message, cure }) => `${path}: ${message} ${cure}`);
  throw new Error(`${file} cannot be used.\n${problems.join('\n')}`);
};

export interface PlaybookSetting {
  /** Default: the demo's own. */
  readonly file?: string | URL;
  /** The desk answers typed questions. */
  readonly answers?: boolean;
}

/**
 * The file with the desk's address filled in, for leads, for times that are gone and for questions where it answers
 * them. Throws a sentence for every problem when it is no playbook.
 */
export const playbookFor = (
  deskUrl: string,
  { file = PLAYBOOK_FILE, answers = false }: PlaybookSetting = {},
): Playbook => {
  const playbook = checked(JSON.parse(readFileSync(file, 'utf8')), String(file));
  const offers = Object.entries(playbook.offers ?? {}).map(([name, offer]) => [
    name,
    offer.taken === undefined ? offer : { ...offer, taken: new URL(offer.taken, deskUrl).href },
  ]);
  return {
    ...playbook,
    offers: Object.fromEntries(offers),
    ...(answers && { answers: { from: new URL('/answers', deskUrl).href } }),
    delivery: { ...playbook.delivery, url: new URL('/leads', deskUrl).href },
  };
};

/**
 * A playbook with the private part from a file: JSON with a member `private`, so also the whole playbook that the
 * public file was published from. Throws a sentence for every problem.
 */
export const withPrivateFile = (playbook: Playbook, file: string | URL): Playbook => {
  const { private: hidden } = JSON.parse(readFileSync(file, 'utf8')) as { readonly private?: unknown };
  return checked({ ...playbook, private: hidden }, String(file));
};
