/** Checks what conditions ask: names that exist, that are known where they are asked, and tests that can hold. */
import type { Condition, Test } from '../playbook/condition.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook } from '../playbook/schema.js';
import { checkTest } from './check-condition-test.js';
import { conditionsOf, type Where } from './conditions-of.js';
import { quote, someOf, type Findings } from './findings.js';
import { namesOf, type Names } from './names.js';

export const checkConditions = (playbook: Playbook, findings: Findings): void => {
  const names = namesOf(playbook);
  for (const { condition, path, where } of conditionsOf(playbook)) {
    walk(condition, path, (name, test, at) => {
      if (isKnownHere(name, at, where, names, findings)) checkTest(name, test, at, names, findings);
    });
  }
};

/** Calls `see` for every name that is tested, however deeply. */
const walk = (
  condition: Condition,
  path: string,
  see: (name: string, test: Test, path: string) => void,
): void => {
  for (const [name, test] of Object.entries(condition)) {
    if (test === undefined) continue;
    const at = pathTo(path, name);
    if (name === 'not') walk(test as Condition, at, see);
    else if (name === 'all' || name === 'any') {
      (test as readonly Condition[]).forEach((inner, i) => walk(inner, pathTo(at, i), see));
    } else see(name, test as Test, at);
  }
};

/** Whether the name stands for something that can be known where the condition is asked. */
const isKnownHere = (
  name: string,
  path: string,
  where: Where,
  names: Names,
  { error, warning }: Findings,
): boolean => {
  // What can be tapped there is looked at with the objections.
  if (where === 'reply' && name === 'explored') return false;
  const answer = names.answer(name);
  if (answer && where !== 'greeting') {
    if (answer.is !== 'silent') return true;
    error(
      'condition.never-answered',
      path,
      `The step ${quote(name)} asks nothing, so there is never an answer to test.`,
      'Test a step that has a question.',
    );
    return false;
  }
  if (answer) {
    warning(
      'condition.too-early',
      path,
      `This is said before the first answer, so ${quote(name)} is never known there.`,
      'Test "arrival", "campaign", "returning" or "variant" here.',
    );
    return false;
  }
  const visit = names.visit(name);
  if (visit?.is === 'words' && visit.words.length === 0) {
    error(
      'condition.no-experiments',
      path,
      'There are no "experiments", so nobody has a variant.',
      'Add "experiments", or test something else.',
    );
    return false;
  }
  if (visit) {
    if (where !== 'product') return true;
    warning(
      'condition.not-here',
      path,
      `${quote(name)} is not known where products are chosen, so this never holds.`,
      'Test answers instead.',
    );
    return false;
  }
  if (where === 'routing' && names.lead(name)) return true;
  if (where === 'routing' && (name === 'country' || name === 'postcode')) {
    warning(
      'condition.never-asked',
      path,
      `Nobody is asked for ${name === 'country' ? 'a country' : 'a postal code'}, so ${quote(name)} is never known.`,
      name === 'country'
        ? 'Add "country" to the fields of the contact card, or a step of kind "country" or "address".'
        : 'Add a step of kind "address", or one with the id "postcode".',
    );
    return false;
  }
  if (!names.standing(name)) {
    error('condition.unknown-name', path, `There is no step ${quote(name)} to test.`, () =>
      didYouMean(name, names.all, `Use the id of a step. Steps: ${someOf(names.answers, 10)}.`),
    );
    return false;
  }
  if (where === 'points') {
    error(
      'points.test-verdict',
      path,
      `Points cannot depend on ${quote(name)}, because it is made of points.`,
      'Test answers here; use scores and slots in "verdicts".',
    );
    return false;
  }
  const isLate =
    where === 'step' ||
    where === 'reply' ||
    where === 'close' ||
    where === 'routing' ||
    (where === 'verdict' && name !== 'verdict');
  if (!isLate) {
    warning(
      'condition.not-here',
      path,
      `${quote(name)} is not known here, so this never holds.`,
      'Test answers instead.',
    );
  }
  return isLate;
};
