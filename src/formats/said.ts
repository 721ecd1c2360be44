/** What a lead says, flat: one short text a name. The vocabulary of `delivery.fields`. */
import { brief } from '../lead/brief.js';
import { bandOf } from '../lead/brief-subject.js';
import type { Lead } from '../lead/lead.js';
import { sourceWords } from '../lead/source-words.js';
import { personName } from './person-name.js';

/** Every name that `delivery.fields` may use, besides the ids of steps. */
export const SAID = [
  ...['subject', 'name', 'firstName', 'lastName', 'email', 'phone', 'company', 'role', 'website', 'country'],
  ...['verdict', 'score', 'products', 'nextStep', 'nextStepAt', 'owner', 'dueAt', 'brief'],
  ...['source', 'campaign', 'page', 'language', 'consent', 'sentAt', 'leadId', 'revision', 'test'],
] as const;

const NAMES = new Set<string>(SAID);

/** The name under which a step's answer is said: its id, after `answer.` where that would be one of `SAID`. */
export const nameOfStep = (step: string): string => (NAMES.has(step) ? `answer.${step}` : step);

export type Said = ReadonlyMap<string, string>;

/**
 * Those of `SAID` that have something to say, in that order, then the answers by their steps (`nameOfStep`) in the
 * words that the prospect saw. Times in `brief` are in `zone`,
 * left out: the prospect's; others are ISO 8601 UTC.
 */
export const said = (lead: Lead, zone?: string): Said => {
  const { contact = {}, qualification, nextStep, routing, attribution } = lead;
  const { subject, lines } = brief(lead, { zone: zone ?? lead.timeZone });
  const { first, last } = personName(contact.name ?? '');
  const known: Readonly<Record<(typeof SAID)[number], string | undefined>> = {
    subject,
    name: contact.name,
    firstName: first,
    lastName: last,
    email: contact.email,
    phone: contact.phone,
    company: contact.company,
    role: contact.role,
    website: contact.website,
    country: contact.country,
    verdict: qualification && bandOf(lead),
    score: qualification && `${qualification.score}`,
    products: lead.recommendations?.map(({ name }) => name).join(', '),
    nextStep: nextStep?.status === 'cancelled' ? `Cancelled: ${nextStep.label}` : nextStep?.label,
    nextStepAt: nextStep?.start,
    owner: routing?.name ?? undefined,
    dueAt: routing?.dueAt,
    brief: lines.join('\n'),
    source: attribution && sourceWords(attribution),
    campaign: attribution?.utm.campaign,
    page: attribution?.page,
    language: lead.phase === 'withdrawn' ? undefined : lead.locale,
    consent: lead.consents
      .filter(({ granted }) => granted)
      .map(({ purpose }) => purpose)
      .join(', '),
    sentAt: lead.updatedAt,
    leadId: lead.id,
    revision: `${lead.revision}`,
    test: lead.test && 'test',
  };
  const words = new Map<string, string>();
  for (const name of SAID) put(words, name, known[name]);
  for (const { step, label } of lead.answers ?? []) {
    put(words, nameOfStep(step), label);
  }
  return words;
};

const put = (words: Map<string, string>, name: string, text: string | undefined): void => {
  if (text) words.set(name, text);
};
