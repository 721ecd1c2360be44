/** From anything to a playbook, or to everything that is wrong with it. */
import * as v from 'valibot';
import { PlaybookError, type Problem } from './error.js';
import { limitProblems, MOST_PROBLEMS } from './limits.js';
import { playbookSchema, type Playbook } from './schema.js';
import { shapeProblems } from './shape.js';

/** A playbook whose shape is sound, with warnings at most; or all its problems, at least one of them an error. */
export type Parsed =
  | { readonly ok: true; readonly playbook: Playbook; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const failed = (problems: readonly Problem[]): Parsed => ({
  ok: false,
  problems:
    problems.length < MOST_PROBLEMS
      ? problems
      : [
          ...problems.slice(0, MOST_PROBLEMS),
          {
            level: 'error',
            code: 'playbook.too-many-problems',
            path: '',
            message: `There are more problems than the ${MOST_PROBLEMS} listed.`,
            cure: 'Mend these first, then check again.',
          },
        ],
});

const unreadable = (): Problem => ({
  level: 'error',
  code: 'playbook.unreadable',
  path: '',
  message: 'This cannot be read as a playbook.',
  cure: 'Give plain data, read from JSON or written out.',
});

/**
 * Checks the shape of a playbook: fields, types, allowed values. Never throws. The result is a copy, so later
 * changes to `input` do not reach it. Whether targets exist, paths end and so on is for the structural check
 * (`warmlead check`).
 */
export const parsePlaybook = (input: unknown): Parsed => {
  try {
    const limits = limitProblems(input);
    if (limits.length) return failed(limits);
    const result = v.safeParse(playbookSchema, input);
    const problems = shapeProblems(playbookSchema, input);
    if (problems.length) return failed(problems);
    return result.success
      ? { ok: true, playbook: result.output as Playbook, problems: [] }
      : failed([unreadable()]);
  } catch {
    // Only an object with getters or traps of its own can get here: it answers differently each time, or throws.
    return failed([unreadable()]);
  }
};

/**
 * A playbook written in code, checked at once. Types help while writing; this finds what types cannot see.
 * Throws `PlaybookError` with all problems, their paths and their cures.
 */
export const definePlaybook = (playbook: Playbook): Playbook => {
  const parsed = parsePlaybook(playbook);
  if (!parsed.ok) throw new PlaybookError(parsed.problems);
  return parsed.playbook;
};
