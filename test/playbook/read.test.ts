import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJson } from '../../src/playbook/json-read.js';
import { readPlaybook } from '../../src/playbook/read.js';
import { small, textOfFixture, whole } from './fixtures.js';

const lines = (...texts: readonly string[]): string => texts.join('\n');

type Row = readonly [name: string, text: string, code: string, line: number, column: number, cure: string];

const faults: readonly Row[] = [
  ['an empty file', '', 'json.empty', 1, 1, 'Begin with {'],
  ['blank lines only', '\n\n  \n', 'json.empty', 1, 1, 'Begin with {'],
  ['a pasted web page', '\n<!doctype html>\n<html></html>', 'json.web-page', 1, 1, 'error or a login page'],
  ['a program around it', 'export default {"a": 1}', 'json.program', 1, 1, 'from the first { to the last }'],
  ['another format', 'steps:\n  - id: need', 'json.start', 1, 1, 'Begin with {'],
  ['a lone text', '"playbook"', 'json.start', 1, 1, 'Begin with {'],
  ['a file in UTF-16', '\u0000{\u0000}', 'json.encoding', 1, 1, 'UTF-8'],
  ['a file in Latin-1', '{"a": "M\ufffdller"}', 'json.encoding', 1, 9, 'UTF-8'],
  ['curly quotes around a name', '{“a”: 1}', 'json.curly-quotes', 1, 2, 'a straight one: "'],
  ['curly quotes around a text', '{"a": “b”}', 'json.curly-quotes', 1, 7, 'a straight one: "'],
  [
    'a curly quote at the end of a text',
    lines('{', '  "a": "b”,', '  "c": 1', '}'),
    'json.curly-quotes',
    2,
    10,
    'a straight one: "',
  ],
  ['German quotes', '{"a": „b“}', 'json.curly-quotes', 1, 7, 'a straight one: "'],
  ['guillemets', '{"a": «b»}', 'json.curly-quotes', 1, 7, 'a straight one: "'],
  ['single curly quotes', '{"a": ‘b’}', 'json.curly-quotes', 1, 7, 'a straight one: "'],
  ['single quotes', "{'a': 1}", 'json.single-quotes', 1, 2, 'by "'],
  ['an apostrophe inside single quotes', `{"a": 'it's ours', "b": 1}`, 'json.single-quotes', 1, 7, 'by "'],
  [
    'a missing comma between lines',
    lines('{', '  "a": 1', '  "b": 2', '}'),
    'json.missing-comma',
    2,
    9,
    'Put a comma',
  ],
  ['a missing comma in a line', '{"a": [1 2]}', 'json.missing-comma', 1, 9, 'Put a comma'],
  ['a missing comma between objects', '[{"a": 1} {"a": 2}]', 'json.missing-comma', 1, 10, 'Put a comma'],
  ['two commas', '{"a": 1,, "b": 2}', 'json.extra-comma', 1, 9, 'Remove it'],
  ['a comma at the beginning', '[, 1]', 'json.extra-comma', 1, 2, 'Remove it'],
  ['a missing colon', '{"a" 1}', 'json.missing-colon', 1, 6, 'colon between name and value'],
  ['an equals sign', '{"a" = 1}', 'json.character', 1, 6, 'Remove it'],
  ['two colons', '{"a":: 1}', 'json.character', 1, 6, 'Remove it'],
  ['a name without a value', '{"a": , "b": 1}', 'json.missing-value', 1, 7, 'Write a value'],
  ['a name and nothing else', '{"a"}', 'json.missing-value', 1, 5, 'Write a value'],
  ['a value without a name', '{ {"a": 1} }', 'json.missing-name', 1, 3, '[ ] for a list'],
  ['a name in a list', '["a": 1]', 'json.name-in-list', 1, 5, 'Put { }'],
  ['a name without quotes', '{steps: []}', 'json.unquoted-name', 1, 2, '"steps"'],
  ['a text without quotes', '{"a": Just a text}', 'json.unquoted-text', 1, 7, '"Just a text"'],
  ['undefined', '{"a": undefined}', 'json.word', 1, 7, 'Remove the field'],
  ['NaN', '{"a": NaN}', 'json.word', 1, 7, 'Write a number'],
  ['True as other languages write it', '{"a": True}', 'json.word', 1, 7, 'true in small letters'],
  ['None', '{"a": None}', 'json.word', 1, 7, 'Remove the field'],
  ['a leading zero', '{"a": 007}', 'json.number', 1, 7, 'for example 1500'],
  ['a plus sign', '{"a": +5}', 'json.number', 1, 7, 'for example 1500'],
  ['a number that begins with a point', '{"a": .5}', 'json.number', 1, 7, 'for example 1500'],
  ['a number beyond all numbers', '{"a": 1e999}', 'json.number', 1, 7, 'quotation marks'],
  ['a percentage', '{"a": 5%}', 'json.number', 1, 7, 'quotation marks'],
  ['a date without quotes', '{"a": 2026-12-25}', 'json.number', 1, 7, 'quotation marks'],
  [
    'a forgotten quote at the end of a line',
    lines('{', '  "a": "b,', '  "c": 1', '}'),
    'json.unclosed-text',
    2,
    8,
    'Close it with "',
  ],
  ['a forgotten quote at the end of the file', '{"a": "b', 'json.unclosed-text', 1, 7, 'Close it with "'],
  ['a line break inside a text', lines('{"a": "one', 'two", "b": 1}'), 'json.line-break', 1, 11, '\\n'],
  ['a tab inside a text', '{"a": "one\ttwo"}', 'json.tab', 1, 11, '\\t'],
  ['a control character inside a text', '{"a": "one\u0007two"}', 'json.control', 1, 11, 'Delete it'],
  ['a backslash before nothing special', '{"a": "C:\\data"}', 'json.backslash', 1, 10, '\\\\'],
  ['quotes inside a text', '{"a": "say "hello" now",\n"b": 1}', 'json.inner-quote', 1, 12, '\\"'],
  [
    'a bracket closed by the wrong one',
    lines('{', '  "a": [1, 2}', '}'),
    'json.wrong-bracket',
    2,
    13,
    'missing or too many',
  ],
  [
    'a bracket that is never closed',
    lines('{', '  "a": [', '    1'),
    'json.unclosed-bracket',
    2,
    8,
    'Add the ]',
  ],
  ['a bracket too many', '{"a": 1}}', 'json.after-end', 1, 9, 'closing bracket too many'],
  ['something behind the end', '{"a": 1} and more', 'json.after-end', 1, 10, 'Remove what follows'],
  ['a comment without an end', '{"a": 1} /* and', 'json.unclosed-comment', 1, 10, '*/'],
  ['a comment with #', '{"a": 1} # and', 'json.hash-comment', 1, 10, '//'],
  ['a semicolon', '{"a": 1;}', 'json.character', 1, 8, 'Remove it'],
  [
    'a duplicate name',
    lines('{', '  "a": 1,', '  "a": 2', '}'),
    'json.duplicate-name',
    3,
    3,
    'Keep one of them',
  ],
  [
    'a forbidden name',
    '{"__proto__": {"polluted": true}}',
    'playbook.forbidden-name',
    1,
    2,
    'Choose another name',
  ],
  ['lists 10,000 levels deep', '['.repeat(10_000), 'playbook.too-deep', 1, 66, 'bracket'],
  ['objects 10,000 levels deep', '{"a":'.repeat(10_000), 'playbook.too-deep', 1, 326, 'bracket'],
  ['10 MB', `{"a": "${'x'.repeat(10_000_000)}"}`, 'playbook.too-large', 1, 1, 'pictures'],
  ['200,001 values', `[${'1,'.repeat(200_001)}]`, 'playbook.too-large', 1, 400_002, 'several playbooks'],
];

describe('reading a playbook file', () => {
  for (const [name, text, code, line, column, cure] of faults) {
    it(`names ${name}, with line, column and cure`, () => {
      const read = readPlaybook(text);
      assert.equal(read.ok, false);
      const problem = read.problems.find((each) => each.code === code);
      assert.ok(problem, `only found ${JSON.stringify(read.problems.slice(0, 5))}`);
      assert.deepEqual([problem.line, problem.column], [line, column]);
      assert.ok(problem.cure.includes(cure), problem.cure);
      assert.ok(problem.message.endsWith('.'), problem.message);
    });
  }

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
