import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hashOf } from '../../src/playbook/hash.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { changed, small, whole } from './fixtures.js';

/** The same content with its keys the other way round. */
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, member]) => [key, turned(member)]),
        )
      : value;

describe('hashOf', () => {
  it('stays what it was, because leads that were sent refer to it', () => {
    assert.deepEqual(
      [hashOf(small), hashOf(whole), hashOf({})],
      ['a0e6d8b97dcb1827', 'bfa74ddae6e0d025', '3ff9b36c15085d34'],
    );
  });

  it('does not depend on the order of keys, nor on fields that are undefined', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        assert.equal(hashOf(turned(content)), hashOf(content));
        assert.equal(hashOf({ ...content, '-absent-': undefined }), hashOf(content));
      }),
    );
  });

  it('is the same before and after the check', () => {
    const parsed = parsePlaybook(whole);
    assert.ok(parsed.ok);
    assert.equal(hashOf(parsed.playbook), hashOf(whole));
  });

  it('is the same with and without the part that stays with the receiver', () => {
    assert.equal(
      hashOf(changed(whole, ['private', { notes: 'Call first.' }], ['$schema', undefined])),
      hashOf(whole),
    );
  });

  for (const [name, change] of [
    ['one letter', ['steps[0].ask', 'What brings you to {company}!']],
    ['a number', ['steps[2].max', 501]],
    ['a number into a text', ['steps[2].max', '500']],
    ['the order of a list', ['routing.takeTurns', ['south', 'north']]],
    ['a list into its only text', ['welcome.hide', '/careers*']],
    ['a field that goes', ['steps[2].why', undefined]],
    ['an empty list that comes', ['steps[2].options', []]],
  ] as const) {
    it(`changes with ${name}`, () => {
      assert.notEqual(hashOf(changed(whole, change)), hashOf(whole));
    });
  }

  it('keeps 100,000 versions apart', () => {
    const seen = new Set<string>();
    for (let version = 0; version < 100_000; version++) seen.add(hashOf({ version }));
    assert.equal(seen.size, 100_000);
  });

  it('ends on circles and on depths that no check has seen', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = [circle, circle];
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = { deep };
    assert.match(hashOf(circle), /^[\da-f]{16}$/);
    assert.match(hashOf(deep), /^[\da-f]{16}$/);
  });
});
