import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { playbookJsonSchema } from '../../src/authoring/playbook-json-schema.js';
import { checkText } from '../../src/authoring/check-text.js';
import { limitProblems } from '../../src/playbook/limits.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { readPlaybook } from '../../src/playbook/read.js';
import { playbookSchema } from '../../src/playbook/schema.js';
import { shapeProblems } from '../../src/playbook/shape.js';
import { hashOf } from '../../src/playbook/hash.js';
import { usable } from '../../src/playbook/usable.js';
import { textOfFixture, whole } from './fixtures.js';

type Json = Record<string, unknown>;

/** Every container in a document, from the outside in. */
const containersIn = (value: unknown): Json[] =>
  typeof value === 'object' && value !== null
    ? [value as Json, ...Object.values(value).flatMap(containersIn)]
    : [];

const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'end',
    'need',
    0,
    -1,
    1e21,
    [],
    {},
    [[]],
    [{}],
    '\u0000',
    '{company}',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    { need: 'fleet' },
    { not: {} },
    { all: [{}] },
    { bikes: { atLeast: 1 } },
    { in: [1] },
  ),
);
const oddNames = fc.oneof(
  fc.constantFrom(
    'go',
    'when',
    'id',
    'ask',
    'kind',
    'options',
    'next',
    'all',
    'not',
    'toString',
    'valueOf',
    'aks',
  ),
  fc.string({ maxLength: 12 }).filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
);

/** Changes one place: replaces a value, removes it, adds one, or puts one part of the document in place of another. */
const mutated = fc
  .array(
    fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'graft'), oddValues, oddNames),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const copy = structuredClone(whole) as unknown as Json;
    for (const [where, which, how, odd, name] of changes) {
      const value = structuredClone(odd);
      const containers = containersIn(copy);
      const container = containers[where % containers.length] ?? copy;
      const keys = Object.keys(container);
      const key = keys[which % Math.max(1, keys.length)] ?? name;
      if (how === 'replace') container[key] = value;
      else if (how === 'add' && Array.isArray(container)) container.push(value);
      else if (how === 'add') container[name] = value;
      else if (how === 'graft') container[key] = structuredClone(containers[which % containers.length]);
      else if (Array.isArray(container)) container.splice(which % Math.max(1, keys.length), 1);
      else delete container[key];
    }
    return copy;
  });

const isNamed = ({
  code,
  message,
  cure,
  level,
}: ReturnType<typeof parsePlaybook>['problems'][number]): boolean =>
  /^[a-z]+(-[a-z]+)*\.[a-zA-Z]+(-[a-z]+)*$/.test(code) &&
  message.length > 5 &&
  cure.length > 3 &&
  ['error', 'warning', 'info'].includes(level);

describe('any playbook', () => {
  it('is taken or gets named errors, through 1,000 random changes', () => {
    fc.assert(
      fc.property(mutated, (input) => {
        const parsed = parsePlaybook(input);
        assert.ok(
          parsed.problems.every(isNamed),
          JSON.stringify(parsed.problems.find((problem) => !isNamed(problem))),
        );
        if (parsed.ok) assert.deepEqual(parsed.playbook, input);
        else assert.ok(parsed.problems.some((problem) => problem.level === 'error'));
      }),
      { numRuns: 1000 },
    );
  });

  it('is explained exactly where valibot and the published JSON Schema refuse it', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const fitsJsonSchema = ajv.compile(playbookJsonSchema());
    fc.assert(
      fc.property(mutated, (input) => {
        const isExplained = shapeProblems(playbookSchema, input).length > 0;
        assert.equal(fitsJsonSchema(input), !isExplained, JSON.stringify(fitsJsonSchema.errors));
        // The other way round does not hold: valibot reads a list as an object.
        if (!isExplained) assert.ok(v.is(playbookSchema, input));
        if (!v.is(playbookSchema, input)) assert.ok(isExplained);
      }),
      { numRuns: 1000 },
    );
  });

  it('passes the quick look whenever it passes the whole check', () => {
    fc.assert(
      fc.property(mutated, (input) => {
        if (parsePlaybook(input).ok) assert.equal(usable(input), true);
      }),
      { numRuns: 500 },
    );
  });

  it('can be anything at all without anything being thrown', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSparseArray: true,
          withNullPrototype: true,
        }),
        (input) => {
          assert.equal(parsePlaybook(input).ok, false);
          assert.equal(usable(input), false);
          assert.match(hashOf(input), /^[\da-f]{16}$/);
          assert.ok(Array.isArray(limitProblems(input)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('any text', () => {
  const text = textOfFixture('whole');

  it('is read or gets named errors with line and column, through 1,000 random cuts and insertions', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\n',
        "'",
        '\\',
        '//',
        '/*',
        '*/',
        '\t',
        '\u00a0',
        '#',
        'undefined',
        '"id": 1,',
      ),
      fc.string({ maxLength: 5 }),
    );
    const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(30), pieces), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, (changes) => {
        const spoilt = changes.reduce(
          (now, [at, cut, piece]) => now.slice(0, at) + piece + now.slice(at + cut),
          text,
        );
        const { playbook, problems } = checkText(spoilt);
        assert.ok(
          problems.every(
            (problem) => isNamed(problem) && (problem.line ?? 0) >= 1 && (problem.column ?? 0) >= 1,
          ),
        );
        assert.ok(playbook !== undefined || problems.some((problem) => problem.level === 'error'));
      }),
      { numRuns: 1000 },
    );
  });

  it('that is JSON is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (json, space) => {
        const spaced = JSON.stringify(JSON.parse(json), null, space);
        const isContainer = /^[[{]/.test(spaced);
        const { problems } = readPlaybook(spaced);
        const textFaults = problems.filter(({ code }) => code.startsWith('json.'));
        if (isContainer) assert.deepEqual(textFaults, []);
      }),
      { numRuns: 500 },
    );
  });
});
