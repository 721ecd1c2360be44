/** Checks the comments of a playbook file: whoever opens the file reads them, too. */
import type { Problem } from '../playbook/error.js';
import { positionsIn } from '../playbook/json-text.js';
import { hasLogin, secretIn } from './secret.js';

/** A text in quotation marks, which is passed over, or a comment. */
const TEXT_OR_COMMENT = /"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//g;

/** Secrets in the comments of a text that could be read, each at the line and column of its comment. */
export const commentProblems = (text: string): readonly Problem[] => {
  const positionOf = positionsIn(text);
  const problems: Problem[] = [];
  for (const { 0: found, index } of text.matchAll(TEXT_OR_COMMENT)) {
    if (!found.startsWith('/')) continue;
    const secret = secretIn(found) ?? (hasLogin(found) ? 'a password in an address' : undefined);
    if (secret === undefined) continue;
    problems.push({
      level: 'error',
      code: 'secret.in-comment',
      path: '',
      message: `This comment seems to hold ${secret}, and everybody can read this file.`,
      cure: 'Remove it, and have it replaced, because it may have been read.',
      ...positionOf(index),
    });
  }
  return problems;
};
