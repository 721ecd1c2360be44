import { describe } from 'node:test';
import { itExplains } from './shape-rows.js';

describe('a condition of the wrong shape', () => {
  itExplains([
    [
      'a test that does not exist',
      [['qualification.points[0].when', { bikes: { atleast: 5 } }]],
      'condition.unknown-test',
      'qualification.points[0].when.bikes.atleast',
      '"atleast" is not a test',
      'Did you mean "atLeast"?',
    ],
    [
      'a test of another tool',
      [['qualification.points[0].when', { bikes: { gte: 5 } }]],
      'condition.unknown-test',
      'qualification.points[0].when.bikes.gte',
      '"gte"',
      'Did you mean "atLeast"?',
    ],
    [
      'an equals sign as a test',
      [['qualification.points[0].when', { need: { eq: 'fleet' } }]],
      'condition.unknown-test',
      'qualification.points[0].when.need.eq',
      '"eq"',
      'a bare value means "is"',
    ],
    [
      'a list as a test',
      [['qualification.points[0].when', { need: ['fleet', 'repair'] }]],
      'field.type',
      'qualification.points[0].when.need',
      'but it is a list',
      'Write {"in": ["fleet","repair"]}',
    ],
    [
      'null as a test',
      [['qualification.points[0].when', { need: null }]],
      'field.type',
      'qualification.points[0].when.need',
      'but it is null',
      '{"known": false}',
    ],
    [
      'a test inside "not"',
      [['qualification.points[0].when', { not: { need: { on: 1 } } }]],
      'condition.unknown-test',
      'qualification.points[0].when.not.need.on',
      '"on"',
      'Did you mean "in"?',
    ],
    [
      'a test deep inside "any" and "all"',
      [['qualification.points[0].when', { any: [{ all: [{ bikes: { atLeats: 1 } }] }] }]],
      'condition.unknown-test',
      'qualification.points[0].when.any[0].all[0].bikes.atLeats',
      '"atLeats"',
      'Did you mean "atLeast"?',
    ],
    [
      '"all" without a list',
      [['qualification.points[0].when', { all: { need: 'fleet' } }]],
      'field.type',
      'qualification.points[0].when.all',
      'a list of conditions',
      'Put square brackets',
    ],
    [
      '"between" with one number',
      [['qualification.points[0].when', { bikes: { between: [1] } }]],
      'field.value',
      'qualification.points[0].when.bikes.between',
      'should have 2 entries, but it has 1',
      '[5, 20]',
    ],
  ]);
});
