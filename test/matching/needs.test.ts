import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../../src/flow/log.js';
import { readNeeds } from '../../src/matching/needs.js';
import { recommend } from '../../src/matching/recommend.js';
import type { Need, Product } from '../../src/playbook/schema.js';
import { answered, playbookWith } from '../qualification/answered.js';

const PRODUCTS: readonly Product[] = [
  {
    id: 'kit',
    name: 'Kit',
    price: { from: 49, currency: 'GBP' },
    attributes: { maxSites: 20, rooms: ['freezer', 'chilled'], records: false },
  },
  {
    id: 'suite',
    name: 'Suite',
    price: { from: 89, currency: 'GBP' },
    attributes: { maxSites: 200, rooms: ['freezer', 'chilled', 'van'], records: true },
  },
  { id: 'advice', name: 'Advice' },
];
const SITES: Need = {
  answer: 'sites',
  atMost: 'maxSites',
  must: true,
  because: 'it covers your sites',
  otherwise: 'it is made for up to {limit} sites',
};
const BUDGET: Need = {
  answer: 'budget',
  atLeast: 'price',
  times: 'sites',
  values: { low: 200, high: 1000 },
  tolerance: 0.5,
  weight: 2,
  because: 'it stays in your budget',
  otherwise: 'it costs more than you had in mind',
};
const ROOMS: Need = { answer: 'rooms', in: 'rooms', because: 'it fits your rooms' };
const RECORDS: Need = { answer: 'records', is: 'records', because: 'it keeps records' };

type Values = { readonly [step: string]: Value | null };
const found = (values: Values, needs: readonly Need[], products: readonly Product[] = PRODUCTS) =>
  recommend(playbookWith([], undefined, { products, needs }), answered(values), readNeeds);
const fitOf = (product: string, values: Values, ...needs: readonly Need[]) =>
  found(values, needs).find((one) => one.product === product)?.fit;

