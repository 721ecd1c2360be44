/** Offers that take more than a tap, as the conversation gives them. */
import type { AgreedFile, OfferView } from '../../src/conversation/contract.js';

/** Far enough ahead that none of them ever passes. */
const DAYS = ['2098-11-24', '2098-11-25', '2098-11-26', '2098-11-27', '2098-11-28'];

/** From 09:00 to 17:00 UTC, every half an hour. */
export const slots = DAYS.flatMap((day) =>
  Array.from({ length: 17 }, (_, i) => {
    const start = Date.parse(`${day}T09:00:00.000Z`) + i * 1_800_000;
    return { start: new Date(start).toISOString(), end: new Date(start + 900_000).toISOString() };
  }),
);

export const callback: OfferView = {
  id: 'callback',
  kind: 'callback',
  label: 'Ask Dana to call me',
  who: 'Dana',
  slots,
  zone: 'Asia/Kolkata',
  asks: ['phone'],
};

export const visit: OfferView = {
  id: 'visit',
  kind: 'visit',
  label: 'Show it at our site',
  who: 'Dana',
  slots,
  zone: 'UTC',
  asks: ['address', 'note'],
  backAt: '2098-11-24T09:00:00.000Z',
};

export const summary: OfferView = { id: 'summary', kind: 'email', label: 'Just e-mail me the summary' };

export const files: readonly AgreedFile[] = [
  { kind: 'calendar', name: 'Kestrel.ics', text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  { kind: 'card', name: 'Dana.vcf', text: 'BEGIN:VCARD\r\nEND:VCARD\r\n' },
];
