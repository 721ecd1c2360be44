import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Condition } from '../../src/playbook/condition.js';
import { type Facts, holds, namesIn, type Truth } from '../../src/flow/conditions.js';
import type { Value } from '../../src/flow/log.js';
import { conditions } from './arbitrary.js';

const known: Readonly<Record<string, Value | null>> = {
  role: 'decide',
  sites: 12,
  text: 'Two Freezers failed',
  digits: '12',
  tools: ['alarms', '5'],
  none: [],
  customer: true,
  contact: { name: 'Priya', email: 'priya@northfold.example' },
  'contact.email': 'priya@northfold.example',
  skipped: null,
};
const facts: Facts = (name) => (Object.hasOwn(known, name) ? known[name] : undefined);

const rows: readonly (readonly [name: string, condition: unknown, expected: Truth])[] = [
  ['no condition', undefined, true],
  ['an empty condition', {}, true],
  ['a bare value that is it', { role: 'decide' }, true],
  ['a bare value that is not it', { role: 'research' }, false],
  ['a bare number', { sites: 12 }, true],
  ['a number written as text', { sites: '12' }, true],
  ['yes for true', { customer: 'yes' }, true],
  ['true for true', { customer: true }, true],
  ['no for true', { customer: 'no' }, false],
  ['a bare value in a list', { tools: 'alarms' }, true],
  ['a bare number in a list', { tools: 5 }, true],
  ['a bare value not in a list', { tools: 'audits' }, false],
  ['a bare value against a contact card', { contact: 'Priya' }, false],
  ['a field of a contact card', { 'contact.email': 'priya@northfold.example' }, true],
  ['something unanswered', { budget: 'a' }, 'unknown'],
  ['something skipped', { skipped: 'a' }, 'unknown'],
  ['several names, all true', { role: 'decide', sites: 12 }, true],
  ['several names, one false', { role: 'decide', sites: 1, budget: 'a' }, false],
  ['several names, one unknown', { role: 'decide', budget: 'a' }, 'unknown'],
  ['in, one of them', { role: { in: ['recommend', 'decide'] } }, true],
  ['in, none of them', { role: { in: ['recommend'] } }, false],
  ['in, an empty list', { role: { in: [] } }, false],
  ['in, a list answer with one of them', { tools: { in: ['alarms', 'x'] } }, true],
  ['atLeast, just', { sites: { atLeast: 12 } }, true],
  ['atLeast, not quite', { sites: { atLeast: 12.1 } }, false],
  ['atMost, just', { sites: { atMost: 12 } }, true],
  ['atMost, too many', { sites: { atMost: 11 } }, false],
  ['between, both ends included', { sites: { between: [12, 12] } }, true],
  ['between, outside', { sites: { between: [1, 11] } }, false],
  ['two comparisons mean and', { sites: { atLeast: 5, atMost: 10 } }, false],
  ['numbers compare as numbers, not as texts', { sites: { atLeast: 5 } }, true],
  ['atLeast on a text of digits', { digits: { atLeast: 5 } }, true],
  ['atLeast on words', { role: { atLeast: 5 } }, 'unknown'],
  ['not atLeast on words', { not: { role: { atLeast: 5 } } }, 'unknown'],
  ['atLeast on a list', { tools: { atLeast: 1 } }, 'unknown'],
  ['includes, in a list', { tools: { includes: 'alarms' } }, true],
  ['includes, not in a list', { tools: { includes: 'alarm' } }, false],
  ['includes, in an empty list', { none: { includes: 'alarms' } }, false],
  ['includes, in a text, whatever the case', { text: { includes: 'freezers' } }, true],
  ['includes, not in a text', { text: { includes: 'alarm' } }, false],
  ['includes, on a number', { sites: { includes: '1' } }, 'unknown'],
  ['known, and it is', { sites: { known: true } }, true],
  ['known, and it is not', { budget: { known: true } }, false],
  ['not known, and it is not', { budget: { known: false } }, true],
  ['known, but skipped', { skipped: { known: true } }, false],
  ['known beside an unknown comparison', { budget: { known: false, atLeast: 5 } }, 'unknown'],
  ['known false beside an unknown comparison', { budget: { known: true, atLeast: 5 } }, false],
  ['all of nothing', { all: [] }, true],
  ['any of nothing', { any: [] }, false],
  ['all, one unknown', { all: [{ role: 'decide' }, { budget: 'a' }] }, 'unknown'],
  ['all, one false', { all: [{ budget: 'a' }, { role: 'x' }] }, false],
  ['any, one true', { any: [{ budget: 'a' }, { role: 'decide' }] }, true],
  ['any, one unknown', { any: [{ budget: 'a' }, { role: 'x' }] }, 'unknown'],
  ['not true', { not: { role: 'decide' } }, false],
  ['not false', { not: { role: 'x' } }, true],
  ['not unknown', { not: { budget: 'a' } }, 'unknown'],
  ['all beside a name', { all: [{ sites: 12 }], role: 'x' }, false],
  ['a misspelt comparison', { sites: { atleast: 5 } }, 'unknown'],
  ['a comparison named like a method', { sites: { toString: 5 } }, 'unknown'],
  ['a name from the prototype', { toString: 'x', constructor: 'y' }, 'unknown'],
  ['a condition that is a text', 'role', 'unknown'],
  ['a condition that is null', null, 'unknown'],
  ['a condition that is a list', [{ role: 'decide' }], 'unknown'],
  ['all that is no list', { all: { role: 'decide' } }, 'unknown'],
  ['a test that is null', { role: null }, 'unknown'],
  ['a test that is a list', { role: ['decide'] }, 'unknown'],
  ['between that is no pair', { sites: { between: 5 } }, 'unknown'],
  ['in that is no list', { sites: { in: 12 } }, 'unknown'],
  ['known that is no yes or no', { sites: { known: 'yes' } }, 'unknown'],
];

