import { basename } from 'node:path';
import { tagOptions } from '../authoring/tag-options.js';
import { readPlaybook } from '../playbook/read.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { countLine, countsOf } from './report.js';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** `warmlead tag <file>`: the line that puts the chat on a page. */
export const tagCommand = (file: string, terminal: Terminal): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const read = readPlaybook(text);
  if (!read.ok) {
    terminal.err(`${file} has ${countLine(countsOf(read.problems))}. Run: warmlead check ${file}`);
    return 1;
  }
  const attributes = [['playbook', `/${basename(file)}`] as const, ...tagOptions(read.playbook)].map(
    ([name, value]) => ` data-${name}="${escaped(value)}"`,
  );
  terminal.out(`<script src="/warmlead.js"${attributes.join('')} async></script>`);
  terminal.err('Put this line before </body>, and the two addresses right if your files are somewhere else.');
  return 0;
};
