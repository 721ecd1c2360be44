import { describe } from 'node:test';
import { itAccepts, itFinds } from './check-rows.js';
import type { Change } from '../playbook/fixtures.js';

const offer = (given: object): Change => ['offers.call', { label: 'Ask', kind: 'callback', ...given }];

describe('the check of next steps', () => {
  itFinds([
    [
      'a trial that leads nowhere',
      [offer({ kind: 'trial' })],
      'error',
      'offer.url-missing',
      'offers.call.url',
      'leads nowhere',
      'Add "url"',
    ],
    [
      'a setting that another kind has',
      [offer({ kind: 'quote', leadTime: '2 hours' })],
      'warning',
      'offer.no-effect',
      'offers.call.leadTime',
      '"leadTime" has no effect on "call"',
      'make it one of "callback", "visit"',
    ],
    [
      'times that nobody can offer',
      [offer({ days: 3 }), ['routing.hours', undefined]],
      'warning',
      'offer.hours-missing',
      'offers.call.days',
      'offers no times',
      'Add "hours" to "routing"',
    ],
    [
      'an offer for opening hours that there are not',
      [offer({ kind: 'email', whenOpen: true }), ['routing.hours', undefined]],
      'warning',
      'offer.hours-missing',
      'offers.call.whenOpen',
      'day and night',
      'Add "hours"',
    ],
    [
      'a visit that is longer than any day',
      [offer({ kind: 'visit', minutes: 600 })],
      'error',
      'offer.never-fits',
      'offers.call.minutes',
      'takes 600 minutes',
      'Make it shorter',
    ],
    [
      'an address that cannot be asked for times',
      [offer({ taken: 'ftp://harbour-bikes.example/slots' })],
      'error',
      'offer.taken-unusable',
      'offers.call.taken',
      'no address that can be asked',
      'https://',
    ],
    [
      'a product that does not exist',
      [offer({ product: 'citi' })],
      'error',
      'offer.unknown-product',
      'offers.call.product',
      'no product "citi"',
      'Did you mean "city"?',
    ],
    [
      'a product in a list that does not exist',
      [offer({ product: ['city', 'moon'] })],
      'error',
      'offer.unknown-product',
      'offers.call.product[1]',
      'no product "moon"',
      'Products:',
    ],
    [
      'a WhatsApp number without its country',
      [offer({ kind: 'whatsapp', phone: '020 7946 0123' })],
      'error',
      'offer.phone-national',
      'offers.call.phone',
      'without the code of its country',
      '+44 20 7946 0123',
    ],
    [
      'WhatsApp without a number',
      [offer({ kind: 'whatsapp' }), ['company.phone', undefined]],
      'error',
      'offer.phone-missing',
      'offers.call',
      'no number to write to',
      'Add "phone"',
    ],
    [
      'a number that is none',
      [offer({ kind: 'call', phone: 'Dana' })],
      'error',
      'offer.phone-unreadable',
      'offers.call.phone',
      'cannot be dialled',
      'with digits',
    ],
    [
      'a booking page that takes no name',
      [['offers.visit.prefill', true]],
      'warning',
      'offer.prefill-unknown',
      'offers.visit.prefill',
      'Nothing can be filled in',
      'cal.com',
    ],
    [
      'a booking page that cannot be shown in the chat',
      [
        ['offers.visit.embed', true],
        ['offers.visit.url', 'https://book.harbour-bikes.example/visit'],
      ],
      'warning',
      'offer.embed-unknown',
      'offers.visit.embed',
      'cannot be shown inside the chat',
      'calendly.com',
    ],
  ]);

  itAccepts('offer.no-effect', [
    ['every setting on its own kind', [offer({ leadTime: '2 hours', every: 15, days: 3, taken: '/slots' })]],
  ]);
  itAccepts('offer.taken-unusable', [['an address of the same site', [offer({ taken: '/slots' })]]]);
  itAccepts(
    'offer.embed-unknown',
    (
      [
        ['Calendly', 'https://calendly.com/harbour-bikes/visit'],
        ['Cal.com', 'https://cal.com/harbour-bikes/visit'],
        ['HubSpot', 'https://meetings.hubspot.com/harbour-bikes/visit'],
      ] as const
    ).map(([name, url]) => [
      name,
      [
        ['offers.visit.embed', true],
        ['offers.visit.url', url],
      ],
    ]),
  );
  itAccepts('offer.phone-national', [
    ['an international number', [offer({ kind: 'whatsapp', phone: '+44 (0)20 7946 0123' })]],
  ]);
});
