import { checkText } from '../authoring/check-text.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { countLine, countsOf, problemLines } from './report.js';

/** `warmlead check <file>`: everything that is wrong with a playbook, for people or, with `--json`, for programs. */
export const checkCommand = (
  file: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const { problems } = checkText(text);
  const counts = countsOf(problems);
  const ok = counts.errors === 0;
  if (json) terminal.out(JSON.stringify({ file, ok, ...counts, problems }, null, 2));
  else {
    for (const problem of problems) for (const line of problemLines(file, problem)) terminal.out(line);
    terminal.out(`${file}: ${problems.length === 0 ? 'no problems' : countLine(counts)}`);
  }
  return ok ? 0 : 1;
};
