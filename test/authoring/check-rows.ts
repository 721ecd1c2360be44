import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkPlaybook } from '../../src/authoring/check.js';
import type { Problem } from '../../src/playbook/error.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { changed, whole, type Change } from '../playbook/fixtures.js';

/** What is wrong, how the sound playbook is changed, and what has to be said about it. */
export type Row = readonly [
  name: string,
  changes: readonly Change[],
  level: Problem['level'],
  code: string,
  path: string,
  message: string,
  cure: string,
];

/** What the check says about the sound playbook with some changes, whose shape has to be sound still. */
export const checkWith = (...changes: readonly Change[]): readonly Problem[] => {
  const parsed = parsePlaybook(changed(whole, ...changes));
  assert.ok(parsed.ok, JSON.stringify(parsed.problems));
  return checkPlaybook(parsed.playbook);
};

/** One test a row. */
export const itFinds = (rows: readonly Row[]): void => {
  for (const [name, changes, level, code, path, message, cure] of rows) {
    it(`finds ${name}`, () => {
      const problems = checkWith(...changes);
      const problem = problems.find((each) => each.code === code && each.path === path);
      assert.ok(problem, `only found ${JSON.stringify(problems)}`);
      assert.equal(problem.level, level);
      assert.ok(problem.message.includes(message), problem.message);
      assert.ok(problem.cure.includes(cure), problem.cure);
    });
  }
};

/** One test a row: changes with which a code must not appear. */
export const itAccepts = (
  code: string,
  rows: readonly (readonly [name: string, changes: readonly Change[]])[],
): void => {
  for (const [name, changes] of rows) {
    it(`accepts ${name}`, () => {
      const codes = checkWith(...changes).filter((problem) => problem.code === code);
      assert.deepEqual(codes, []);
    });
  }
};
