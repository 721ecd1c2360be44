/** The demo's playbook, as its file says and as visitors get it. */
import { readFileSync } from 'node:fs';
import { parsePlaybook } from '../src/playbook/index.js';
import type { Playbook } from '../src/playbook/schema.js';

const FILE = new URL('./playbook.json', import.meta.url);

/** The file with the desk's address filled in. Throws a sentence for every problem when it is no playbook. */
export const playbookFor = (deskUrl: string): Playbook => {
  const parsed = parsePlaybook(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ path, message, cure }) => `${path}: ${message} ${cure}`);
    throw new Error(`demo/playbook.json cannot be used.\n${problems.join('\n')}`);
  }
  const { playbook } = parsed;
  return { ...playbook, delivery: { ...playbook.delivery, url: new URL('/leads', deskUrl).href } };
};
