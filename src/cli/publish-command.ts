import { publishedText } from '../authoring/publish.js';
import { textOf, unwritable, type ExitCode, type Terminal } from './command.js';
import { countLine, countsOf, problemLines } from './report.js';

export interface PublishOptions {
  /** Where the public file goes; printed where it is left out. */
  readonly output?: string;
}

/**
 * `warmlead publish <file> [-o <file>]`: the file for the website, without the private part. Refuses where the
 * check finds an error, and never writes over the file it reads, which may hold the only private part.
 */
export const publishCommand = (file: string, { output }: PublishOptions, terminal: Terminal): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const published = publishedText(text);
  if (!published.ok) {
    const errors = published.problems.filter(({ level }) => level === 'error');
    for (const problem of errors) for (const line of problemLines(file, problem)) terminal.err(line);
    terminal.err(`${file} was not published: ${countLine(countsOf(published.problems))}.`);
    return 1;
  }
  if (output === undefined) {
    terminal.out(published.text.trimEnd());
    return 0;
  }
  if (terminal.isSame(file, output)) {
    terminal.err(`${output} is the playbook itself. Give the public file another name.`);
    return 2;
  }
  try {
    terminal.write(output, published.text);
  } catch (error) {
    terminal.err(unwritable(output, error));
    return 2;
  }
  const kept = published.hadPrivate ? 'without the private part' : 'which has no private part';
  terminal.err(`${output} is the public file of ${file}, ${kept}. Fingerprint of both: ${published.hash}.`);
  return 0;
};
