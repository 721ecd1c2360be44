/** Problems as people read them in a terminal. */
import type { Problem } from '../playbook/error.js';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Owners read "note" where the documents say "info". */
const WORDS = { error: 'error', warning: 'warning', info: 'note' } as const;

export const countsOf = (problems: readonly Problem[]): Counts => {
  const of = (level: Problem['level']) => problems.filter((problem) => problem.level === level).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('info') };
};

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning, 0 notes`. */
export const countLine = ({ errors, warnings, notes }: Counts): string =>
  `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notes, 'note')}`;

/** Two or three lines a problem: where and what, how to mend it. `file:line:column` can be clicked in most terminals. */
export const problemLines = (
  file: string,
  { line, column, level, path, message, cure }: Problem,
): readonly string[] => [
  `${file}:${line ?? 1}:${column ?? 1}  ${WORDS[level]}  ${message}`,
  `    ${cure}`,
  ...(path ? [`    at ${path}`] : []),
  '',
];
