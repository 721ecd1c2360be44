import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { changed, whole, type Change } from './fixtures.js';

/** What is wrong, how the sound playbook is changed, and what has to be said about it. */
export type Row = readonly [
  name: string,
  changes: readonly Change[],
  code: string,
  path: string,
  message: string,
  cure: string,
];

/** One test a row. */
export const itExplains = (rows: readonly Row[]): void => {
  for (const [name, changes, code, path, message, cure] of rows) {
    it(`is named with path and cure: ${name}`, () => {
      const { ok, problems } = parsePlaybook(changed(whole, ...changes));
      assert.equal(ok, false);
      const problem = problems.find((each) => each.code === code && each.path === path);
      assert.ok(problem, `only found ${JSON.stringify(problems)}`);
      assert.equal(problem.level, 'error');
      assert.ok(problem.message.includes(message), problem.message);
      assert.ok(problem.cure.includes(cure), problem.cure);
    });
  }
};
