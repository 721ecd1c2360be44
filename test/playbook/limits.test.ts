import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitProblems } from '../../src/playbook/limits.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { small } from './fixtures.js';

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = wrap(value);
  return value;
};
const circle = (): unknown => {
  const value: Record<string, unknown> = { ...small };
  value.booth = { again: value };
  return value;
};
const explosion = (): unknown => {
  let value: unknown[] = ['x'];
  for (let i = 0; i < 60; i++) value = [value, value];
  return value;
};
class Visit {
  page = '/';
}

const rows: readonly (readonly [name: string, input: unknown, code: string, path: string])[] = [
  [
    'objects 10,000 levels deep',
    { ...small, booth: nested(10_000, (inner) => ({ a: inner })) },
    'playbook.too-deep',
    `booth${'.a'.repeat(64)}`,
  ],
  ['lists 10,000 levels deep', nested(10_000, (inner) => [inner]), 'playbook.too-deep', '[0]'.repeat(65)],
  [
    'a condition 10,000 levels deep',
    { steps: nested(10_000, (inner) => ({ not: inner })) },
    'playbook.too-deep',
    `steps${'.not'.repeat(64)}`,
  ],
  [
    'more than 200,000 values',
    { ...small, booth: { list: Array.from({ length: 200_001 }, (_, i) => i) } },
    'playbook.too-large',
    '',
  ],
  [
    'a list that claims to be endless',
    { ...small, booth: { list: new Array(4_000_000_000) } },
    'playbook.too-large',
    '',
  ],
  ['a few objects that unfold to 2^60', { ...small, booth: { list: explosion() } }, 'playbook.too-large', ''],
  ['10 MB of text', { ...small, booth: { text: 'x'.repeat(10_000_000) } }, 'playbook.too-large', ''],
  ['10 MB of names', { ...small, booth: { ['x'.repeat(10_000_000)]: 1 } }, 'playbook.too-large', ''],
  ['something that contains itself', circle(), 'playbook.circular', 'booth.again'],
  [
    '__proto__ as a name',
    JSON.parse('{"__proto__": {"polluted": true}}'),
    'playbook.forbidden-name',
    '__proto__',
  ],
  [
    'constructor as a name',
    { ...small, offers: { constructor: {} } },
    'playbook.forbidden-name',
    'offers.constructor',
  ],
  ['prototype as a name', { texts: { prototype: {} } }, 'playbook.forbidden-name', 'texts.prototype'],
  ['a function', { ...small, booth: { run: () => 1 } }, 'playbook.not-data', 'booth.run'],
  ['a date object', { ...small, booth: { at: new Date(0) } }, 'playbook.not-data', 'booth.at'],
  ['an object of a class', { ...small, company: new Visit() }, 'playbook.not-data', 'company'],
  ['a number that is none', { ...small, booth: { n: Number.NaN } }, 'playbook.not-data', 'booth.n'],
  ['a hole in a list', { ...small, steps: [undefined] }, 'playbook.not-data', 'steps[0]'],
  ['a big integer', { ...small, booth: { n: 5n } }, 'playbook.not-data', 'booth.n'],
];

describe('the limits of a playbook', () => {
  for (const [name, input, code, path] of rows) {
    it(`refuse ${name} by name`, () => {
      const parsed = parsePlaybook(input);
      assert.equal(parsed.ok, false);
      assert.deepEqual(
        parsed.problems.map((problem) => ({ code: problem.code, path: problem.path })),
        [{ code, path }],
      );
      assert.ok(parsed.problems.every((problem) => problem.message && problem.cure));
    });
  }

  it('name every forbidden name, not only the first', () => {
    const input = JSON.parse('{"a": {"__proto__": 1}, "b": [{"constructor": 2}], "prototype": 3}');
    assert.deepEqual(
      limitProblems(input).map((problem) => problem.path),
      ['a.__proto__', 'b[0].constructor', 'prototype'],
    );
  });

  it('leave nothing behind on Object.prototype', () => {
    parsePlaybook(
      JSON.parse('{"__proto__": {"polluted": true}, "texts": {"__proto__": {"polluted": true}}}'),
    );
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('let 10,000 steps pass', () => {
    const steps = Array.from({ length: 10_000 }, (_, i) => ({
      id: `step${i}`,
      ask: 'And then?',
      kind: 'text',
    }));
    const parsed = parsePlaybook({ ...small, steps });
    assert.deepEqual(parsed.problems, []);
    assert.ok(parsed.ok);
    assert.equal(parsed.playbook.steps.length, 10_000);
  });

  it('let fields pass that are there but undefined', () => {
    assert.equal(parsePlaybook({ ...small, version: undefined }).ok, true);
  });

  it('let objects without a prototype pass', () => {
    assert.equal(parsePlaybook(Object.assign(Object.create(null), small)).ok, true);
  });

  it('hold when the input fights back', () => {
    const throwing = {
      ...small,
      get company(): never {
        throw new Error('no');
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const input of [throwing, proxy]) {
      const parsed = parsePlaybook(input);
      assert.equal(parsed.ok, false);
      assert.equal(parsed.problems[0]?.code, 'playbook.unreadable');
    }
  });

  it('list 500 problems and say that there are more', () => {
    const steps = Array.from({ length: 2_000 }, (_, i) => ({ id: `step${i}`, aks: 'x' }));
    const { problems } = parsePlaybook({ ...small, steps });
    assert.equal(problems.length, 501);
    assert.equal(problems.at(-1)?.code, 'playbook.too-many-problems');
  });
});
