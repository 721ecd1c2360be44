/** The pages of the manual: the README and its chapters, each beside the code that it explains. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A fenced block. */
export interface Block {
  /** Path of the page from the root. */
  readonly page: string;
  readonly line: number;
  /** What stands behind the fence: a language and a name, for example `json playbook`. */
  readonly info: string;
  readonly text: string;
}

export interface ManualPage {
  readonly path: string;
  /** The folder that links are seen from. */
  readonly folder: string;
  readonly text: string;
  /** The text without its blocks. */
  readonly prose: string;
  readonly blocks: readonly Block[];
}

const FENCE = /^```(\S[^\n]*)?\n([\s\S]*?)^```$/gm;

const pageAt = async (path: string): Promise<ManualPage> => {
  const text = await readFile(join(ROOT, path), 'utf8');
  const blocks = [...text.matchAll(FENCE)].map(({ 1: info = '', 2: inside = '', index }) => ({
    page: path,
    line: text.slice(0, index).split('\n').length,
    info,
    text: inside,
  }));
  return { path, folder: dirname(path), text, prose: text.replaceAll(FENCE, ''), blocks };
};

const folders = await readdir(join(ROOT, 'src'), { withFileTypes: true, recursive: true });
const chapters = folders
  .filter((entry) => entry.isFile() && entry.name === 'README.md')
  .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
  .sort();

export const pages: readonly ManualPage[] = await Promise.all(['README.md', ...chapters].map(pageAt));
export const blocks: readonly Block[] = pages.flatMap((page) => page.blocks);

/** The only block of the manual with this name, for example `json playbook`. */
export const block = (info: string): string => {
  const found = blocks.filter((one) => one.info === info);
  assert.equal(found.length, 1, `There should be one block \`\`\`${info} in the manual.`);
  return found[0]?.text ?? '';
};

/** The same as JSON. */
export const json = <T = object>(info: string): T => JSON.parse(block(info)) as T;
