/** From the text of a file to a playbook, with line and column for everything that is wrong. */
import type { Problem } from './error.js';
import { readJson } from './json-read.js';
import { parsePlaybook, type Parsed } from './parse.js';

/** Problems of a name rather than of the value behind it. */
const ABOUT_NAMES = new Set([
  'field.unknown',
  'condition.unknown-test',
  'condition.unknown-name',
  'playbook.forbidden-name',
]);

export type ReadResult = Parsed & {
  /** The same problem with the line and column where its path stands in the text. For checks made later. */
  readonly locate: (problem: Problem) => Problem;
};

/**
 * Reads a playbook from text: JSON, in which comments (from `//` to the end of the line, or between slash-star and star-slash) and commas before a closing bracket
 * are allowed. Never throws. All problems of the text and of the shape come at once, each with line and
 * column; where the text cannot be read to its end, only those of the text.
 */
export const readPlaybook = (text: string): ReadResult => {
  const json = readJson(text);
  const locate = (problem: Problem): Problem =>
    problem.line === undefined
      ? { ...problem, ...json.locate(problem.path, ABOUT_NAMES.has(problem.code) ? 'name' : 'value') }
      : problem;
  if (json.value === undefined) return { ok: false, problems: json.problems, locate };
  const parsed = parsePlaybook(json.value);
  // Where the text itself was at fault, the value is a guess: nothing more is said about it.
  const guessed = new Set(json.problems.map((problem) => problem.path));
  const shape = parsed.problems.filter((problem) => !guessed.has(problem.path));
  const problems = [...json.problems, ...shape.map(locate)].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return parsed.ok && !problems.some((problem) => problem.level === 'error')
    ? { ok: true, playbook: parsed.playbook, problems, locate }
    : { ok: false, problems, locate };
};
