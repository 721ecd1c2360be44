/** What a lead amounts to in one line of the inbox. */
import type { Lead, LeadAnswer } from '../../src/lead/lead.js';
import { bandOf, need, spam, unfinished } from '../../src/lead/brief-subject.js';
import type { Drawer, KeptLead } from './store.js';

export interface Row {
  readonly ref: string;
  /** Hot, Warm, Cold, Not a fit, Too early to say. */
  readonly word: string;
  /** The name, else the address they gave. */
  readonly name: string;
  readonly company: string;
  readonly need: string;
  /** What was agreed; empty when nothing was. */
  readonly step: string;
  readonly dueAt: string | null;
  readonly owner: string | null;
  readonly receivedAt: Date;
  /** What to beware of: a trial, possible spam, a lead nobody sent yet, a verdict that does not follow from the answers. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** One word, for the list. */
  readonly word: string;
  readonly text: string;
}

export const rowOf = ({ ref, lead, judging, receivedAt, drawer }: KeptLead): Row => ({
  ref,
  word: bandOf(lead),
  name: nameOf(lead),
  company: lead.contact?.company ?? '',
  need: needOf(lead),
  step: stepOf(lead.nextStep),
  // Nobody has to answer spam.
  dueAt: drawer === 'spam' ? null : (lead.routing?.dueAt ?? null),
  owner: drawer === 'spam' ? null : (lead.routing?.name ?? null),
  receivedAt,
  marks: marksOf(lead, judging, drawer),
});

const marksOf = (lead: Lead, judging: KeptLead['judging'], drawer: Drawer): readonly Mark[] => {
  // Whoever moved it out of the spam by hand knows better.
  const suspicion = drawer === 'spam' ? (spam(lead) ?? 'Moved here by hand') : undefined;
  const open = unfinished(lead);
  return [
    ...(lead.test ? [{ word: 'Test', text: 'Test lead' }] : []),
    ...(suspicion ? [{ word: 'Spam', text: suspicion }] : []),
    ...(open ? [{ word: 'Unfinished', text: open }] : []),
    ...(judging === 'mismatch' ? [{ word: 'Check', text: 'Check the verdict' }] : []),
  ];
};

const STEP_WORDS: { readonly [kind in NonNullable<Lead['nextStep']>['kind']]: string } = {
  callback: 'Call back',
  visit: 'Visit',
  booking: 'Booked a time',
  call: 'Called',
  whatsapp: 'Wrote on WhatsApp',
  chat: 'In the live chat',
  quote: 'Wants a quote',
  email: 'Wants an e-mail',
  newsletter: 'Wants the newsletter',
  trial: 'Went to the trial',
  checkout: 'Went to the checkout',
  download: 'Downloaded something',
  link: 'Followed a link',
};

const stepOf = (step: Lead['nextStep']): string =>
  step?.status === 'cancelled' ? 'Next step cancelled' : step ? STEP_WORDS[step.kind] : '';

export const nameOf = (lead: Lead): string =>
  lead.contact?.name ?? lead.contact?.email ?? lead.contact?.phone ?? 'No name given';

/** The answer that fills the need, else the first thing they said. */
const needOf = (lead: Lead): string => {
  const answers = (lead.answers ?? []).filter(({ kind, label }) => kind !== 'contact' && label !== '');
  return need(lead)?.label ?? (answers.find(isOwnWords) ?? answers[0])?.label ?? '';
};

/** Typed freely, not tapped. */
export const isOwnWords = ({ kind }: LeadAnswer): boolean => kind === 'text' || kind === 'longText';
