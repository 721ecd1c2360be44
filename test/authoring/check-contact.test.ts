import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPlaybook } from '../../src/authoring/check.js';
import { definePlaybook } from '../../src/playbook/parse.js';
import { small } from '../playbook/fixtures.js';
import { checkWith, itAccepts, itFinds } from './check-rows.js';

describe('the check that good leads can be reached', () => {
  itFinds([
    [
      'a playbook that never asks for contact details',
      [
        ['steps[7].kind', 'text'],
        ['steps[7].fields', undefined],
        ['steps[8].say', 'Bye.'],
        ['routing.rules', []],
      ],
      'error',
      'contact.never-asked',
      'steps',
      'No step asks for contact details',
      'kind "contact", "email" or "phone"',
    ],
    [
      'a way that can end as qualified before contact details are asked for',
      [
        ['steps[4].options[0].go', 'end'],
        ['steps[3].options', ['locks', 'service']],
      ],
      'error',
      'contact.qualified-without',
      'steps[4].options[0].go',
      'can end as qualified',
      'a step of kind "contact"',
    ],
    [
      'a way that ends as qualified whatever is answered',
      [['qualification.verdicts', [{ is: 'qualified', because: 'Everybody' }]]],
      'error',
      'contact.qualified-without',
      'steps[0].options[1].go',
      'ends at the step "need"',
      'rules out "qualified"',
    ],
    [
      'a way that may skip to the end as qualified',
      [['steps[6]', { id: 'more', ask: 'Anything else?', optional: true, next: 'end' }]],
      'error',
      'contact.qualified-without',
      'steps[6].next',
      'the step "more"',
      'a step of kind "contact"',
    ],
    [
      'a way without contact details that a verdict accounts for',
      [],
      'info',
      'contact.way-without',
      'steps[0].options[1].go',
      'no lead is sent',
      'customers you already have',
    ],
    [
      'a way on which the points cannot suffice',
      [
        ['steps[2].next', [{ when: { bikes: { atMost: 1 } }, go: 'end' }, { go: 'extras' }]],
        ['steps[4].id', 'start'],
        ['qualification.points[1].when', { start: 'soon' }],
      ],
      'info',
      'contact.way-without',
      'steps[2].next[0].go',
      'no lead is sent',
      'Nothing to do',
    ],
  ]);

  itAccepts('contact.qualified-without', [
    [
      'an e-mail question instead of a card',
      [
        ['steps[7].kind', 'email'],
        ['steps[7].fields', undefined],
        ['steps[8].say', 'Bye.'],
        ['routing.rules', []],
      ],
    ],
    [
      'an end before the contact for those whom a verdict rules out by a slot',
      [
        ['steps[4].options[1].go', 'end'],
        [
          'qualification.verdicts[0]',
          { when: { slotsNo: { atLeast: 1 } }, is: 'nurture', because: 'Not now' },
        ],
      ],
    ],
    [
      'an end before the contact for those whom a verdict rules out by "in"',
      [['qualification.verdicts[0].when', { need: { in: ['repair', 'other'] } }]],
    ],
    [
      'an end before the contact that a verdict rules out by "not"',
      [['qualification.verdicts[0].when', { not: { need: { in: ['fleet', 'other'] } } }]],
    ],
  ]);

  it('takes the answer that led to the end, not those that lead elsewhere', () => {
    const problems = checkWith(
      ['qualification.verdicts[1].when', { need: 'fleet' }],
      ['qualification.verdicts[0].when', { need: 'other' }],
    );
    assert.ok(!problems.some((problem) => problem.code === 'contact.qualified-without'));
  });

  it('says nothing where every way asks for contact details', () => {
    assert.deepEqual(checkPlaybook(definePlaybook(small)), []);
  });

  it('looks at ways beyond the twentieth together', () => {
    const steps = Array.from({ length: 60 }, (_, i) => ({
      id: `q${i}`,
      ask: 'Go on?',
      options: [
        { value: 'no', label: 'No', go: 'end' },
        { value: 'yes', label: 'Yes' },
      ],
    }));
    const playbook = definePlaybook({
      ...small,
      steps: [...steps, ...small.steps],
      delivery: small.delivery,
    });
    const found = checkPlaybook(playbook).filter((problem) => problem.code.startsWith('contact.'));
    assert.equal(found.length, 21);
    assert.ok(found.every((problem) => problem.code === 'contact.way-without'));
  });
});
