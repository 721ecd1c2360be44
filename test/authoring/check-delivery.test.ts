import { describe } from 'node:test';
import { itAccepts, itFinds } from './check-rows.js';

describe('the check of routing', () => {
  itFinds([
    [
      'a rule for nobody',
      [['routing.rules[0].owner', 'nort']],
      'error',
      'routing.unknown-owner',
      'routing.rules[0].owner',
      'no owner "nort"',
      'Did you mean "north"?',
    ],
    [
      'a turn for nobody',
      [['routing.takeTurns[1]', 'west']],
      'error',
      'routing.unknown-owner',
      'routing.takeTurns[1]',
      'no owner "west"',
      'Owners: "north", "south"',
    ],
    [
      'turns without owners',
      [['routing.owners', undefined]],
      'error',
      'routing.unknown-owner',
      'routing.takeTurns[0]',
      'no owner',
      'Add them to "owners"',
    ],
    [
      'hours that cannot be read',
      [['routing.hours.open[0]', 'weekdays 9 to 5']],
      'error',
      'routing.hours-unreadable',
      'routing.hours.open[0]',
      'cannot be read',
      '"Mon-Fri 09:00-17:30"',
    ],
    [
      'a zone that is none',
      [['routing.hours.zone', 'London']],
      'error',
      'routing.unknown-zone',
      'routing.hours.zone',
      'not a time zone',
      '"Europe/London"',
    ],
  ]);
});

describe('the check of delivery', () => {
  itFinds([
    [
      'a destination that does not exist',
      [['delivery.to', 'deks']],
      'error',
      'delivery.unknown-preset',
      'delivery.to',
      'no destination "deks"',
      'Did you mean "desk"?',
    ],
    [
      'a destination of later',
      [['delivery.to', 'web3forms']],
      'warning',
      'delivery.not-yet',
      'delivery.to',
      'not available in this version',
      '"url", "desk"',
    ],
    [
      'a backup of later',
      [['delivery.backup.to', 'contact-form-7']],
      'warning',
      'delivery.not-yet',
      'delivery.backup.to',
      'not available',
      '"url", "desk"',
    ],
    [
      'an address that is missing',
      [['delivery', { to: 'url' }]],
      'error',
      'delivery.url-missing',
      'delivery.url',
      'needs an address',
      'Add "url"',
    ],
    [
      'a backup without an address',
      [['delivery.backup.url', undefined]],
      'error',
      'delivery.url-missing',
      'delivery.backup.url',
      'needs an address',
      'Add "url"',
    ],
    [
      'unfinished leads to where nothing can be updated',
      [['delivery', { to: 'url', url: '/leads', updates: false, partial: 'after-consent' }]],
      'error',
      'delivery.partial-without-updates',
      'delivery.partial',
      'can update them',
      'Remove "partial"',
    ],
  ]);
  itAccepts('delivery.partial-without-updates', [
    [
      'unfinished leads to where they can be updated',
      [['delivery', { to: 'url', url: '/leads', partial: 'after-consent' }]],
    ],
    ['no unfinished leads', [['delivery', { to: 'url', url: '/leads', updates: false, partial: 'never' }]]],
  ]);
});

describe('the check of privacy', () => {
  itFinds([
    [
      'a consent for no known purpose',
      [['steps[6].purpose', 'newsleter']],
      'error',
      'consent.unknown-purpose',
      'steps[6].purpose',
      'no consent for the purpose "newsleter"',
      'Did you mean "newsletter"?',
    ],
    [
      'a consent step that names no purpose',
      [
        ['steps[6].purpose', undefined],
        ['steps[6].ask', 'May we?'],
      ],
      'error',
      'consent.unknown-purpose',
      'steps[6]',
      '"news"',
      'Did you mean "newsletter"?',
    ],
    [
      'a consent asked for twice',
      [['privacy.consent[1]', { purpose: 'newsletter', text: 'Again?', version: '2' }]],
      'error',
      'consent.duplicate-purpose',
      'privacy.consent[1].purpose',
      'twice',
      'Keep one',
    ],
    [
      'a consent that covers no step',
      [['privacy.consent[0].covers', ['stori']]],
      'error',
      'consent.unknown-step',
      'privacy.consent[0].covers[0]',
      'no step "stori"',
      'Did you mean "story"?',
    ],
    [
      'nothing said about privacy',
      [
        ['privacy', undefined],
        ['steps[6]', { id: 'news', ask: 'News?' }],
      ],
      'warning',
      'privacy.notice-missing',
      'privacy',
      'Nothing tells visitors',
      'privacy.notice',
    ],
    [
      'knowledge that is not used yet',
      [['knowledge', '/answers.json']],
      'info',
      'knowledge.not-yet',
      'knowledge',
      'not given by this version',
      'Keep them',
    ],
    [
      'objections that are not used yet',
      [['objections', []]],
      'info',
      'objections.not-yet',
      'objections',
      'not answered by this version',
      'Keep them',
    ],
  ]);
});
