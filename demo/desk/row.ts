/** What a lead amounts to in one line of the inbox. */
import type { Lead, LeadAnswer } from '../../src/lead/lead.js';
import { bandOf, need, spam } from '../../src/lead/brief-subject.js';
import type { KeptLead } from './store.js';

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
  /** What to beware of: a trial, possible spam, a verdict that does not follow from the answers. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** One word, for the list. */
  readonly word: string;
  readonly text: string;
}

/** The lead as people see it: trials and spam belong to nobody and are due at no time, whatever they say. */
export const shownOf = ({ lead, shelf }: KeptLead): Lead => {
  const { routing: _nobody, ...rest } = lead;
  return shelf === 'inbox' ? lead : rest;
};

export const rowOf = (kept: KeptLead): Row => {
  const { ref, judging, receivedAt } = kept;
  return rowFor(shownOf(kept), { ref, judging, receivedAt });
};

const rowFor = (
  lead: Lead,
  { ref, judging, receivedAt }: Pick<KeptLead, 'ref' | 'judging' | 'receivedAt'>,
): Row => ({
  ref,
  word: bandOf(lead),
  name: nameOf(lead),
  company: lead.contact?.company ?? '',
  need: needOf(lead),
  step: lead.nextStep ? STEP_WORDS[lead.nextStep.kind] : '',
  dueAt: lead.routing?.dueAt ?? null,
  owner: lead.routing?.name ?? null,
  receivedAt,
  marks: marksOf(lead, judging),
});

const marksOf = (lead: Lead, judging: KeptLead['judging']): readonly Mark[] => {
  const suspicion = spam(lead);
  return [
    ...(lead.test ? [{ word: 'Test', text: 'Test lead' }] : []),
    ...(suspicion ? [{ word: 'Spam?', text: suspicion }] : []),
    ...(judging === 'mismatch' ? [{ word: 'Check', text: 'Check the verdict' }] : []),
  ];
};

const STEP_WORDS = {
  callback: 'Call back',
  booking: 'Booked a time',
  email: 'Wants an e-mail',
  link: 'Followed a link',
  call: 'Called',
} as const;

export const nameOf = (lead: Lead): string =>
  lead.contact?.name ?? lead.contact?.email ?? lead.contact?.phone ?? 'No name given';

/** The answer that fills the need, else the first thing they said. */
const needOf = (lead: Lead): string => {
  const answers = (lead.answers ?? []).filter(({ kind, label }) => kind !== 'contact' && label !== '');
  return need(lead)?.label ?? (answers.find(isOwnWords) ?? answers[0])?.label ?? '';
};

/** Typed freely, not tapped. */
export const isOwnWords = ({ kind }: LeadAnswer): boolean => kind === 'text' || kind === 'longText';
