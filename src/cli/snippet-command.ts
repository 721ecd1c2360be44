import { createHash } from 'node:crypto';
import { sampleKeys } from '../authoring/check-sample-key.js';
import { checkText } from '../authoring/check-text.js';
import { snippetScript } from '../authoring/snippet.js';
import { snippetPolicy } from '../authoring/snippet-policy.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { countLine, countsOf, problemLines } from './report.js';

export interface SnippetCommandOptions {
  /** Address of `warmlead.js`. */
  readonly src: string;
  /** The data layer that is told what happens. */
  readonly events?: string | undefined;
  /** Print what a content security policy has to allow instead of the snippet. */
  readonly csp: boolean;
}

/** `warmlead snippet <file> --src <address>`: one block to paste, playbook and all. */
export const snippetCommand = (
  file: string,
  { src, events, csp }: SnippetCommandOptions,
  terminal: Terminal,
): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const { playbook, problems } = checkText(text);
  const errors = problems.filter(({ level }) => level === 'error');
  if (!playbook || errors.length > 0) {
    for (const problem of errors) for (const line of problemLines(file, problem)) terminal.err(line);
    terminal.err(`There is no snippet of ${file}: ${countLine(countsOf(problems))}.`);
    return 1;
  }
  const script = snippetScript(text, { src, events });
  if (csp) {
    const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
    terminal.out(snippetPolicy(playbook, src, hash).join('\n'));
    terminal.err('Add these to your policy. With every change of the playbook the hash changes as well.');
    return 0;
  }
  terminal.out(`<script>${script}</script>`);
  if (sampleKeys(playbook).length > 0) {
    terminal.err(
      `The key in "delivery" is only an example, so no lead would arrive. Run: warmlead check ${file}`,
    );
  }
  if (!/^(https:)?\/\//.test(src)) {
    terminal.err(`"${src}" is looked for on the site where the block is pasted.`);
  }
  return 0;
};
