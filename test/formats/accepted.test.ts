import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accepted } from '../../src/formats/accepted.js';

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
