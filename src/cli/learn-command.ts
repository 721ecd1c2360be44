import { learned, type FoundAnswer, type Learned } from '../authoring/learned.js';
import { textOf, unwritable, type ExitCode, type Terminal } from './command.js';
import { block } from './layout.js';
import { readAnswers } from './read-answers.js';
import { readTable } from './read-table.js';

export interface LearnOptions {
  readonly json: boolean;
  /** A new file for the entries; printed where it is left out. */
  readonly output?: string;
}

const READABLE = /\.(?:html?|csv)$/i;

/** What a file has; null where it cannot be read, which is said then. */
const answersIn = (file: string, terminal: Terminal): readonly FoundAnswer[] | null => {
  const text = textOf(file, terminal);
  if (text === null) return null;
  if (!/\.csv$/i.test(file)) return readAnswers(text);
  const rows = readTable(text);
  if (rows === null)
    terminal.err(`${file} cannot be read as a table. Its first line has to name a column "question".`);
  return rows;
};

const list = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length > 0 ? ['', title, ...rows.flatMap((row) => block(`- ${row}`, 2, 4))] : [];

const remarks = ({ entries, unanswered, long }: Learned): readonly string[] => [
  `${entries.length} ${entries.length === 1 ? 'answer' : 'answers'}. They are drafts: read every one before it goes live.`,
  ...list('Long for a chat; say it in two sentences and link to the rest:', long),
  ...list('Nobody has answered these yet:', unanswered),
];

/**
 * `warmlead learn <page.html|faq.csv|folder>`: drafts of the playbook's knowledge. Ends with 1 where there is no
 * answer in it, 2 where something cannot be read or written. Never writes over a file.
 */
export const learnCommand = (
  source: string,
  { json, output }: LearnOptions,
  terminal: Terminal,
): ExitCode => {
  const inside = terminal.files(source)?.filter((file) => READABLE.test(file));
  const read = (inside ?? [source]).map((file) => answersIn(file, terminal));
  if (read.includes(null)) return 2;
  const result = learned(read.flatMap((answers) => answers ?? []));
  if (result.entries.length === 0) {
    terminal.err(
      `${source} has no question with an answer. A page needs headings that ask something, or parts that open when tapped; a table the columns "question" and "answer".`,
    );
    for (const line of list('Nobody has answered these yet:', result.unanswered)) terminal.err(line);
    return 1;
  }
  const entries = JSON.stringify(result.entries, null, 2);
  if (output !== undefined) {
    try {
      terminal.create(output, `${entries}\n`);
    } catch (error) {
      terminal.err(unwritable(output, error));
      return 2;
    }
    terminal.err(
      `${output} is new. Put it on your website and its address into the playbook: "knowledge": "/${output.split(/[/\\]/).at(-1)}"`,
    );
  } else if (json) terminal.out(JSON.stringify(result, null, 2));
  else terminal.out(`"knowledge": ${entries}`);
  terminal.err(remarks(result).join('\n'));
  return 0;
};
