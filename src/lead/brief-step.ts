/** The next step in the words of the brief: its title, when it is and in which zones, and what else was said. */
import type { OfferKind } from '../playbook/kinds.js';
import type { Lead, NextStep } from './lead.js';
import { joined, oneLine, quoted } from './one-line.js';
import { whenIn, type When } from './when.js';

/** One word before the line. A kind that nobody knows has none. */
export const stepTitle = (step: NextStep | undefined): string => {
  if (!step) return 'Answer';
  if (step.status === 'cancelled') return 'Cancelled';
  return Object.hasOwn(STEP_TITLES, step.kind) ? STEP_TITLES[step.kind] : '';
};

const STEP_TITLES: { readonly [kind in OfferKind]: string } = {
  callback: 'Call',
  visit: 'Visit',
  booking: 'Meet',
  call: 'Call',
  whatsapp: 'WhatsApp',
  chat: 'Chat',
  quote: 'Quote',
  email: 'E-mail',
  newsletter: 'Newsletter',
  trial: 'Trial',
  checkout: 'Checkout',
  download: 'Download',
  link: 'Link',
};

/** What a rep has to do about what has no time. */
const CHOSEN_NOTES: { readonly [kind in OfferKind]?: string } = {
  booking: '(look in the calendar)',
  newsletter: '(send the mail that asks to confirm it)',
  chat: '(look in the live chat)',
};

/** Where, on which number, and what they wrote to it. */
export const detailWords = (step: NextStep | undefined): readonly string[] => {
  const { address, place, phone, note, reference } = step?.details ?? {};
  return [
    joined([(address || place) && 'at', oneLine(address ?? place ?? '', 120)], ' '),
    joined([phone && 'on', oneLine(phone ?? '', 60)], ' '),
    quoted(note ?? '', 140),
    joined([reference && 'reference', oneLine(reference ?? '', 60)], ' '),
  ];
};

/** For when, in both zones, and whether that stands; empty where nothing was chosen. */
export const agreed = ({ nextStep }: Lead, when: When): string => {
  if (!nextStep) return '';
  const { kind, start = '', timeZone, label, status } = nextStep;
  if (status === 'cancelled')
    return joined([quoted(label), `called off ${when.day(nextStep.at)} ${when.clock(nextStep.at)}`], ' ');
  const day = when.day(start);
  if (day === '') {
    return joined([status === 'booked' ? 'booked' : 'chose', quoted(label), CHOSEN_NOTES[kind]], ' ');
  }
  const theirs = whenIn(timeZone ?? 'UTC');
  const elsewhere = timeZone !== undefined && theirs.exact(start) !== when.exact(start);
  const theirDay = theirs.day(start) === day ? '' : `${theirs.day(start)}, `;
  const forThem = elsewhere ? `, ${theirDay}${theirs.clock(start)} ${theirs.place} for them` : '';
  const open = { requested: ' (requested, not yet confirmed)', booked: ' (booked)', taken: '' }[status];
  return `${day}, ${when.clock(start)} ${when.place}${forThem}${open}`;
};
