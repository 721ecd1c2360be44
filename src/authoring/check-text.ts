/** Reads and checks the text of a playbook file in one go: for the command line and the try page. */
import type { Problem } from '../playbook/error.js';
import { readPlaybook } from '../playbook/read.js';
import type { Playbook } from '../playbook/schema.js';
import { checkPlaybook } from './check.js';
import { commentProblems } from './check-comments.js';

export interface CheckedText {
  /** The playbook as far as its shape is sound; it may still have errors. Undefined otherwise. */
  readonly playbook: Playbook | undefined;
  /** All problems with line and column, in the order of the text. */
  readonly problems: readonly Problem[];
}

/** Never throws. The structure is checked only where the shape is sound. */
export const checkText = (text: string): CheckedText => {
  const read = readPlaybook(text);
  if (!read.ok) return { playbook: undefined, problems: read.problems };
  // A file with a private part stays at home; what is published of it has no comments.
  const comments = read.playbook.private === undefined ? commentProblems(text) : [];
  const problems = [...read.problems, ...comments, ...checkPlaybook(read.playbook).map(read.locate)];
  return { playbook: read.playbook, problems: inTextOrder(problems) };
};

const inTextOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
