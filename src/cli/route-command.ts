import { checkText } from '../authoring/check-text.js';
import { rehearseRouting, type Rehearsal, type TriedRoute } from '../authoring/rehearse-routing.js';
import { parsePlaybook } from '../playbook/parse.js';
import type { Playbook } from '../playbook/schema.js';
import { registrable } from '../receiver/registrable.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { block } from './layout.js';
import { readLeads, type LeadsRead } from './read-leads.js';
import { countsOf, problemLines } from './report.js';

export interface RouteFiles {
  readonly playbook: string;
  /** A table of leads. */
  readonly leads: string;
  /** A file with the private part. */
  readonly hidden?: string | undefined;
}

/** Lines named where more of them say the same. */
const MOST_LINES = 8;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const linesWords = (lines: readonly number[]): string => {
  const shown = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length - MOST_LINES;
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
};

const whoOf = ({ contact: { name, company, email } }: TriedRoute): string =>
  [name ?? email, company].filter(Boolean).join(', ') || 'no name';

const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
};

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ['', title, ...lines] : [];

const list = (items: readonly string[]): readonly string[] =>
  items.flatMap((item) => block(`- ${item}`, 2, 4));

const reportLines = (
  { routes, load, holes, overlaps, rules }: Rehearsal,
  { unknown, unread }: LeadsRead,
): readonly string[] => {
  const named = new Map(rules.map(({ path, because }) => [path, `"${because}"`]));
  const of = (path: string): string => named.get(path) ?? path;
  const placed = ({ territory, account, because }: TriedRoute): string =>
    [because, account && `account ${account}`, territory && `territory ${territory}`]
      .filter(Boolean)
      .join(' · ');
  const behind = (path: string): readonly string[] => [
    ...new Set(
      routes
        .filter(({ held }) => held.includes(path))
        .map(({ path: decided }) => (decided.startsWith('private.accounts') ? 'an account' : of(decided))),
    ),
  ];
  const share = (leads: number): string => `${Math.round((100 * leads) / Math.max(1, routes.length))} %`;
  return [
    ...columns([
      ['Line', 'Lead', 'Goes to', 'Why'],
      ...routes.map((each) => [`${each.line}`, whoOf(each), each.name ?? 'NOBODY', placed(each)]),
    ]),
    ...part('Leads for each', columns(load.map(({ name, leads }) => [name, `${leads}`, share(leads)]))),
    ...part(
      'Nobody gets these',
      holes.length > 0 ? list([`${linesWords(holes)}: no rule is for them, and nobody takes turns.`]) : [],
    ),
    ...part(
      'Two rules are for the same leads, and the one that stands first decides',
      list(
        overlaps.map(({ first, second, lines }) => `${of(first)} before ${of(second)}: ${linesWords(lines)}`),
      ),
    ),
    ...part(
      'These rules never come first',
      list(
        rules
          .filter(({ holds, decides }) => holds.length > 0 && decides.length === 0)
          .map(({ path, because }) => `"${because}" (${path}): always behind ${behind(path).join(' or ')}`),
      ),
    ),
    ...part(
      'These rules are for none of these leads',
      list(
        rules.filter(({ holds }) => holds.length === 0).map(({ path, because }) => `"${because}" (${path})`),
      ),
    ),
    ...part(
      'Left aside',
      list([
        ...(unknown.length > 0
          ? [
              `${counted(unknown.length, 'column')} that no question has the name of: ${unknown.map((name) => `"${name}"`).join(', ')}`,
            ]
          : []),
        ...unread.map(({ line, column, text }) => `line ${line}: "${text}" is no answer to "${column}"`),
      ]),
    ),
  ];
};

/** The playbook with the private part of a file; null where that cannot be used, which is said then. */
const withHidden = (playbook: Playbook, file: string, terminal: Terminal): Playbook | null => {
  const text = textOf(file, terminal);
  if (text === null) return null;
  let hidden: unknown;
  try {
    hidden = (JSON.parse(text) as { readonly private?: unknown } | null)?.private;
  } catch {
    hidden = undefined;
  }
  if (hidden === undefined) {
    terminal.err(`${file} has no private part. It is a file like {"private": {"accounts": []}}.`);
    return null;
  }
  const parsed = parsePlaybook({ ...playbook, private: hidden });
  if (parsed.ok) return parsed.playbook;
  for (const { path, message, cure } of parsed.problems) terminal.err(`${file}: ${path}: ${message} ${cure}`);
  return null;
};

/**
 * `warmlead route <playbook.json> <leads.csv>`: who would get which lead where they are received. Ends with 1 where
 * somebody's lead goes to nobody, or the playbook has errors; 2 where something cannot be read.
 */
export const routeCommand = (
  { playbook: file, leads: table, hidden }: RouteFiles,
  { json, now }: { readonly json: boolean; readonly now: string },
  terminal: Terminal,
): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const { playbook: open, problems } = checkText(text);
  const errors = problems.filter(({ level }) => level === 'error');
  if (!open || errors.length > 0) {
    for (const problem of errors) for (const line of problemLines(file, problem)) terminal.err(line);
    terminal.err(`${file} has ${counted(countsOf(problems).errors, 'error')}; mend them first.`);
    return 1;
  }
  const playbook = hidden === undefined ? open : withHidden(open, hidden, terminal);
  if (!playbook) return 2;
  const written = textOf(table, terminal);
  if (written === null) return 2;
  const read = readLeads(written, playbook, now);
  if (!read) {
    terminal.err(`${table} cannot be read as a table. Its first line names the columns: "sites", "email".`);
    return 2;
  }
  const result = rehearseRouting(playbook, read.leads, { registrableOf: registrable, now });
  const { unknown, unread } = read;
  if (json) terminal.out(JSON.stringify({ ...result, unknown, unread }, null, 2));
  else for (const line of reportLines(result, read)) terminal.out(line);
  return result.holes.length > 0 ? 1 : 0;
};
