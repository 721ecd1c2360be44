import { basename } from 'node:path';
import { readPlaybook } from '../playbook/read.js';
import type { Playbook } from '../playbook/schema.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { countLine, countsOf } from './report.js';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What the tag has to know before the playbook is there: how the button looks, whom to contact if all else fails. */
const attributesOf = (
  { company, look }: Playbook,
  address: string,
): readonly (readonly [string, string | undefined])[] => [
  ['data-playbook', address],
  ['data-accent', look?.accent],
  ['data-side', look?.side],
  ['data-scheme', look?.scheme],
  ['data-fallback-email', company.email],
  ['data-fallback-phone', company.phone],
];

/** `warmlead tag <file>`: the line that puts the chat on a page. */
export const tagCommand = (file: string, terminal: Terminal): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const read = readPlaybook(text);
  if (!read.ok) {
    terminal.err(`${file} has ${countLine(countsOf(read.problems))}. Run: warmlead check ${file}`);
    return 1;
  }
  const attributes = attributesOf(read.playbook, `/${basename(file)}`)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`);
  terminal.out(`<script src="/warmlead.js"${attributes.join('')} async></script>`);
  terminal.err('Put this line before </body>, and the two addresses right if your files are somewhere else.');
  return 0;
};
