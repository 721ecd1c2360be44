/** The brief's subject: what a sales person reads before opening it. */
import type { OfferKind } from '../playbook/kinds.js';
import { bandWord } from '../qualification/band-word.js';
import type { Lead, LeadAnswer, NextStep } from './lead.js';
import { filled, joined, oneLine } from './one-line.js';
import type { When } from './when.js';

/** Below this many milliseconds nobody reads the questions. */
const IN_NO_TIME_MS = 3000;

/** Wide names first; narrower ones where the line gets longer than an inbox shows. */
const WIDTHS = [60, 40, 24];
const COMFORTABLE = 120;
const TEST = '[TEST]';

/**
 * Band · who · which conversation · what they want · next step; marks for trials, possible spam and what is not
 * finished yet at the very front. `earlier` counts the conversations before this one.
 */
export const subjectOf = (lead: Lead, earlier: number, when: When): string => {
  if (lead.phase === 'withdrawn') return joined([lead.test && TEST, 'Withdrawn: erase this lead'], ' ');
  const suspicion = spam(lead);
  const lines = WIDTHS.map((width) => {
    const who = [whoOf(lead, width), oneLine(lead.contact?.company ?? '', width)];
    const line = joined([
      suspicion,
      unfinished(lead),
      bandOf(lead),
      joined(who, ', '),
      nthConversation(earlier),
      oneLine(need(lead)?.label ?? '', width),
      stepWords(lead.nextStep, when),
    ]);
    return joined([lead.test && TEST, line], ' ');
  });
  return lines.find((line) => line.length <= COMFORTABLE) ?? lines.at(-1) ?? '';
};

/** The name, else the address or the number they gave; empty when they gave none. */
export const whoOf = ({ contact: { name, email, phone } = {} }: Lead, most: number): string =>
  filled([name, email, phone].map((text) => oneLine(text ?? '', most)))[0] ?? '';

/** What to beware of: trials, possible spam, and leads that nobody sent yet. */
export const marksOf = (lead: Lead): readonly string[] =>
  filled([lead.test && TEST, spam(lead), unfinished(lead)]);

/** "2nd conversation"; empty for a first one. */
export const nthConversation = (earlier: number): string => {
  if (earlier === 0) return '';
  const n = earlier + 1;
  const endings: { readonly [rule: string]: string } = { one: 'st', two: 'nd', few: 'rd' };
  return `${n}${endings[ordinals.select(n)] ?? 'th'} conversation`;
};

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** The one word for how warm a lead is. */
export const bandOf = ({ qualification }: Lead): string =>
  qualification ? bandWord(qualification) : 'Too early to say';

/** What makes a lead look as if a machine had written it; undefined when nothing does. */
export const spam = ({ signals }: Lead): string | undefined => {
  if (signals?.decoyFilled) return 'Possible spam (filled a hidden field)';
  const took = Math.max(0, signals?.tookMs ?? Infinity);
  return took < IN_NO_TIME_MS ? `Possible spam (filled in ${(took / 1000).toFixed(1)} s)` : undefined;
};

/** That somebody is still writing, or went away without sending; undefined for everything that was sent. */
export const unfinished = ({ phase }: Lead): string | undefined =>
  phase === 'partial' ? 'Not finished yet' : undefined;

/** The answer that fills the need; of several the last, which is the most precise. */
export const need = ({ qualification, answers }: Lead): LeadAnswer | undefined => {
  const slot = qualification?.slots.find(({ id }) => id === 'need' || id === 'challenges');
  return answers?.findLast(({ n }) => slot?.evidence.includes(n));
};

/** The next step in two or three words; empty where none was chosen. */
export const stepWords = (step: NextStep | undefined, when: When): string => {
  if (!step) return '';
  if (step.status === 'cancelled') return 'next step cancelled';
  const [weekday = ''] = when.day(step.start ?? '').split(' ');
  if (step.start !== undefined && weekday !== '') {
    const act = step.kind === 'visit' ? 'visit' : step.kind === 'booking' ? 'meet' : 'call';
    return `${act} ${weekday} ${when.clock(step.start)}`;
  }
  return step.status === 'booked' ? 'booked a time' : STEP_WORDS[step.kind];
};

const STEP_WORDS: { readonly [kind in OfferKind]: string } = {
  callback: 'wants a call',
  visit: 'wants a visit',
  booking: 'went to pick a time',
  call: 'wanted to call',
  whatsapp: 'went to WhatsApp',
  chat: 'went to the live chat',
  quote: 'wants a quote',
  email: 'wants an e-mail',
  newsletter: 'wants the newsletter',
  trial: 'went to the trial',
  checkout: 'went to the checkout',
  download: 'went to a download',
  link: 'followed a link',
};