describe('needs', () => {
  const rows: readonly [string, Values, Need, number | undefined][] = [
    ['a number at most the attribute', { sites: 20 }, { ...SITES, must: false }, 1],
    ['a number above it', { sites: 21 }, { ...SITES, must: false }, 0],
    ['a number above it, halfway through the tolerance', { sites: 22 }, { ...SITES, tolerance: 0.2 }, 0.5],
    ['a number at the end of the tolerance', { sites: 24 }, { ...SITES, must: false, tolerance: 0.2 }, 0],
    ['a budget for one site', { budget: 'low', sites: 4 }, BUDGET, 1],
    ['a budget a quarter short', { budget: 98, sites: 2.5 }, BUDGET, 0.5],
    ['a budget far too short', { budget: 'low', sites: 12 }, BUDGET, 0],
    ['a word among several', { rooms: 'chilled' }, ROOMS, 1],
    ['a word that is not among them', { rooms: 'van' }, ROOMS, 0],
    ['several words of which some are', { rooms: ['freezer', 'van'] }, ROOMS, 0.5],
    ['several words of which none was chosen', { rooms: [] }, ROOMS, 1],
    ['yes or no', { records: false }, RECORDS, 1],
    ['yes or no, not so', { records: true }, RECORDS, 0],
  ];
  for (const [name, values, need, fit] of rows) {
    it(`compare ${name}`, () =>
      assert.ok(Math.abs((fitOf('kit', values, need) ?? NaN) - (fit ?? NaN)) < 1e-9));
  }

  it('leave out of the fit what was not answered, or is not said of the product', () => {
    assert.equal(fitOf('kit', { rooms: 'van' }, ROOMS, RECORDS), 0);
    assert.equal(fitOf('kit', { rooms: 'van', records: false }, ROOMS, RECORDS), 0.5);
    const advice = found({ rooms: 'van', budget: 'high' }, [ROOMS, BUDGET, SITES]).at(-1);
    assert.deepEqual(advice, {
      product: 'advice',
      name: 'Advice',
      fit: 0,
      matched: [],
      unmet: [],
      relaxed: [],
      unknown: ['it fits your rooms', 'it stays in your budget', 'it covers your sites'],
    });
  });

  const rested: readonly [string, Values, Need, 'matched' | 'unmet' | 'unknown' | null][] = [
    ['an answer that fits', { rooms: 'van' }, ROOMS, 'matched'],
    ['an answer that does not', { rooms: 'attic' }, ROOMS, 'unmet'],
    ['a question that nobody answered', {}, ROOMS, 'unknown'],
    ['a question that was skipped', { rooms: null }, ROOMS, 'unknown'],
    ['several of which none was chosen', { rooms: [] }, ROOMS, null],
    ['a budget without the number of sites', { budget: 'high' }, BUDGET, 'unknown'],
    ['an option without a number', { budget: 'unsure', sites: 3 }, BUDGET, 'unknown'],
  ];
  for (const [name, values, need, where] of rested) {
    it(`sort a reason that rests on ${name}`, () => {
      const [suite] = found(values, [need], PRODUCTS.slice(1, 2));
      const { matched = [], unmet = [], unknown = [] } = suite ?? {};
      const said = { matched: [], unmet: [], unknown: [], ...(where && { [where]: [need.because] }) };
      assert.deepEqual({ matched, unmet, unknown }, said);
    });
  }

  it('fall with the price above the ceiling, so that dearer products come later and never sooner', () => {
    const dearer = (from: number): Product => ({
      id: `p${from}`,
      name: String(from),
      price: { from, currency: 'GBP' },
    });
    const products = [300, 250, 220, 201, 200, 100].map(dearer);
    const sorted = found({ budget: 'low', sites: 1 }, [BUDGET], products);
    assert.deepEqual(
      sorted.map(({ product }) => product),
      ['p200', 'p100', 'p201', 'p220', 'p250', 'p300'],
    );
    assert.deepEqual(sorted[3]?.unmet, ['it costs more than you had in mind']);
  });

  it('let go of products that fail a must, as long as one is left', () => {
    const ids = (values: Values) => found(values, [SITES, RECORDS]).map(({ product }) => product);
    assert.deepEqual(ids({ sites: 30 }), ['suite', 'advice']);
    assert.deepEqual(ids({ sites: 12 }), ['kit', 'suite', 'advice']);
  });

  it('show what comes nearest when none is left, and say what it lacks', () => {
    const two = PRODUCTS.slice(0, 2);
    const near = found({ sites: 300, records: false }, [SITES, { ...RECORDS, must: true }], two);
    assert.deepEqual(
      near.map(({ product, relaxed }) => [product, relaxed]),
      [
        ['kit', ['it is made for up to 20 sites']],
        ['suite', ['it is made for up to 200 sites', 'it keeps records']],
      ],
    );
  });

  it('are no reason where a must has no weight, until it fails', () => {
    const condition = { ...SITES, weight: 0 };
    const [kit] = found({ sites: 12 }, [condition], PRODUCTS.slice(0, 1));
    assert.deepEqual([kit?.matched, kit?.fit, kit && 'unknown' in kit], [[], 0, false]);
    assert.equal(found({}, [condition], PRODUCTS.slice(0, 1))[0]?.unknown, undefined);
    const [near] = found({ sites: 30 }, [condition], PRODUCTS.slice(0, 1));
    assert.deepEqual(near?.relaxed, ['it is made for up to 20 sites']);
  });

  it('never bring back what `only` rules out', () => {
    const only = { sites: { atMost: 100 } };
    const products = PRODUCTS.slice(0, 2).map((product) => ({ ...product, only }));
    assert.deepEqual(found({ sites: 300 }, [SITES], products), []);
  });

  it('say what was nearly enough for a must, and keep the product', () => {
    const [kit] = found({ sites: 22 }, [{ ...SITES, tolerance: 0.2 }], PRODUCTS.slice(0, 1));
    assert.deepEqual([kit?.relaxed, kit?.fit], [['it is made for up to 20 sites'], 0.5]);
  });

  it('give the same list for the same answers in any order, with a fit between 0 and 1', () => {
    const value = fc.constantFrom<Value | null>(
      'low',
      'high',
      'van',
      ['freezer', 'van'],
      5,
      25,
      300,
      true,
      null,
    );
    const values = fc.dictionary(fc.constantFrom('sites', 'budget', 'rooms', 'records'), value);
    fc.assert(
      fc.property(values, fc.subarray([SITES, BUDGET, ROOMS, RECORDS]), (given, needs) => {
        const playbook = playbookWith([], undefined, { products: PRODUCTS, needs });
        const answers = [...answered(given)];
        const one = recommend(playbook, new Map(answers), readNeeds);
        assert.deepEqual(recommend(playbook, new Map(answers.toReversed()), readNeeds), one);
        assert.ok(one.length > 0 && one.every(({ fit }) => fit >= 0 && fit <= 1));
        assert.ok(one.every(({ relaxed = [] }) => relaxed.length === 0) || needs.includes(SITES));
      }),
    );
  });

  it('survive what nobody checked', () => {
    const anything = fc.anything({ maxDepth: 2 });
    const names = [
      'answer',
      'is',
      'in',
      'atLeast',
      'atMost',
      'values',
      'times',
      'tolerance',
      'weight',
      'must',
    ];
    const need = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.constantFrom('a', 'b', 'price'), anything),
    );
    const product = fc.dictionary(
      fc.constantFrom('id', 'attributes', 'price'),
      fc.oneof(anything, fc.dictionary(fc.constantFrom('a', 'b', 'from'), anything)),
    );
    fc.assert(
      fc.property(fc.array(need), fc.array(product), (needs, products) => {
        for (const { fit } of found(
          { a: 5, b: 'x' },
          needs as unknown as Need[],
          products as unknown as Product[],
        )) {
          assert.ok(fit >= 0 && fit <= 1);
        }
      }),
    );
  });
});
