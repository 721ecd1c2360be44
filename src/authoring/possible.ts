/**
 * What a condition can come to when not every answer is known: a bound from outside, never too narrow. With
 * it the check can say "this can end as qualified" without trying every conversation.
 */
import { holds, type Truth } from '../flow/conditions.js';
import type { Value } from '../flow/log.js';
import type { Condition, Test } from '../playbook/condition.js';
import { isObject } from '../playbook/unchecked.js';

/** What a name can be. Neither `values` nor `range`: anything. */
export interface Possible {
  /** Whether it is answered on every way, on some, or on none. */
  readonly answered: 'always' | 'maybe' | 'never';
  readonly values?: readonly Value[];
  /** Smallest and largest number, both included. */
  readonly range?: readonly [number, number];
}

export type Possibilities = (name: string) => Possible;

/** The outcomes that are possible. */
export type Outcomes = ReadonlySet<Truth>;

const ALWAYS: Outcomes = new Set<Truth>([true]);

/** Every outcome that the condition can have. */
export const outcomesOf = (condition: Condition | undefined, possible: Possibilities): Outcomes =>
  condition === undefined
    ? ALWAYS
    : every(
        Object.entries(condition).map(([name, test]) => {
          if (test === undefined) return ALWAYS;
          if (name === 'not') return negated(outcomesOf(test as Condition, possible));
          if (name !== 'all' && name !== 'any') return outcomesOfTest(test as Test, possible(name));
          const inner = (test as readonly Condition[]).map((one) => outcomesOf(one, possible));
          return name === 'all' ? every(inner) : negated(every(inner.map(negated)));
        }),
      );

const negated = (outcomes: Outcomes): Outcomes =>
  new Set([...outcomes].map((truth): Truth => (truth === 'unknown' ? truth : !truth)));

const every = (all: readonly Outcomes[]): Outcomes => {
  const outcomes = new Set<Truth>();
  if (all.every((each) => each.has(true))) outcomes.add(true);
  if (all.some((each) => each.has(false))) outcomes.add(false);
  if (all.some((each) => each.has('unknown'))) outcomes.add('unknown');
  return outcomes;
};

const outcomesOfTest = (test: Test, { answered, values, range }: Possible): Outcomes => {
  const outcomes = new Set<Truth>();
  const candidates = values ?? (range && numbersWorthTrying(test, range));
  const tryWith = (value: Value | undefined) => outcomes.add(holds({ answer: test }, () => value));
  if (answered !== 'always') tryWith(undefined);
  if (answered !== 'never') {
    if (candidates) for (const value of candidates) tryWith(value);
    else if (isObject(test) && Object.keys(test).join() === 'known') tryWith('');
    else outcomes.add(true).add(false).add('unknown');
  }
  return outcomes;
};

/** The ends of the range, and the numbers of the test with their neighbours, as far as they are in the range. */
const numbersWorthTrying = (test: Test, [low, high]: readonly [number, number]): readonly number[] => {
  const parts = isObject(test) ? Object.values(test).flat() : [test];
  const named = parts.map(Number).filter(Number.isFinite);
  const near = named.flatMap((number) => [number - 1, number, number + 1]);
  return [low, high, ...near.filter((number) => number > low && number < high)];
};
