/** What a lead amounts to in one line of the inbox. */
import type { Lead, LeadAnswer } from '../../src/lead/lead.js';
import { bandWord } from '../../src/qualification/band-word.js';
import type { KeptLead } from './store.js';

/** Below this many milliseconds nobody reads the questions. */
const IN_NO_TIME_MS = 3_000;

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
  /** Marks that stand at the front: test, possible spam, a verdict that does not follow from the answers. */
  readonly marks: readonly string[];
}

export const rowOf = ({ ref, lead, judging, receivedAt }: KeptLead): Row => ({
  ref,
  word: lead.qualification ? bandWord(lead.qualification) : '',
  name: nameOf(lead),
  company: lead.contact?.company ?? '',
  need: needOf(lead),
  step: lead.nextStep ? STEP_WORDS[lead.nextStep.kind] : '',
  dueAt: lead.routing?.dueAt ?? null,
  owner: lead.routing?.name ?? null,
  receivedAt,
  marks: [
    ...(lead.test ? ['Test'] : []),
    ...(lead.signals ? spamMarks(lead.signals) : []),
    ...(judging === 'mismatch' ? ['Check the verdict'] : []),
  ],
});

const STEP_WORDS = {
  callback: 'Call back',
  booking: 'Booked a time',
  email: 'Wants an e-mail',
  link: 'Followed a link',
  call: 'Called',
} as const;

export const nameOf = (lead: Lead): string =>
  lead.contact?.name ?? lead.contact?.email ?? lead.contact?.phone ?? 'No name given';

const spamMarks = ({ tookMs, decoyFilled }: NonNullable<Lead['signals']>): readonly string[] => {
  if (decoyFilled) return ['Possible spam (filled a hidden field)'];
  return tookMs < IN_NO_TIME_MS ? [`Possible spam (filled in ${(tookMs / 1000).toFixed(1)} s)`] : [];
};

/** What they want, in their words: the answer that fills the need, else the first thing they said. */
const needOf = (lead: Lead): string => {
  const answers = (lead.answers ?? []).filter(({ kind, label }) => kind !== 'contact' && label !== '');
  const evidence = lead.qualification?.slots.find(({ id }) => id === 'need' || id === 'challenges')?.evidence;
  const need = answers.filter(({ n }) => evidence?.includes(n));
  return (need.find(isOwnWords) ?? need[0] ?? answers.find(isOwnWords) ?? answers[0])?.label ?? '';
};

/** Typed freely, not tapped. */
export const isOwnWords = ({ kind }: LeadAnswer): boolean => kind === 'text' || kind === 'longText';
