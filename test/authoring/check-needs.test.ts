import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Change } from '../playbook/fixtures.js';
import { checkWith, itAccepts, itFinds } from './check-rows.js';

const need = (more: object): Change => [
  'needs',
  [{ answer: 'bikes', atMost: 'most', because: 'it carries all', otherwise: 'up to {limit}', ...more }],
];
const attributes = (value: unknown): Change => ['products[0].attributes', value];
const most = attributes({ most: 200 });
const second = (more: object): Change => [
  'products[1]',
  {
    id: 'cargo',
    name: 'Cargo fleet',
    fits: [{ when: { need: 'fleet' }, because: 'you carry loads' }],
    ...more,
  },
];

describe('what answers ask of products', () => {
  itFinds([
    [
      'a step that is not there',
      [most, need({ answer: 'bikse' })],
      'error',
      'need.unknown-step',
      'needs[0].answer',
      '"bikse"',
      'bikes',
    ],
    [
      'a factor that is no number',
      [most, need({ times: 'need' })],
      'error',
      'need.times-no-number',
      'needs[0].times',
      '"need"',
      'kind "number"',
    ],
    [
      'no comparison',
      [most, need({ atMost: undefined })],
      'error',
      'need.comparison',
      'needs[0]',
      'compares nothing',
      '"atMost"',
    ],
    [
      'two comparisons',
      [most, need({ is: 'most' })],
      'error',
      'need.comparison',
      'needs[0]',
      'in 2 ways',
      'one of',
    ],
    [
      'an attribute that no product has',
      [most, need({ atMost: 'mots' })],
      'error',
      'need.unknown-attribute',
      'needs[0].atMost',
      '"mots"',
      'most',
    ],
    [
      'an attribute that is no number',
      [attributes({ most: 'many' }), need({})],
      'error',
      'need.attribute-no-number',
      'needs[0].atMost',
      '"most"',
      'Write a number',
    ],
    [
      'an answer that is no number',
      [most, need({ answer: 'need' })],
      'error',
      'need.answer-no-number',
      'needs[0].answer',
      '"need"',
      '"values"',
    ],
    [
      'an attribute that is no list',
      [attributes({ most: 'many' }), need({ atMost: undefined, in: 'most' })],
      'warning',
      'need.attribute-no-list',
      'needs[0].in',
      '"most"',
      'Write a list',
    ],
    [
      'words that are nearly right',
      [attributes({ most: 'a' }), need({ atMost: undefined, is: 'most', tolerance: 1 })],
      'warning',
      'need.tolerance-unused',
      'needs[0].tolerance',
      'numbers',
      'Remove',
    ],
    [
      'a must without words',
      [most, need({ must: true, otherwise: undefined })],
      'warning',
      'need.otherwise-missing',
      'needs[0]',
      'what it lacks',
      '"otherwise"',
    ],
    [
      'a value that is no option',
      [most, need({ answer: 'need', values: { flet: 1 } })],
      'warning',
      'need.unknown-option',
      'needs[0].values.flet',
      '"flet"',
      'fleet',
    ],
    [
      'prices in two currencies',
      [second({ price: { from: 1, currency: 'EUR' } }), need({ atMost: undefined, atLeast: 'price' })],
      'warning',
      'need.currencies',
      'needs[0].atLeast',
      'EUR',
      'one currency',
    ],
    [
      'an attribute nobody looks at',
      [most],
      'info',
      'product.attribute-unused',
      'products[0].attributes.most',
      '"most"',
      'needs',
    ],
  ]);

  it('accepts what can be compared', () => {
    const problems = checkWith(most, need({ must: true, tolerance: 0.2, weight: 0 }));
    assert.deepEqual(
      problems.filter(({ code }) => /^(?:need|product)\./.test(code)),
      [],
    );
  });
});

describe('products and the answers that lead to them', () => {
  itFinds([
    [
      'a product no answers lead to',
      [second({ only: { bikes: { atLeast: 10_000 } } })],
      'warning',
      'product.never-shown',
      'products[1]',
      '"Cargo fleet"',
      '"fits"',
    ],
    [
      'answers that rule everything out',
      [['products[0].only', { bikes: { atMost: 3 } }]],
      'warning',
      'products.none-fit',
      'products',
      'bikes: 500',
      'no "only"',
    ],
    [
      'answers that leave near misses',
      [most, ['products[0].only', undefined], need({ must: true })],
      'info',
      'products.near-miss',
      'products',
      'bikes: 500',
      'Add a product',
    ],
  ]);
  const never: Change = second({ fits: [] });
  itAccepts('product.never-shown', [['a product that is second', [never]]]);
});
