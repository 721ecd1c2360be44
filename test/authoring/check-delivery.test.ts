import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../playbook/fixtures.js';
import { checkWith, itAccepts, itFinds } from './check-rows.js';

const REQUIRED: Change = [
  'privacy.consent',
  [{ purpose: 'contact', text: 'May we write?', version: '1', required: true }],
];

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
      [['delivery.to', 'pipedrive']],
      'warning',
      'delivery.not-yet',
      'delivery.to',
      'not available in this version',
      '"url", "desk"',
    ],
    [
      'a backup of later',
      [['delivery.backup.to', 'slack']],
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
      'an access key that is missing',
      [['delivery', { to: 'web3forms' }]],
      'error',
      'delivery.key-missing',
      'delivery.key',
      'Web3Forms needs the access key',
      'web3forms.com',
    ],
    [
      'an access key that is none',
      [['delivery.backup', { to: 'web3forms', key: 'my key' }]],
      'error',
      'delivery.key-unlike',
      'delivery.backup.key',
      '"my key" does not look like the access key',
      'web3forms.com',
    ],
    [
      'a form that is missing',
      [['delivery', { to: 'formspree' }]],
      'error',
      'delivery.form-missing',
      'delivery.form',
      'Formspree needs the id of a form',
      '"/f/"',
    ],
    [
      'the letters of a shortcode',
      [['delivery', { to: 'contact-form-7', form: 'd652723' }]],
      'error',
      'delivery.form-unlike',
      'delivery.form',
      'the number of a form',
      '"post="',
    ],
    [
      'a hook that is missing',
      [['delivery', { to: 'zapier' }]],
      'error',
      'delivery.url-missing',
      'delivery.url',
      'Zapier needs the address of a hook',
      'Catch Hook',
    ],
    [
      'an address that looks like another service',
      [['delivery', { to: 'make', url: 'https://hooks.zapier.com/hooks/catch/1/a/' }]],
      'warning',
      'delivery.url-unlike',
      'delivery.url',
      'does not look like the address of a hook of Make',
      'Custom webhook',
    ],
    [
      'an address that only works for tests',
      [['delivery', { to: 'n8n', url: 'https://n8n.example/webhook-test/x' }]],
      'warning',
      'delivery.url-unlike',
      'delivery.url',
      'of n8n',
      'production URL',
    ],
    [
      'a sheet’s address instead of the script’s',
      [['delivery', { to: 'google-sheet', url: 'https://docs.google.com/spreadsheets/d/x/edit' }]],
      'warning',
      'delivery.url-unlike',
      'delivery.url',
      'the web app of Google Sheets',
      '/exec',
    ],
    [
      'a Hub ID that is missing',
      [['delivery', { to: 'hubspot-form', form: '0a1b2c3d-0000-4000-8000-0123456789ab' }]],
      'error',
      'delivery.account-missing',
      'delivery.account',
      'HubSpot needs the Hub ID',
      'top right',
    ],
    [
      'an organisation ID that is none',
      [['delivery', { to: 'salesforce-web-to-lead', account: 42 }]],
      'error',
      'delivery.account-unlike',
      'delivery.account',
      '"42" does not look like the organisation ID',
      '00D',
    ],
    [
      'a token that is missing',
      [['delivery', { to: 'zoho-web-to-lead', hidden: { xnQsjsdp: 'a' } }]],
      'error',
      'delivery.hidden-missing',
      'delivery.hidden.xmIwtLD',
      'hidden field "xmIwtLD"',
      'Webforms',
    ],
    [
      'a mail without an address',
      [
        ['delivery', { to: 'mailto' }],
        ['company.email', undefined],
      ],
      'error',
      'delivery.email-missing',
      'delivery.email',
      'needs a mail address',
      'into "email"',
    ],
    [
      'a mail to several at once',
      [['delivery', { to: 'mailto', email: 'a@b.example?bcc=c@d.example' }]],
      'error',
      'delivery.email-unlike',
      'delivery.email',
      'does not look like a mail address',
      'into "email"',
    ],
    [
      'a mail that the visitor has to send',
      [['delivery', { to: 'mailto', email: 'sales@harbour-bikes.example' }]],
      'warning',
      'delivery.by-hand',
      'delivery.to',
      'only if the visitor has a mail program',
      'web3forms',
    ],
    [
      'a mail that should take over',
      [['delivery', { to: 'url', url: '/in', backup: { to: 'mailto', email: 'a@harbour-bikes.example' } }]],
      'warning',
      'delivery.by-hand',
      'delivery.backup.to',
      'cannot take over',
      'web3forms',
    ],
    [
      'a service that insists on what may be left out',
      [
        ['delivery', { to: 'contact-form-7', form: 1 }],
        ['steps', [{ id: 'who', kind: 'contact', ask: 'Who?', fields: ['name', 'email?', 'phone'] }]],
      ],
      'warning',
      'delivery.email-needed',
      'delivery.to',
      'refuses leads without an e-mail address',
      'must be filled',
    ],
    [
      'a field for what no lead says',
      [['delivery.fields', { emial: 'your-email' }]],
      'error',
      'delivery.unknown-field',
      'delivery.fields.emial',
      'No lead says "emial"',
      'Did you mean "email"?',
    ],
    [
      'unfinished leads to a service that cannot update',
      [['delivery', { to: 'formspree', form: 'xabcdefg', partial: 'after-consent' }]],
      'error',
      'delivery.partial-without-updates',
      'delivery.partial',
      'can update them',
      'Remove "partial"',
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

describe('the check of counts', () => {
  itFinds([
    [
      'counts for a service that takes forms',
      [['delivery', { to: 'formspree', form: 'xabcdefg', counts: true }]],
      'error',
      'delivery.counts-without-receiver',
      'delivery.counts',
      'a receiver of your own',
      'Remove "counts"',
    ],
  ]);
  itAccepts('delivery.counts-without-receiver', [
    ['counts for the desk', [['delivery', { to: 'desk', counts: true }]]],
    ['counts for a receiver', [['delivery', { to: 'url', url: '/leads', counts: true }]]],
    ['no counts', [['delivery', { to: 'formspree', form: 'xabcdefg', counts: false }]]],
  ]);
});

describe('the check of unfinished leads', () => {
  const partial: Change = ['delivery', { to: 'url', url: '/leads', partial: 'after-consent' }];
  itFinds([
    [
      'unfinished leads that nobody is asked for',
      [partial],
      'warning',
      'delivery.partial-without-consent',
      'delivery.partial',
      'no consent is required',
      '"required": true',
    ],
  ]);
  itAccepts('delivery.partial-without-consent', [
    ['unfinished leads after a required consent', [partial, REQUIRED]],
  ]);
});

describe('the check of settings', () => {
  const form = '0a1b2c3d-0000-4000-8000-0123456789ab';
  const sound: readonly object[] = [
    { to: 'web3forms', key: form },
    { to: 'formspree', form: 'xabcdefg' },
    { to: 'formspree', url: 'https://formspree.io/f/xabcdefg' },
    { to: 'contact-form-7', form: 123, fields: { email: 'your-email', story: 'your-story', phone: '' } },
    { to: 'zapier', url: 'https://hooks.zapier.com/hooks/catch/123456/abcdef/' },
    { to: 'make', url: 'https://hook.eu2.make.com/abcdefghijklmnop' },
    { to: 'n8n', url: 'https://n8n.example/webhook/leads' },
    {
      to: 'google-sheet',
      url: 'https://script.google.com/macros/s/AKfy_cb-x/exec',
      partial: 'after-consent',
    },
    { to: 'hubspot-form', account: '123456', form },
    { to: 'salesforce-web-to-lead', account: '00D000000000001AAA' },
    { to: 'zoho-web-to-lead', hidden: { xnQsjsdp: 'a', xmIwtLD: 'b' } },
  ];
  for (const delivery of sound) {
    it(`finds nothing in ${JSON.stringify(delivery)}`, () => {
      const found = checkWith(['delivery', delivery], REQUIRED).filter(({ code }) =>
        code.startsWith('delivery.'),
      );
      assert.deepEqual(found, []);
    });
  }
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
  ]);
});
