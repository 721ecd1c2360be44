import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../../src/flow/log.js';
import { recommend } from '../../src/matching/recommend.js';
import type { Condition } from '../../src/playbook/condition.js';
import type { Product } from '../../src/playbook/schema.js';
import { answered, playbookWith } from '../qualification/answered.js';

const PRODUCTS: readonly Product[] = [
  {
    id: 'probe-kit',
    name: 'Probe Kit',
    only: { sites: { atMost: 20 } },
    fits: [
      { when: { need: 'alarms' }, weight: 3, because: 'you notice too late' },
      { when: { door: true }, because: 'doors stand open' },
    ],
  },
  {
    id: 'audit-suite',
    name: 'Audit Suite',
    fits: [
      { when: { need: 'audits' }, weight: 3, because: 'paper logs cost you time' },
      { when: { sites: { atLeast: 10 } }, because: 'you run many sites' },
    ],
  },
  { id: 'advice', name: 'Advice' },
];

type Values = { readonly [step: string]: Value | null };
const fitting = (values: Values, products: readonly Product[] = PRODUCTS) =>
  recommend(playbookWith([], undefined, { products }), answered(values));
const order = (values: Values, products?: readonly Product[]) =>
  fitting(values, products).map((product) => product.product);

describe('recommendations', () => {
  it('are none without products', () => {
    assert.deepEqual(recommend(playbookWith([]), answered({ need: 'alarms' })), []);
  });

  it('say what speaks for a product, what speaks against it, and how much of what is known', () => {
    assert.deepEqual(fitting({ need: 'alarms', sites: 12, door: false }), [
      {
        product: 'probe-kit',
        name: 'Probe Kit',
        fit: 3 / 4,
        matched: ['you notice too late'],
        unmet: ['doors stand open'],
        relaxed: [],
      },
      {
        product: 'audit-suite',
        name: 'Audit Suite',
        fit: 1 / 4,
        matched: ['you run many sites'],
        unmet: ['paper logs cost you time'],
        relaxed: [],
      },
      { product: 'advice', name: 'Advice', fit: 0, matched: [], unmet: [], relaxed: [] },
    ]);
  });

  const rows: readonly [string, Values, readonly string[]][] = [
    ['keep the order of the playbook while nothing is known', {}, ['probe-kit', 'audit-suite', 'advice']],
    ['put the greater weight that holds first', { need: 'audits' }, ['audit-suite', 'probe-kit', 'advice']],
    ['leave out what is ruled out', { sites: 21 }, ['audit-suite', 'advice']],
    ['keep what may still be ruled out', { sites: null }, ['probe-kit', 'audit-suite', 'advice']],
    ['drop the unanswered from the fit', { need: 'alarms' }, ['probe-kit', 'audit-suite', 'advice']],
  ];
  for (const [name, values, products] of rows) {
    it(name, () => assert.deepEqual(order(values), products));
  }

  const fit = (when: Condition): Product => ({ id: 'one', name: 'One', fits: [{ when, because: 'so' }] });
  const silent: readonly [string, Values, Condition, 'matched' | 'unmet' | 'unknown' | null][] = [
    ['an answer that fits', { need: 'alarms' }, { need: 'alarms' }, 'matched'],
    ['an answer that does not', { need: 'audits' }, { need: 'alarms' }, 'unmet'],
    ['a question that nobody answered', {}, { need: 'alarms' }, 'unknown'],
    ['the same denied', {}, { not: { need: 'alarms' } }, 'unknown'],
    ['a question that was skipped', { need: null }, { need: 'alarms' }, 'unknown'],
    ['a number that nobody gave', {}, { sites: { atLeast: 5 } }, 'unknown'],
    ['one answer where another is open', { need: 'alarms' }, { need: 'alarms', sites: 5 }, 'unknown'],
    [
      'either of two where one is open',
      { need: 'alarms' },
      { any: [{ need: 'alarms' }, { sites: 5 }] },
      'matched',
    ],
    ['nothing but that nobody answered', {}, { need: { known: false } }, null],
    ['nothing but that nobody answered, denied', {}, { need: { known: true } }, null],
    ['an answer beside an open question', { need: 'a' }, { need: 'a', sites: { known: false } }, 'matched'],
    ['that it is known', { need: 'alarms' }, { need: { known: true } }, 'matched'],
  ];
  for (const [name, values, when, where] of silent) {
    it(`sort a reason that rests on ${name}`, () => {
      const [found] = fitting(values, [fit(when)]);
      const { matched = [], unmet = [], unknown = [] } = found ?? {};
      const said = { matched: [], unmet: [], unknown: [], ...(where && { [where]: ['so'] }) };
      assert.deepEqual({ matched, unmet, unknown }, said);
    });
  }

  it('break ties by fit, then by the order of the playbook', () => {
    const product = (id: string, ...weights: readonly number[]): Product => ({
      id,
      name: id,
      fits: weights.map((weight, i) => ({ when: { need: i === 0 ? 'a' : 'b' }, weight, because: id })),
    });
    const products = [
      product('half', 2, 2),
      product('whole', 2),
      product('other-half', 2, 2),
      product('more', 3, 9),
    ];
    assert.deepEqual(order({ need: 'a' }, products), ['more', 'whole', 'half', 'other-half']);
  });

  it('never depend on the order of the answers, and only a false must rules out', () => {
    const value = fc.constantFrom<Value | null>('alarms', 'audits', 5, 15, 25, true, false, null);
    const values = fc.dictionary(fc.constantFrom('need', 'sites', 'door'), value);
    fc.assert(
      fc.property(values, (given) => {
        const answers = [...answered(given)];
        const playbook = playbookWith([], undefined, { products: PRODUCTS });
        const found = recommend(playbook, new Map(answers));
        assert.deepEqual(recommend(playbook, new Map(answers.toReversed())), found);
        assert.equal(found.length, typeof given.sites === 'number' && given.sites > 20 ? 2 : 3);
        assert.ok(found.every(({ fit }) => fit >= 0 && fit <= 1));
      }),
    );
  });

  it('survive products that nobody checked', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const product = fc.dictionary(fc.constantFrom('id', 'name', 'only', 'fits'), anything);
    const fits = fc.array(fc.dictionary(fc.constantFrom('when', 'weight', 'because'), anything));
    fc.assert(
      fc.property(fc.array(fc.oneof(product, fc.record({ fits }))), (products) => {
        for (const { fit } of fitting({ need: 'alarms' }, products as unknown as Product[])) {
          assert.ok(fit >= 0 && fit <= 1);
        }
      }),
    );
  });
});
