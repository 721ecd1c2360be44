import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJson } from '../../src/playbook/json-read.js';
import { readPlaybook } from '../../src/playbook/read.js';
import { small, textOfFixture, whole } from './fixtures.js';

const lines = (...texts: readonly string[]): string => texts.join('\n');

describe('reading a playbook file', () => {
  for (const [name, text, value] of [
    ['comments to the end of the line', '// first\n{"a": 1} // last', { a: 1 }],
    ['comments in between', '{/* a */"a"/* b */:/* c */1/* d */}', { a: 1 }],
    [
      'what looks like a comment inside a text',
      '{"a": "https://a.example/*b*/"}',
      { a: 'https://a.example/*b*/' },
    ],
    ['a comma before a closing bracket', '{"a": [1, 2,], "b": {"c": 3,},}', { a: [1, 2], b: { c: 3 } }],
    ['a byte order mark', '\ufeff{"a": 1}', { a: 1 }],
    ['Windows line ends', '{\r\n"a": 1\r\n}', { a: 1 }],
    ['every escape', '{"a": "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"}', { a: '"\\/\b\f\n\r\té😀' }],
    ['every form of number', '[0, -1, 2.5, 1e3, -1.5E-2]', [0, -1, 2.5, 1000, -0.015]],
    ['every word', '[true, false, null]', [true, false, null]],
  ] as const) {
    it(`accepts ${name}`, () => {
      const json = readJson(text);
      assert.deepEqual(json.problems, []);
      assert.deepEqual(json.value, value);
    });
  }

  it('warns of invisible characters between values, once, and reads on', () => {
    const json = readJson('{\u00a0"a":\u200b1,\u00a0"b": 2}');
    assert.deepEqual(json.value, { a: 1, b: 2 });
    assert.deepEqual(
      json.problems.map(({ level, code, line, column }) => ({ level, code, line, column })),
      [{ level: 'warning', code: 'json.invisible', line: 1, column: 2 }],
    );
  });

  it('reads the playbooks of these tests as JSON.parse does', () => {
    assert.deepEqual(readJson(textOfFixture('small')).value, small);
    assert.deepEqual(readJson(textOfFixture('whole')).value, whole);
    const read = readPlaybook(textOfFixture('whole'));
    assert.ok(read.ok);
    assert.deepEqual(read.problems, []);
  });

  it('accepts a whole playbook with comments and commas at the end', () => {
    const text = textOfFixture('small')
      .replace('"steps": [', '// The conversation\n"steps": [ /* three */')
      .replace(/\}\s*$/, ',}');
    const read = readPlaybook(text);
    assert.ok(read.ok);
    assert.deepEqual(read.playbook, small);
  });

  it('gives line and column for what is wrong with the shape: of the name, the value, or what lacks it', () => {
    const text = lines(
      '{',
      '  "format": 1, "id": "x", "language": 5,',
      '  "compny": {},',
      '  "steps": [',
      '    {"ask": "x"}',
      '  ]',
      '}',
    );
    const places = new Map(
      readPlaybook(text).problems.map(({ path, line, column }) => [path, [line, column]]),
    );
    assert.deepEqual(places.get('language'), [2, 39]);
    assert.deepEqual(places.get('compny'), [3, 3]);
    assert.deepEqual(places.get('steps[0].id'), [5, 5]);
    assert.deepEqual(places.get('company'), [1, 1]);
  });

  it('names faults of the text and of the shape in one go, in the order of the text', () => {
    const text = textOfFixture('small')
      .replace('"format": 1,', '"format": 1')
      .replace('"ask": "How', '"aks": "How');
    assert.deepEqual(
      readPlaybook(text).problems.map(({ code }) => code),
      ['json.missing-comma', 'field.unknown'],
    );
  });

  it('says nothing about a value that it had to guess', () => {
    const text = textOfFixture('small').replace('"max": 500', '"max": undefined');
    assert.deepEqual(
      readPlaybook(text).problems.map(({ code, path }) => ({ code, path })),
      [{ code: 'json.word', path: 'steps[1].max' }],
    );
  });

  it('names every curly quote of a file that a word processor got hold of', () => {
    const text = '{\n“id”: “a”,\n“language”: “en”\n}';
    const found = readPlaybook(text).problems.filter(({ code }) => code === 'json.curly-quotes');
    assert.deepEqual(
      found.map(({ line }) => line),
      [2, 2, 3, 3],
    );
  });

  it('places problems that were found later', () => {
    const read = readPlaybook(textOfFixture('small'));
    const later = {
      level: 'error',
      code: 'step.unknown-target',
      path: 'steps[1].kind',
      message: '',
      cure: '',
    } as const;
    const { line, column } = read.locate(later);
    const row = textOfFixture('small').split('\n')[(line ?? 0) - 1] ?? '';
    assert.ok(row.slice((column ?? 0) - 1).startsWith('"number"'));
  });

  it('names steps beyond the limits, however the file is spoilt', () => {
    for (const text of [
      '@'.repeat(4_000_000),
      '“'.repeat(4_000_000),
      `{"a": "${'\n'.repeat(1_000_000)}`,
      '{"a" '.repeat(500_000),
      '/**/'.repeat(1_000_000),
      `{"a": "${'\\q'.repeat(1_000_000)}`,
    ]) {
      const { ok, problems } = readPlaybook(text);
      assert.equal(ok, false);
      assert.ok(problems.length > 0 && problems.length <= 501);
    }
  });
});
