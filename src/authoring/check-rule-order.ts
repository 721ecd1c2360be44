/** Checks the order of the rules for owners: one that stands behind a wider one never decides anything. */
import type { Comparison, Condition, Scalar, Test } from '../playbook/condition.js';
import type { Playbook, Routing } from '../playbook/schema.js';
import { isObject } from '../playbook/unchecked.js';
import { stretchOf } from '../routing/postcodes.js';
import { quote, type Findings } from './findings.js';

export type Rule = NonNullable<Routing['rules']>[number];

export interface PlacedRule {
  readonly rule: Rule;
  readonly path: string;
}

/** Every rule in the order in which they are tried: the private ones first. */
export const rulesOf = ({ routing, private: hidden }: Playbook): readonly PlacedRule[] => [
  ...(hidden?.rules ?? []).map((rule, i) => ({ rule, path: `private.rules[${i}]` })),
  ...(routing?.rules ?? []).map((rule, i) => ({ rule, path: `routing.rules[${i}]` })),
];

export const checkRuleOrder = (playbook: Playbook, { warning }: Findings): void => {
  const rules = rulesOf(playbook);
  rules.forEach(({ rule, path }, i) => {
    const before = rules.slice(0, i).find((earlier) => isWider(earlier.rule, rule));
    if (!before) return;
    warning(
      'routing.rule-never',
      path,
      `This rule never decides: whatever it is for, ${before.path} (${quote(before.rule.because)}) takes first.`,
      'Move it up, or make the one before it narrower.',
    );
  });
};

/** Whether a rule holds for every lead that the other holds for, as far as that can be seen from outside. */
const isWider = (wide: Rule, narrow: Rule): boolean =>
  hasPostcodesOf(wide, narrow) && (!wide.when || (!!narrow.when && follows(narrow.when, wide.when)));

const hasPostcodesOf = ({ postcodes: wide }: Rule, { postcodes: narrow }: Rule): boolean =>
  !wide || (!!narrow && narrow.every((line) => wide.some((one) => one === line || isBeginning(one, line))));

/** "SW" and "1" take all that "SW4" and "10" do; of stretches only the same counts. */
const isBeginning = (one: string, line: string): boolean => {
  const [wide, narrow] = [stretchOf(one), stretchOf(line)];
  if (!wide || !narrow || wide.from !== wide.to || narrow.from !== narrow.to) return false;
  const { letters, digits, rest } = wide.from;
  if (letters !== narrow.from.letters || rest !== '') return false;
  return digits === '' ? letters !== '' : letters === '' && narrow.from.digits.startsWith(digits);
};

/** Whether the second condition holds wherever the first does. Nested conditions count only where they are equal. */
const follows = (given: Condition, wanted: Condition): boolean =>
  Object.entries(wanted).every(([name, test]) => {
    const said = given[name];
    if (test === undefined) return true;
    if (said === undefined) return false;
    if (JSON.stringify(said) === JSON.stringify(test)) return true;
    return !['all', 'any', 'not'].includes(name) && testFollows(said as Test, test as Test);
  });

const testFollows = (given: Test, wanted: Test): boolean => {
  const [said, asked] = [valuesOf(given), valuesOf(wanted)];
  if (asked) return !!said && said.every((value) => asked.includes(value));
  const [low, high] = boundsOf(wanted);
  if (!isObject(wanted) || Object.keys(wanted).some((key) => !BOUNDS.includes(key))) return false;
  const numbers = said?.map(Number);
  const [least, most] = numbers ? [Math.min(...numbers), Math.max(...numbers)] : boundsOf(given);
  return least >= low && most <= high;
};

const BOUNDS = ['atLeast', 'atMost', 'between'];

/** The values of a test that says nothing else than which it may be. */
const valuesOf = (test: Test): readonly string[] | undefined => {
  if (!isObject(test)) return [String(test)];
  const { in: values } = test as Comparison;
  return values && Object.keys(test).length === 1 ? values.map((value: Scalar) => String(value)) : undefined;
};

const boundsOf = (test: Test): readonly [number, number] => {
  if (!isObject(test)) return [-Infinity, Infinity];
  const { atLeast = -Infinity, atMost = Infinity, between = [-Infinity, Infinity] } = test as Comparison;
  return [Math.max(atLeast, between[0] ?? -Infinity), Math.min(atMost, between[1] ?? Infinity)];
};
