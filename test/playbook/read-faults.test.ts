import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlaybook } from '../../src/playbook/read.js';

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
  ['200,001 values', `[${'1,'.repeat(200_001)}]`, 'playbook.too-large', 1, 400_000, 'several playbooks'],
];

describe('a fault in the text of a playbook', () => {
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
});
