import { describe } from 'node:test';
import type { Condition } from '../../src/playbook/condition.js';
import type { Change } from '../playbook/fixtures.js';
import { itFinds, type Row } from './check-rows.js';

const POINTS = 'qualification.points[0].when';
const inPoints = (when: Condition): readonly Change[] => [[POINTS, when]];

/** Rows about a condition of the points; the path is relative to it. */
const points = (
  name: string,
  when: Condition,
  code: string,
  path: string,
  message: string,
  cure: string,
): Row => [name, inPoints(when), 'error', code, `${POINTS}${path}`, message, cure];

describe('the check of conditions', () => {
  itFinds([
    points(
      'a name that is no step',
      { biks: 5 },
      'condition.unknown-name',
      '.biks',
      'no step "biks"',
      'Did you mean "bikes"?',
    ),
    points(
      'a name that is near nothing',
      { zzz: 5 },
      'condition.unknown-name',
      '.zzz',
      'no step "zzz"',
      'Steps: "need", "story"',
    ),
    points(
      'a field that the card does not ask for',
      { 'contact.phone': 'x' },
      'condition.unknown-name',
      '["contact.phone"]',
      'contact.phone',
      'Did you mean',
    ),
    points(
      'a name inside "not", "any" and "all"',
      { not: { any: [{ all: [{ biks: 5 }] }] } },
      'condition.unknown-name',
      '.not.any[0].all[0].biks',
      '"biks"',
      '"bikes"',
    ),
    points(
      'a step that asks nothing',
      { thanks: 'x' },
      'condition.never-answered',
      '.thanks',
      'asks nothing',
      'has a question',
    ),
    points(
      'a value that no option has',
      { need: 'flet' },
      'condition.unknown-value',
      '.need',
      'never "flet"',
      'Did you mean "fleet"?',
    ),
    points(
      'a label in place of a value',
      { need: { in: ['fleet', 'A repair'] } },
      'condition.unknown-value',
      '.need.in[1]',
      'never "A repair"',
      'Did you mean "repair"?',
    ),
    points(
      'a value that no choice includes',
      { extras: { includes: 'lock' } },
      'condition.unknown-value',
      '.extras.includes',
      'never includes "lock"',
      'Did you mean "locks"?',
    ),
    points(
      'a number compared with a word',
      { bikes: 'many' },
      'condition.impossible',
      '.bikes',
      'it is a number',
      '{"atLeast": 5}',
    ),
    points(
      'a choice compared with a number',
      { need: { atLeast: 5 } },
      'condition.impossible',
      '.need.atLeast',
      'not a number',
      '"in"',
    ),
    points(
      'a number that includes something',
      { bikes: { includes: '5' } },
      'condition.impossible',
      '.bikes.includes',
      'neither',
      '"between"',
    ),
    points(
      'more than the step takes',
      { bikes: { atLeast: 501 } },
      'condition.impossible',
      '.bikes.atLeast',
      'from 1 to 500',
      '"max" of the step',
    ),
    points(
      'less than the step takes',
      { bikes: { atMost: 0 } },
      'condition.impossible',
      '.bikes.atMost',
      'from 1 to 500',
      'Change the number',
    ),
    points(
      'bounds the wrong way round',
      { bikes: { between: [20, 5] } },
      'condition.impossible',
      '.bikes.between',
      'at least 20 and at most 5',
      'Swap',
    ),
    points(
      'a whole card compared with a text',
      { contact: 'Avery' },
      'condition.impossible',
      '.contact',
      'a whole contact card',
      '"contact.name"',
    ),
    points(
      'a consent compared with a word',
      { news: 'maybe' },
      'condition.impossible',
      '.news',
      'yes or no',
      'true or false',
    ),
    points(
      'points that depend on the score',
      { score: { atLeast: 5 } },
      'points.test-verdict',
      '.score',
      'made of points',
      '"verdicts"',
    ),
    points(
      'points that depend on the verdict',
      { verdict: 'qualified' },
      'points.test-verdict',
      '.verdict',
      'made of points',
      'Test answers',
    ),
    points(
      'points that depend on slots',
      { slotsYes: { atLeast: 1 } },
      'points.test-verdict',
      '.slotsYes',
      'made of points',
      'Test answers',
    ),
    points(
      'a way to arrive that does not exist',
      { arrival: 'post' },
      'condition.unknown-value',
      '.arrival',
      'never "post"',
      'Possible: "ad", "newsletter"',
    ),
  ]);
});
