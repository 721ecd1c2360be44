import { fileURLToPath } from 'node:url';
import { didYouMean } from '../playbook/nearest.js';
import { unwritable, type ExitCode, type Terminal } from './command.js';
import { block, labelled } from './layout.js';

/** Where the starters lie: beside the built command, or in the repository. */
const FOLDERS = ['../../starters/', '../../demo/try/starters/'];

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

interface Starters {
  readonly list: readonly Listed[];
  text(id: string): string;
}

const startersFrom = (terminal: Terminal): Starters | undefined => {
  for (const folder of FOLDERS) {
    const read = (name: string) => terminal.read(fileURLToPath(new URL(`${folder}${name}`, import.meta.url)));
    try {
      return { list: JSON.parse(read('index.json')), text: (id) => read(`${id}.json`) };
    } catch {
      // Built and unbuilt files lie at different places.
    }
  }
  return undefined;
};

const toDo = (file: string): readonly string[] => [
  'Before it goes live:',
  '  1. Put your company, your products and your words in.',
  '  2. Say where leads go, in "delivery". The key there is only an example: enter your mail address',
  '     at web3forms.com and put the access key that it mails you in its place.',
  `  3. Run: warmlead check ${file}`,
];

/** `warmlead init [starter]`: writes a starter as a new file, never over one; without a name it lists them. */
export const initCommand = (
  starter: string | undefined,
  { output = 'playbook.json' }: { readonly output?: string },
  terminal: Terminal,
): ExitCode => {
  const starters = startersFrom(terminal);
  if (!starters) {
    terminal.err('The starters are missing. Install Warmlead again.');
    return 2;
  }
  const ids = starters.list.map(({ id }) => id);
  if (starter === undefined) {
    terminal.out('Playbooks to start from:\n');
    terminal.out(labelled(starters.list.map(({ id, summary }) => [id, summary] as const)).join('\n'));
    terminal.out(`\nFor example: warmlead init ${ids[0]}`);
    return 0;
  }
  if (!ids.includes(starter)) {
    const cure = didYouMean(starter, ids, `There are ${ids.join(', ')}.`);
    terminal.err(block(`There is no starter "${starter}". ${cure}`, 0).join('\n'));
    return 2;
  }
  try {
    terminal.create(output, starters.text(starter));
  } catch (error) {
    terminal.err(unwritable(output, error));
    return 2;
  }
  terminal.out([`${output} is yours now.`, '', ...toDo(output)].join('\n'));
  return 0;
};
