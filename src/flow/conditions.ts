/**
 * Says whether a condition holds, in three-valued logic after Kleene: what is not answered is unknown, its
 * negation too, and a rule fires on `true` only. Never throws, whatever it is given.
 */
import type { Comparison, Condition } from '../playbook/condition.js';
import type { Value } from './log.js';
import { isRecord } from './lenient.js';
import type { Answers } from './state.js';

export type Truth = true | false | 'unknown';
/** What is known by name. `undefined` and `null`: not answered, or skipped. */
export type Facts = Answers;

/** Deeper than any checked playbook may nest; below it everything is unknown. */
const DEEPEST = 64;

/**
 * Whether the condition holds. No condition: `true`. What cannot be read as a condition, and a comparison
 * that cannot be made (a text `atLeast` 5, a misspelt test), is unknown: neither it nor its negation fires.
 *
 * - A bare value means *is*: equal as text, so `5` is `"5"`, and `true` is `"yes"`. Against a list it means
 *   that the list includes it; against a contact card it is false.
 * - `in`: *is* any of these.
 * - `atLeast`, `atMost`, `between`: numbers, and texts that are plain decimal numbers.
 * - `includes`: a list has it, or a text contains it, whatever the case.
 * - `known`: true or false, never unknown.
 */
export const holds = (condition: Condition | undefined, facts: Facts): Truth => evaluate(condition, facts, 0);

/** The names a condition tests, each once, in the order in which they stand. */
export const namesIn = (condition: Condition | undefined): readonly string[] => {
  const names = new Set<string>();
  collect(condition, names, 0);
  return [...names];
};

function evaluate(condition: unknown, facts: Facts, depth: number): Truth {
  if (condition === undefined) return true;
  if (!isRecord(condition) || depth > DEEPEST) return 'unknown';
  const nested = (inner: unknown): Truth => evaluate(inner, facts, depth + 1);
  return every(Object.entries(condition), ([name, test]) => {
    if (test === undefined) return true;
    if (name === 'not') return negated(nested(test));
    if (name !== 'all' && name !== 'any') return compare(facts(name), test);
    if (!Array.isArray(test)) return 'unknown';
    return name === 'all' ? every(test, nested) : some(test, nested);
  });
}

function collect(condition: unknown, names: Set<string>, depth: number): void {
  if (!isRecord(condition) || depth > DEEPEST) return;
  for (const [name, test] of Object.entries(condition)) {
    if (name === 'not') collect(test, names, depth + 1);
    else if (name !== 'all' && name !== 'any') names.add(name);
    else if (Array.isArray(test)) for (const inner of test) collect(inner, names, depth + 1);
  }
}

const negated = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

function every<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = test(item);
    if (truth === false) return false;
    if (truth === 'unknown') result = truth;
  }
  return result;
}

const some = <T>(items: readonly T[], test: (item: T) => Truth): Truth =>
  negated(every(items, (item) => negated(test(item))));

function compare(answer: Value | null | undefined, test: unknown): Truth {
  if (!isRecord(test)) return answer == null || !isScalar(test) ? 'unknown' : is(answer, test);
  return every(Object.entries(test), ([name, wanted]) => {
    if (wanted === undefined) return true;
    if (name === 'known') return typeof wanted === 'boolean' ? (answer != null) === wanted : 'unknown';
    if (answer == null || !Object.hasOwn(COMPARISONS, name)) return 'unknown';
    return COMPARISONS[name as keyof typeof COMPARISONS](answer, wanted);
  });
}

const COMPARISONS: Record<Exclude<keyof Comparison, 'known'>, (answer: Value, wanted: unknown) => Truth> = {
  in: (answer, wanted) => (Array.isArray(wanted) ? wanted.some((one) => is(answer, one)) : 'unknown'),
  atLeast: (answer, wanted) => ordered(wanted, answer),
  atMost: (answer, wanted) => ordered(answer, wanted),
  between: (answer, wanted) =>
    Array.isArray(wanted)
      ? every([ordered(wanted[0], answer), ordered(answer, wanted[1])], (truth) => truth)
      : 'unknown',
  includes: (answer, wanted) => {
    if (!isScalar(wanted)) return 'unknown';
    if (Array.isArray(answer)) return is(answer, wanted);
    return typeof answer === 'string' ? caseless(answer).includes(caseless(asText(wanted))) : 'unknown';
  },
};

function is(answer: Value, wanted: unknown): boolean {
  if (!isScalar(wanted)) return false;
  const text = asText(wanted);
  if (Array.isArray(answer)) return answer.some((one) => asText(one) === text);
  return isScalar(answer) && asText(answer) === text;
}

/** Whether two numbers stand in this order or are equal; unknown when either is none. */
function ordered(low: unknown, high: unknown): Truth {
  const [a, b] = [asNumber(low), asNumber(high)];
  return Number.isNaN(a) || Number.isNaN(b) ? 'unknown' : a <= b;
}

const isScalar = (thing: unknown): thing is string | number | boolean =>
  typeof thing === 'string' || typeof thing === 'number' || typeof thing === 'boolean';

const asText = (scalar: unknown): string =>
  scalar === true ? 'yes' : scalar === false ? 'no' : String(scalar);

const asNumber = (thing: unknown): number =>
  typeof thing === 'number'
    ? thing
    : typeof thing === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(thing)
      ? Number(thing)
      : NaN;

const caseless = (text: string): string => text.normalize('NFKC').toLowerCase();
