import { describe } from 'node:test';
import { itAccepts, itFinds, type Row } from './check-rows.js';

/** A step in the place of one that only says something. */
const asking = (step: object): Row[1] => [['steps[8]', { id: 'asked', ask: 'And?', ...step }]];
const two = [
  { value: 'a', label: 'A', text: true },
  { value: 'b', label: 'B', text: true },
];

describe('the check of what answers are bound to', () => {
  itFinds([
    [
      'a slider without an end',
      asking({ kind: 'number', slider: true, min: 1 }),
      'error',
      'step.slider-bounds',
      'steps[8].slider',
      'where it begins and ends',
      'Add "min" and "max"',
    ],
    [
      'a currency that is none',
      asking({ kind: 'number', currency: 'EUX' }),
      'error',
      'step.currency-unknown',
      'steps[8].currency',
      '"EUX" is no currency',
      '"EUR"',
    ],
    [
      'money with a unit',
      asking({ kind: 'number', currency: 'EUR', unit: 'euros' }),
      'warning',
      'step.unit-and-currency',
      'steps[8].unit',
      'no other unit',
      'Remove "unit"',
    ],
    [
      'steps of no size',
      asking({ kind: 'number', slider: true, min: 0, max: 9, step: 0 }),
      'error',
      'step.step-size',
      'steps[8].step',
      'lead nowhere',
      'above 0',
    ],
    [
      'steps without a slider',
      asking({ kind: 'number', step: 5 }),
      'warning',
      'step.field-unused',
      'steps[8].step',
      'without a slider',
      '"slider": true',
    ],
    [
      'a rating that goes too far',
      asking({ kind: 'rating', max: 11 }),
      'error',
      'step.rating-max',
      'steps[8].max',
      'up to 11',
      'from 2 to 10',
    ],
    [
      'a first day after the last',
      asking({ kind: 'date', earliest: '2026-12-31', latest: '2026-01-01' }),
      'error',
      'step.bounds',
      'steps[8].earliest',
      'no day fits',
      'Swap',
    ],
    [
      'a day that is in no calendar',
      asking({ kind: 'date', latest: '2026-02-30' }),
      'error',
      'step.day-unknown',
      'steps[8].latest',
      '"2026-02-30"',
      'a day that exists',
    ],
    [
      'two options that ask for words',
      asking({ options: two }),
      'error',
      'option.text-twice',
      'steps[8].options[1].text',
      'Only one option',
      'from the others',
    ],
    [
      'words beside yes',
      asking({ kind: 'yesNo', options: [{ value: 'yes', label: 'Yes', text: true }] }),
      'warning',
      'option.text-unused',
      'steps[8].options[0].text',
      'kind "yesNo"',
      '"choice"',
    ],
    [
      'a street on a contact card',
      asking({ kind: 'contact', fields: ['email', 'street'] }),
      'error',
      'step.field-unknown',
      'steps[8].fields[1]',
      '"street" is no field of a contact card',
      '"phone"',
    ],
    [
      'an e-mail in an address',
      asking({ kind: 'address', fields: ['email?'] }),
      'error',
      'step.field-unknown',
      'steps[8].fields[0]',
      '"email" is no field of an address',
      '"street"',
    ],
    [
      'a business rule for a text',
      asking({ business: 'require' }),
      'warning',
      'step.field-unused',
      'steps[8].business',
      '"business" does nothing',
      '"email"',
    ],
  ]);

  itAccepts('step.bounds', [
    ['days from today on', asking({ kind: 'date', earliest: 'today', latest: '2027-12-31' })],
    ['one single day', asking({ kind: 'date', earliest: '2026-12-31', latest: '2026-12-31' })],
  ]);
  itAccepts('step.rating-max', [
    ['ten stars', asking({ kind: 'rating', max: 10, ends: ['Not at all', 'Very much'] })],
    ['a number of eleven', asking({ kind: 'number', max: 11 })],
  ]);
  itAccepts('option.text-twice', [['one option with words', asking({ options: two.slice(1) })]]);
  itAccepts('step.field-unused', [
    [
      'everything a slider of money has',
      asking({ kind: 'number', slider: true, min: 0, max: 9, step: 3, currency: 'EUR' }),
    ],
    ['a work address on a card', asking({ kind: 'contact', business: 'prefer' })],
  ]);
});
