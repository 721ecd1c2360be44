import { describe } from 'node:test';
import type { Change } from '../playbook/fixtures.js';
import { itAccepts, itFinds } from './check-rows.js';

const welcome = (parts: object): readonly Change[] => [['welcome', { teaser: 'Questions?', ...parts }]];
const two = [{ id: 'a' }, { id: 'b' }];

describe('the check of what comes before the first answer', () => {
  itFinds([
    [
      'a teaser without a time',
      welcome({}),
      'warning',
      'teaser.never',
      'welcome.teaser',
      'nothing says when',
      'Add "show"',
    ],
    [
      'a trigger that waits for nothing',
      welcome({ show: [{ page: '/a' }] }),
      'warning',
      'trigger.at-once',
      'welcome.show[0]',
      'as soon as the page',
      'afterSeconds',
    ],
    [
      'a trigger with nothing to show',
      [['welcome', { show: [{ afterSeconds: 5 }] }]],
      'error',
      'trigger.nothing-to-show',
      'welcome.show[0]',
      'there is none',
      '"open": true',
    ],
    [
      'two triggers of one name',
      welcome({
        show: [
          { id: 'x', afterSeconds: 1 },
          { id: 'x', afterSeconds: 2 },
        ],
      }),
      'error',
      'trigger.same-id',
      'welcome.show[1].id',
      'two triggers',
      'own name',
    ],
    [
      'a selector that is none',
      welcome({ show: [{ visible: '<div>' }] }),
      'error',
      'trigger.selector',
      'welcome.show[0].visible',
      'no CSS selector',
      '#prices',
    ],
    [
      'hours that are not there',
      [...welcome({ show: [{ afterSeconds: 5 }], whenOpen: true }), ['routing', undefined]],
      'warning',
      'welcome.no-hours',
      'welcome.whenOpen',
      'no opening hours',
      'Add "hours"',
    ],
    [
      'a first step that is not there',
      welcome({ say: [{ text: 'Hi', start: 'bikess' }] }),
      'error',
      'greeting.unknown-start',
      'welcome.say[0].start',
      'no step "bikess"',
      'bikes',
    ],
    [
      'a greeting nobody hears',
      welcome({ say: [{ text: 'Hi' }, { text: 'You' }] }),
      'warning',
      'greeting.never',
      'welcome.say[1]',
      'never said',
      'Give the one before it',
    ],
    [
      'a teaser nobody reads',
      welcome({ teaser: [{ text: 'Hi' }, { text: 'You' }] }),
      'warning',
      'greeting.never',
      'welcome.teaser[1]',
      'never said',
      'move it to the end',
    ],
    [
      'an experiment nobody asks for',
      [['experiments', [{ id: 'e', variants: two }]]],
      'warning',
      'experiment.unused',
      'experiments',
      'everybody sees the same',
      '"variant"',
    ],
    [
      'an experiment nobody is kept in',
      [
        ['experiments', [{ id: 'e', variants: two }]],
        ['privacy.remember', 'tab'],
      ],
      'info',
      'experiment.not-kept',
      'experiments',
      'not recognised',
      'attribution',
    ],
    [
      'two variants of one name',
      [
        [
          'experiments',
          [
            { id: 'e', variants: two },
            { id: 'f', variants: two },
          ],
        ],
      ],
      'error',
      'experiment.same-variant',
      'experiments[1].variants[0].id',
      'cannot tell them apart',
      'f-a',
    ],
    [
      'two experiments of one name',
      [
        [
          'experiments',
          [
            { id: 'e', variants: two },
            { id: 'e', variants: two },
          ],
        ],
      ],
      'error',
      'experiment.same-id',
      'experiments[1].id',
      'two experiments',
      'own name',
    ],
    [
      'an experiment with one side',
      [['experiments', [{ id: 'e', variants: [{ id: 'a' }, { id: 'b', weight: 0 }] }]]],
      'warning',
      'experiment.one-sided',
      'experiments[0].variants',
      'Everybody new',
      'weight',
    ],
    [
      'a memory that is never kept',
      [
        ['privacy.attribution', true],
        ['privacy.storage', 'never'],
      ],
      'warning',
      'attribution.never-kept',
      'privacy.attribution',
      'Nothing may be kept',
      'Take one',
    ],
    [
      'an unknown variant',
      [
        ['experiments', [{ id: 'e', variants: two }]],
        ['qualification.points[0].when', { variant: 'c' }],
      ],
      'error',
      'condition.unknown-value',
      'qualification.points[0].when.variant',
      'never "c"',
      '"a"',
    ],
  ]);
  itAccepts('trigger.selector', [
    [
      'usual selectors',
      welcome({ show: [{ visible: 'main > .plan:nth-child(2) a[href^="/x"]' }, { clicked: '#a, .b ~ i' }] }),
    ],
  ]);
  itAccepts('trigger.at-once', [
    ['a trigger for a kind of arrival', welcome({ show: [{ arrival: 'ad', afterSeconds: 3 }] })],
  ]);
});
