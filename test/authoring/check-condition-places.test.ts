import { describe } from 'node:test';
import type { Condition } from '../../src/playbook/condition.js';
import type { Change } from '../playbook/fixtures.js';
import { itAccepts, itFinds } from './check-rows.js';

const POINTS = 'qualification.points[0].when';
const inPoints = (when: Condition): readonly Change[] => [[POINTS, when]];

describe('the check of where conditions stand', () => {
  itFinds([
    [
      'a test that asks nothing',
      inPoints({ bikes: {} }),
      'warning',
      'condition.empty-test',
      `${POINTS}.bikes`,
      'always holds',
      'Say what',
    ],
    [
      'a variant where nothing is tried out',
      inPoints({ variant: 'b' }),
      'error',
      'condition.no-experiments',
      `${POINTS}.variant`,
      'no "experiments"',
      'Add "experiments"',
    ],
    [
      'a verdict that depends on the verdict',
      [['qualification.verdicts[0].when', { verdict: 'qualified' }]],
      'warning',
      'condition.not-here',
      'qualification.verdicts[0].when.verdict',
      'not known here',
      'Test answers',
    ],
    [
      'a product that depends on the score',
      [['products[0].only', { score: 5 }]],
      'warning',
      'condition.not-here',
      'products[0].only.score',
      'not known here',
      'Test answers',
    ],
    [
      'a product that depends on the campaign',
      [['products[0].fits[0].when', { campaign: 'spring' }]],
      'warning',
      'condition.not-here',
      'products[0].fits[0].when.campaign',
      'where products are chosen',
      'Test answers',
    ],
    [
      'a greeting that depends on an answer',
      [['welcome.say[0].when', { need: 'fleet' }]],
      'warning',
      'condition.too-early',
      'welcome.say[0].when.need',
      'before the first answer',
      '"campaign"',
    ],
    [
      'an unknown name in an option',
      [['steps[4].options[2].when', { ned: 'x' }]],
      'error',
      'condition.unknown-name',
      'steps[4].options[2].when.ned',
      '"ned"',
      '"need"',
    ],
    [
      'an unknown name in a branch',
      [['steps[0].next[0].when', { ned: 'x' }]],
      'error',
      'condition.unknown-name',
      'steps[0].next[0].when.ned',
      '"ned"',
      '"need"',
    ],
    [
      'an unknown name in an offer',
      [['offers.visit.when', { ned: 'x' }]],
      'error',
      'condition.unknown-name',
      'offers.visit.when.ned',
      '"ned"',
      '"need"',
    ],
    [
      'an unknown name in a rule',
      [['routing.rules[0].when', { ned: 'x' }]],
      'error',
      'condition.unknown-name',
      'routing.rules[0].when.ned',
      '"ned"',
      '"need"',
    ],
    [
      'an unknown name in a product',
      [['products[0].only', { ned: 'x' }]],
      'error',
      'condition.unknown-name',
      'products[0].only.ned',
      '"ned"',
      '"need"',
    ],
  ]);

  for (const code of [
    'condition.unknown-name',
    'condition.unknown-value',
    'condition.impossible',
    'condition.not-here',
  ]) {
    itAccepts(code, [
      [
        `what can hold (${code})`,
        inPoints({
          need: { in: ['fleet', 'other'] },
          bikes: { atLeast: 1, atMost: 500 },
          extras: 'locks',
          story: { includes: 'anything' },
          news: true,
          'contact.country': 'IE',
          contact: { known: true },
          arrival: 'ad',
          campaign: 'spring',
          returning: false,
        }),
      ],
      [
        `scores and slots where they are known (${code})`,
        [
          ['qualification.verdicts[1].when', { score: { atLeast: 5 }, slotsYes: 2, slotsNo: { atMost: 1 } }],
          ['steps[0].next[0].when', { verdict: 'disqualified' }],
          ['routing.rules[0].when', { verdict: { in: ['qualified', 'nurture'] } }],
          ['offers.visit.when', { score: { atLeast: 70 } }],
        ],
      ],
    ]);
  }
});
