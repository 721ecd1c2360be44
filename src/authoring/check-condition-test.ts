/** Checks one test of a condition: whether what its name stands for can ever be like that. */
import type { Comparison, Scalar, Test } from '../playbook/condition.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import { isObject } from '../playbook/unchecked.js';
import { quote, someOf, type Findings } from './findings.js';
import type { Meaning, Names } from './names.js';

export const checkTest = (name: string, test: Test, path: string, names: Names, findings: Findings): void => {
  const meaning = names.answer(name) ?? names.visit(name) ?? names.standing(name) ?? names.lead(name);
  if (!meaning) return;
  if (!isObject(test)) {
    checkValue(name, test as Scalar, path, meaning, findings);
    return;
  }
  const comparison = test as Comparison;
  if (Object.keys(comparison).length === 0) {
    findings.warning(
      'condition.empty-test',
      path,
      'This test asks nothing, so it always holds.',
      'Say what the answer must be.',
    );
  }
  comparison.in?.forEach((value, i) =>
    checkValue(name, value, pathTo(pathTo(path, 'in'), i), meaning, findings),
  );
  if (comparison.includes !== undefined)
    checkIncludes(name, comparison.includes, pathTo(path, 'includes'), meaning, findings);
  checkBounds(name, comparison, path, meaning, findings);
};

/** Whether a name can be exactly this. */
const checkValue = (
  name: string,
  value: Scalar,
  path: string,
  meaning: Meaning,
  { error }: Findings,
): void => {
  const never = (why: string, cure: string) =>
    error('condition.impossible', path, `${quote(name)} is never ${JSON.stringify(value)}: ${why}.`, cure);
  switch (meaning.is) {
    case 'words': {
      const { words } = meaning;
      if (words.includes(String(value))) return;
      error(
        'condition.unknown-value',
        path,
        `${quote(name)} is never ${JSON.stringify(value)}: there is no such value.`,
        () => didYouMean(String(value), words, `Possible: ${someOf(words, 10)}.`),
      );
      return;
    }
    case 'number':
      if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))) return;
      never('it is a number', 'Compare it with a number, for example {"atLeast": 5}.');
      return;
    case 'yesNo':
      if (typeof value === 'boolean' || value === 'yes' || value === 'no') return;
      never('it is yes or no', 'Write true or false.');
      return;
    case 'card':
      never(
        'it is a whole contact card',
        `Test one of its fields, for example "${name}.${meaning.fields[0] ?? 'email'}".`,
      );
      return;
  }
};

const checkIncludes = (
  name: string,
  part: string,
  path: string,
  meaning: Meaning,
  { error }: Findings,
): void => {
  if (meaning.is === 'text') return;
  if (meaning.is === 'words') {
    const holds = (word: string) =>
      meaning.isList ? word === part : word.toLowerCase().includes(part.toLowerCase());
    if (meaning.words.some(holds)) return;
    error(
      'condition.unknown-value',
      path,
      `${quote(name)} never includes ${quote(part)}: there is no such value.`,
      () => didYouMean(part, meaning.words, `Possible: ${someOf(meaning.words, 10)}.`),
    );
    return;
  }
  error(
    'condition.impossible',
    path,
    `"includes" is for texts and for several choices; ${quote(name)} is neither.`,
    meaning.is === 'number' ? 'Use "atLeast", "atMost" or "between".' : 'Write the value itself.',
  );
};

const checkBounds = (
  name: string,
  test: Comparison,
  path: string,
  meaning: Meaning,
  { error }: Findings,
): void => {
  const { atLeast, atMost, between } = test;
  const key = atLeast !== undefined ? 'atLeast' : atMost !== undefined ? 'atMost' : 'between';
  const [low = -Infinity, high = Infinity] = between ?? [];
  const least = Math.max(low, atLeast ?? -Infinity);
  const most = Math.min(high, atMost ?? Infinity);
  if (least === -Infinity && most === Infinity) return;
  const at = pathTo(path, key);
  const isNumeric =
    meaning.is === 'number' ||
    meaning.is === 'text' ||
    (meaning.is === 'words' &&
      meaning.words.some((word) => word.trim() !== '' && Number.isFinite(Number(word))));
  if (!isNumeric) {
    const message = `${quote(name)} is not a number, so ${quote(key)} never holds.`;
    error('condition.impossible', at, message, 'Use a bare value or "in" to compare words.');
  } else if (least > most) {
    error(
      'condition.impossible',
      at,
      `Nothing is at least ${least} and at most ${most}.`,
      'Swap the two numbers.',
    );
  } else if (
    meaning.is === 'number' &&
    (least > (meaning.max ?? Infinity) || most < (meaning.min ?? -Infinity))
  ) {
    error(
      'condition.impossible',
      at,
      `${quote(name)} takes answers from ${meaning.min ?? 'any number'} to ${meaning.max ?? 'any number'} only, so this never holds.`,
      'Change the number here, or "min" and "max" of the step.',
    );
  }
};
