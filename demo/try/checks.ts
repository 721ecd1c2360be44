/** What the check found, as sentences; each leads to its line. */
import { countLine, countsOf } from '../../src/cli/report.js';
import type { Problem } from '../../src/playbook/error.js';
import { icon, made, part } from './find.js';

/** `2 errors, 1 warning`; what there is none of stays unsaid. */
export const summaryOf = (problems: readonly Problem[]): string => {
  if (problems.length === 0) return 'No problems';
  return countLine(countsOf(problems))
    .split(', ')
    .filter((words) => !words.startsWith('0 '))
    .join(', ');
};

const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;
/** More are of no use to anybody: those that follow often go with the first. */
const MOST_SHOWN = 100;

const FINE =
  'Every step leads somewhere, every answer can be given, and leads have a destination. Ready for your site.';
const NOTHING = 'Choose a starter, open a file, or begin with {';

const itemOf = (problem: Problem, follow: (problem: Problem) => void): HTMLLIElement => {
  const { level, line = 1, message, cure, path } = problem;
  const act = made(
    'button',
    'problem',
    icon(level),
    made(
      'span',
      'sentence',
      made('span', 'unseen', `${WORDS[level]}: `),
      `${message} `,
      made('span', 'cure', cure),
    ),
    made('span', 'place', `Line ${line}`),
  );
  act.type = 'button';
  if (path) act.title = path;
  act.addEventListener('click', () => follow(problem));
  return made('li', '', act);
};

/** Shows the problems, or that there are none. `empty`: nothing is written yet, which is no fault. */
export const showChecks = (
  problems: readonly Problem[],
  { empty, follow }: { readonly empty: boolean; readonly follow: (problem: Problem) => void },
): void => {
  const list = part('problems', HTMLUListElement);
  const had = [...list.querySelectorAll('button')].findIndex((one) => one === document.activeElement);
  const shown = empty ? [] : problems.slice(0, MOST_SHOWN);
  list.replaceChildren(...shown.map((problem) => itemOf(problem, follow)));
  if (shown.length === MOST_SHOWN && problems.length > MOST_SHOWN)
    list.append(made('li', 'more', `And ${problems.length - shown.length} more.`));
  if (had >= 0) [...list.querySelectorAll('button')].at(Math.min(had, shown.length - 1))?.focus();
  list.hidden = shown.length === 0;
  const fine = part('fine', HTMLElement);
  fine.hidden = shown.length > 0;
  fine.textContent = empty ? NOTHING : FINE;
  const { errors, warnings } = countsOf(problems);
  const level = errors ? 'error' : warnings ? 'warning' : problems.length ? 'info' : 'done';
  const summary = empty ? 'Nothing written yet' : summaryOf(problems);
  part('summary', HTMLElement).replaceChildren(icon(empty ? 'info' : level), summary);
  const [first] = problems;
  say(first && !empty ? `${summary}. Line ${first.line ?? 1}: ${first.message}` : summary);
  const tab = part('checks-count', HTMLElement);
  tab.textContent = problems.length && !empty ? String(problems.length) : '';
  tab.dataset['level'] = level;
};

/** Tells screen readers, and only when it is something new. */
const say = (words: string): void => {
  const told = part('told', HTMLElement);
  if (told.textContent !== words) told.textContent = words;
};
