import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accepted, refused, type AnswerRule } from '../../src/formats/accepted.js';

const KEY = 'ab.1';
const ECHO = JSON.stringify({ key: KEY });

describe('an answer counts as received', () => {
  const rows: readonly [string, string, number, string, boolean][] = [
    ['200, by status', 'status', 200, '', true],
    ['204, by status', 'status', 204, '', true],
    ['202 with a page, by status', 'status', 202, '<html>', true],
    ['302, by status', 'status', 302, ECHO, false],
    ['404, by status', 'status', 404, ECHO, false],
    ['500, by status', 'status', 500, ECHO, false],
    ['an opaque answer, by status', 'status', 0, '', false],
    ['200 with the key, by echo', 'echo', 200, ECHO, true],
    ['201 with the key and more, by echo', 'echo', 201, '{"result":"stored","key":"ab.1"}', true],
    ['200 of a Wi-Fi login page, by echo', 'echo', 200, '<!doctype html><title>Welcome</title>', false],
    ['200 with nothing, by echo', 'echo', 200, '', false],
    ['200 with another key, by echo', 'echo', 200, '{"key":"ab.2"}', false],
    ['200 with the key as a text, by echo', 'echo', 200, '"ab.1"', false],
    ['200 with the key in a list, by echo', 'echo', 200, '["ab.1"]', false],
    ['200 with half of it, by echo', 'echo', 200, '{"key":"ab.1"', false],
    ['200 with null, by echo', 'echo', 200, 'null', false],
    ['422 with the key, by echo', 'echo', 422, ECHO, false],
    ['200 with the key, by a rule nobody knows', 'of-tomorrow', 200, ECHO, true],
    ['200, by a rule nobody knows', 'of-tomorrow', 200, '', false],
  ];
  for (const [name, by, status, body, counts] of rows) {
    it(`${name}: ${counts ? 'yes' : 'no'}`, () => assert.equal(accepted(by, { status, body }, KEY), counts));
  }

  it('only from 200 to 299, whatever it says', () => {
    for (let status = 0; status < 700; status += 1) {
      const success = status >= 200 && status < 300;
      assert.equal(accepted('status', { status, body: ECHO }, KEY), success);
      assert.equal(accepted('echo', { status, body: ECHO }, KEY), success);
    }
  });

  it('never because a page gave every object a key', () => {
    const everything: object = Object.getPrototypeOf({});
    Reflect.defineProperty(everything, 'key', { value: KEY, configurable: true });
    try {
      assert.equal(accepted('echo', { status: 200, body: '{}' }, KEY), false);
    } finally {
      Reflect.deleteProperty(everything, 'key');
    }
  });

  it('never by chance, and never with an error', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.oneof(fc.string(), fc.json()), (by, status, body) => {
        if (by !== 'status') assert.equal(accepted(by, { status, body }, KEY), false);
      }),
    );
  });
});

describe('an answer by what it says', () => {
  const rule: AnswerRule = { member: 'status', received: ['sent', true], refused: ['spam', false] };
  const open: AnswerRule = { member: 'status', refused: ['error'] };
  const rows: readonly [string, AnswerRule, number, string, boolean, boolean][] = [
    ['the right word', rule, 200, '{"status":"sent"}', true, false],
    ['another right word', rule, 201, '{"status":true}', true, false],
    ['a word like a right one', rule, 200, '{"status":"true"}', false, false],
    ['a refusal', rule, 200, '{"status":"spam"}', false, true],
    ['another refusal', rule, 200, '{"status":false}', false, true],
    ['a word nobody knows', rule, 200, '{"status":"later"}', false, false],
    ['no word', rule, 200, '{}', false, false],
    ['a page', rule, 200, '<html>', false, false],
    ['nothing', rule, 204, '', false, false],
    ['the right word with an error', rule, 500, '{"status":"sent"}', false, false],
    ['a refusal with an error, which says enough', rule, 400, '{"status":"spam"}', false, false],
    ['anything, where only refusals are named', open, 200, '{"inlineMessage":"Thanks"}', true, false],
    ['nothing, where only refusals are named', open, 204, '', true, false],
    ['a refusal, where only refusals are named', open, 200, '{"status":"error"}', false, true],
  ];
  for (const [name, by, status, body, counts, final] of rows) {
    it(`${name}: ${counts ? 'received' : final ? 'refused' : 'neither'}`, () => {
      assert.equal(accepted(by, { status, body }, KEY), counts);
      assert.equal(refused(by, { status, body }), final);
    });
  }

  it('is never both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, body) => {
        for (const by of [rule, open, 'status', 'echo'] as const) {
          assert.ok(!(accepted(by, { status, body }, KEY) && refused(by, { status, body })));
        }
      }),
    );
  });
});
