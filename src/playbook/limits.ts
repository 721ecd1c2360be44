/**
 * What a playbook may be at most, and the walk that holds it to that before anything else looks at it. The
 * walk keeps its own stack, so that no input can overflow ours.
 */
import type { Problem } from './error.js';
import { pathTo } from './path.js';

/** More levels than any readable playbook has. */
export const DEEPEST = 64;
/** Values in a whole playbook: fields, items, texts and numbers. */
export const MOST_VALUES = 200_000;
/** Characters in a whole playbook. */
export const LONGEST_TEXT = 5_000_000;
/** Problems listed at once. Whoever has more mends these first. */
export const MOST_PROBLEMS = 500;

/** Names that mean something to JavaScript itself. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const error = (code: string, path: string, message: string, cure: string): Problem => ({
  level: 'error',
  code,
  path,
  message,
  cure,
});

export const tooLong = (): Problem =>
  error(
    'playbook.too-large',
    '',
    'The playbook is larger than 5 MB.',
    'Put pictures into files of their own and keep only their addresses here.',
  );

export const tooManyValues = (): Problem =>
  error(
    'playbook.too-large',
    '',
    'The playbook has more than 200,000 values.',
    'Split it into several playbooks, one for each page or audience.',
  );

export const tooDeep = (path: string): Problem =>
  error(
    'playbook.too-deep',
    path,
    `The playbook is nested more than ${DEEPEST} levels deep.`,
    'Look for a bracket that is opened again and again, or for a file that was pasted into itself.',
  );

export const forbiddenName = (path: string, name: string): Problem =>
  error('playbook.forbidden-name', path, `"${name}" cannot be used as a name.`, 'Choose another name.');

const notData = (path: string, what: string): Problem =>
  error(
    'playbook.not-data',
    path,
    `A playbook is plain data, but this is ${what}.`,
    'Use texts, numbers, true, false, lists and objects only.',
  );

interface Frame {
  readonly value: object;
  readonly path: string;
  readonly keys: readonly (string | number)[];
  next: number;
}

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const keysOf = (value: object): readonly (string | number)[] =>
  Array.isArray(value) ? Array.from(value, (_, i) => i) : Object.keys(value);

/** What a single value is, when it is not data; undefined when it is. */
const strangeness = (value: unknown, inList: boolean): string | undefined => {
  if (typeof value === 'object') {
    return value === null || Array.isArray(value) || isPlainObject(value)
      ? undefined
      : 'an object of a class';
  }
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `the number ${value}`;
  if (typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (value === undefined) return inList ? 'an empty place in a list' : undefined;
  return `a ${typeof value}`;
};

/**
 * The problems that make it pointless, or unwise, to look any closer: too deep, too large, going in circles,
 * forbidden names, values that are not JSON. Empty when there are none.
 */
export const limitProblems = (input: unknown): readonly Problem[] => {
  const problems: Problem[] = [];
  const open = new Set<object>();
  const stack: Frame[] = [];
  let values = 0;
  let characters = 0;

  /** Looks at one value and steps into it; answers with what ends the walk. */
  const enter = (value: unknown, path: string, inList: boolean): Problem | undefined => {
    if (++values > MOST_VALUES) return tooManyValues();
    const strange = strangeness(value, inList);
    if (strange !== undefined) {
      problems.push(notData(path, strange));
      return undefined;
    }
    if (typeof value === 'string') characters += value.length;
    if (characters > LONGEST_TEXT) return tooLong();
    if (typeof value !== 'object' || value === null) return undefined;
    if (open.has(value)) {
      problems.push(
        error('playbook.circular', path, 'This contains itself.', 'Write the part out, or leave it away.'),
      );
      return undefined;
    }
    if (stack.length > DEEPEST) return tooDeep(path);
    if (Array.isArray(value) && value.length > MOST_VALUES) return tooManyValues();
    open.add(value);
    stack.push({ value, path, keys: keysOf(value), next: 0 });
    return undefined;
  };

  let end = enter(input, '', false);
  for (let frame = stack.at(-1); frame && !end && problems.length < MOST_PROBLEMS; frame = stack.at(-1)) {
    const key = frame.keys[frame.next++];
    if (key === undefined) {
      open.delete(frame.value);
      stack.pop();
    } else if (typeof key === 'string' && FORBIDDEN_NAMES.has(key)) {
      problems.push(forbiddenName(pathTo(frame.path, key), key));
    } else {
      if (typeof key === 'string') characters += key.length;
      const child = (frame.value as { readonly [key: string | number]: unknown })[key];
      end = enter(child, pathTo(frame.path, key), typeof key === 'number');
    }
  }
  return end ? [...problems, end] : problems;
};
