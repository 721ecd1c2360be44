/** Brings a playbook's knowledge together: entries as they stand, files by their addresses. */
import { fetchKnowledge } from '../adapters/knowledge-file.js';
import type { Knowledge } from '../playbook/answering-schema.js';
import type { Problem } from '../playbook/error.js';
import { readKnowledge } from '../playbook/knowledge-file.js';
import type { Playbook } from '../playbook/schema.js';

export interface LoadedKnowledge {
  readonly entries: readonly Knowledge[];
  /** What could not be had, for the owner; the rest is there all the same. */
  readonly problems: readonly Problem[];
}

const problem = (code: string, path: string, message: string, cure: string): Problem => ({
  level: 'warning',
  code,
  path,
  message,
  cure,
});

const loadFile = async (
  address: string,
  base: string,
  path: string,
  send?: typeof fetch,
): Promise<LoadedKnowledge> => {
  const nothing = (code: string, message: string, cure: string): LoadedKnowledge => ({
    entries: [],
    problems: [problem(code, path, message, cure)],
  });
  if (!URL.canParse(address, base))
    return nothing(
      'knowledge.no-address',
      `"${address}" is no address of a file.`,
      'Write it like "/faq.json".',
    );
  const url = new URL(address, base).href;
  const file = await fetchKnowledge(url, send);
  if (!file.ok)
    return nothing(
      file.code,
      file.status
        ? `The answers at ${url} could not be read: the server answered ${file.status}.`
        : `The answers at ${url} could not be reached.`,
      'Open that address in the browser; it has to show the JSON file. It may have to allow this site to read it.',
    );
  const { entries, faults } = readKnowledge(file.text);
  return {
    entries,
    problems: faults.map(({ code, path: where }) =>
      code === 'knowledge.not-json'
        ? problem(
            code,
            path,
            `The file at ${url} has no list of answers.`,
            'Make it with: warmlead learn <file> -o faq.json',
          )
        : problem(
            code,
            path,
            `Entry ${where} of ${url} was left out.`,
            'Every entry needs "id", "questions" (a list) and "answer".',
          ),
    ),
  };
};

/**
 * `base`: the playbook's own address, which relative ones refer to. Where two entries have one name, the first holds.
 * Never rejects.
 */
export const loadKnowledge = async (
  { knowledge = [] }: Pick<Playbook, 'knowledge'>,
  base: string,
  send?: typeof fetch,
): Promise<LoadedKnowledge> => {
  const parts = typeof knowledge === 'string' ? [knowledge] : knowledge;
  const loaded = await Promise.all(
    parts.map((part, i): LoadedKnowledge | Promise<LoadedKnowledge> =>
      typeof part === 'string'
        ? loadFile(part, base, typeof knowledge === 'string' ? 'knowledge' : `knowledge[${i}]`, send)
        : { entries: [part], problems: [] },
    ),
  );
  const byId = new Map<string, Knowledge>();
  for (const entry of loaded.flatMap(({ entries }) => entries))
    if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return { entries: [...byId.values()], problems: loaded.flatMap(({ problems }) => problems) };
};
