import { describe } from 'node:test';
import { itAccepts, itFinds } from './check-rows.js';

describe('the check of qualification', () => {
  itFinds([
    [
      'a slot that does not exist',
      [['steps[0].fills', 'needs']],
      'error',
      'step.unknown-slot',
      'steps[0].fills',
      'no slot "needs"',
      'Did you mean "need"?',
    ],
    [
      'a slot without a qualification',
      [['qualification', undefined]],
      'error',
      'step.unknown-slot',
      'steps[0].fills',
      'no slot "need"',
      'Choose a framework',
    ],
    [
      'two slots of one name',
      [['qualification.slots[1]', { id: 'size', label: 'Again' }]],
      'error',
      'slot.duplicate-id',
      'qualification.slots[1].id',
      '"size"',
      'a name of its own',
    ],
    [
      'slots that no question fills',
      [],
      'info',
      'slot.never-filled',
      'qualification',
      '"budget", "authority", "size"',
      'Add "fills"',
    ],
    [
      'a last verdict with a condition',
      [['qualification.verdicts[3].when', { need: 'fleet' }]],
      'error',
      'verdict.last-missing',
      'qualification.verdicts[3].when',
      'no verdict at all',
      'without "when"',
    ],
    [
      'a verdict behind one for everybody',
      [['qualification.verdicts[1].when', undefined]],
      'warning',
      'verdict.never',
      'qualification.verdicts[2]',
      'never reached',
      'move it to the end',
    ],
    [
      'no qualification',
      [
        ['qualification', undefined],
        ['steps[0].fills', undefined],
        ['steps[4].fills', undefined],
      ],
      'info',
      'qualification.missing',
      '',
      'no rules',
      'points and verdicts',
    ],
  ]);
});

describe('the check of endings and offers', () => {
  itFinds([
    [
      'an offer that does not exist',
      [['endings.nurture.offer', ['cal']]],
      'error',
      'ending.unknown-offer',
      'endings.nurture.offer[0]',
      'no offer "cal"',
      'Did you mean "call"?',
    ],
    [
      'offers without any',
      [['offers', undefined]],
      'error',
      'ending.unknown-offer',
      'endings.qualified.offer[0]',
      'no offer "call"',
      'Add "offers"',
    ],
    [
      'a booking that leads nowhere',
      [['offers.visit.url', undefined]],
      'error',
      'offer.url-missing',
      'offers.visit.url',
      'leads nowhere',
      'Add "url"',
    ],
    [
      'a button that would run a script',
      [['offers.visit.url', 'javascript:alert(1)']],
      'error',
      'offer.url-unsafe',
      'offers.visit.url',
      'not an address',
      'https://',
    ],
    [
      'a call without a number',
      [
        ['offers.call', { kind: 'call', label: 'Call us' }],
        ['company.phone', undefined],
      ],
      'error',
      'offer.phone-missing',
      'offers.call',
      'no number',
      'Add "phone"',
    ],
    [
      'an offer that nobody gets',
      [['offers.extra', { kind: 'email', label: 'Send it' }]],
      'info',
      'offer.unused',
      'offers.extra',
      'No ending offers',
      'Name it in "offer"',
    ],
  ]);
  itAccepts('offer.url-unsafe', [
    ['an address on the same site', [['offers.visit.url', '/visit?from=chat:1']]],
    ['a mail address', [['offers.visit.url', 'mailto:fleet@harbour-bikes.example']]],
  ]);
});