describe('a condition', () => {
  for (const [name, condition, expected] of rows)
    it(`${name} is ${expected}`, () => assert.equal(holds(condition as Condition, facts), expected));

  it('nested deeper than any playbook may nest is unknown, not a crash', () => {
    let condition: Condition = { role: 'decide' };
    for (let i = 0; i < 100_000; i++) condition = { not: condition };
    assert.equal(holds(condition, facts), 'unknown');
    assert.deepEqual(namesIn(condition), []);
  });

  it('names what it tests, each once', () => {
    const condition: Condition = {
      all: [{ a: 1 }, { not: { 'contact.email': { known: true } } }],
      any: [{ a: 2, b: { atLeast: 1 } }],
      c: true,
    };
    assert.deepEqual(namesIn(condition), ['a', 'contact.email', 'b', 'c']);
    assert.deepEqual(namesIn(undefined), []);
  });
});

const values: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom('a', 'b', 'yes', '7'),
  fc.integer({ min: 0, max: 9 }),
  fc.boolean(),
  fc.subarray(['a', 'b', 'c']),
);
const answers = fc.dictionary(
  fc.constantFrom('need', 'sites', 'role', 'contact', 'more', 'news', 'contact.email', 'score'),
  values,
);
const factsOf =
  (given: Readonly<Record<string, Value>>): Facts =>
  (name) =>
    Object.hasOwn(given, name) ? given[name] : undefined;

describe('the laws of conditions', () => {
  it('never takes unknown for no: what is decided stays so, whatever is answered later', () => {
    fc.assert(
      fc.property(conditions(false), answers, answers, (condition, some, more) => {
        const early = holds(condition, factsOf(some));
        if (early !== 'unknown') assert.equal(holds(condition, factsOf({ ...more, ...some })), early);
      }),
      { numRuns: 2000 },
    );
  });

  it('a condition and its negation never both fire, and are unknown together', () => {
    fc.assert(
      fc.property(conditions(), answers, (condition, given) => {
        const [one, other] = [holds(condition, factsOf(given)), holds({ not: condition }, factsOf(given))];
        assert.equal(other, one === 'unknown' ? 'unknown' : !one);
      }),
      { numRuns: 1000 },
    );
  });

  it('any is not all of the opposites', () => {
    fc.assert(
      fc.property(fc.array(conditions(), { maxLength: 4 }), answers, (parts, given) => {
        const all = { not: { all: parts.map((part) => ({ not: part })) } };
        assert.equal(holds({ any: parts }, factsOf(given)), holds(all, factsOf(given)));
      }),
    );
  });

  it('answers anything with true, false or unknown and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), answers, (condition, given) => {
        assert.ok([true, false, 'unknown'].includes(holds(condition as Condition, factsOf(given))));
        namesIn(condition as Condition);
      }),
      { numRuns: 1000 },
    );
  });
});
