/**
 * From a conversation to the document that arrives. What may not be sent is taken out first; the rest is
 * folded and judged again, so that the lead says exactly what its own log says.
 */
import { factsFrom } from '../flow/facts.js';
import { fold } from '../flow/fold.js';
import { cameWith, type Iso, type LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import { recommend, type NeedsReader } from '../matching/recommend.js';
import type { Offer, Playbook } from '../playbook/schema.js';
import { judge, standingOf } from '../qualification/judge.js';
import { offerLabel } from '../routing/offer-label.js';
import type { Router } from '../routing/router.js';
import { leadAnswers, stepsOf, walkedAnswers } from './answers.js';
import { objectionsIn, questionsIn } from './asides.js';
import { contactFrom } from './contact.js';
import type { Lead, LeadConsent, NextStep, Routed, Signals } from './lead.js';
import { minimise, withheldSteps } from './minimise.js';
import { type PhoneReader, withE164 } from './phone.js';
import { settled } from './settled.js';

export interface LeadRequest {
  /** As it was spoken: labels and questions are taken from it. */
  readonly playbook: Playbook;
  readonly state: FoldState;
  /** 32 hexadecimal digits. */
  readonly leadId: string;
  /** 1, 2, 3 … */
  readonly revision: number;
  readonly phase: 'partial' | 'complete' | 'updated';
  /** Now; also the moment of judging. */
  readonly at: Iso;
  readonly signals?: Signals;
  readonly test?: boolean;
  /** Without it a phone number is only what the prospect wrote. */
  readonly readPhone?: PhoneReader;
  /** Without it the playbook's `needs` are left out of the recommendations. */
  readonly needsOf?: NeedsReader;
  /** Without it nobody is named and nothing is planned; a receiver gives the lead to somebody all the same. */
  readonly router?: Router;
}

/**
 * This revision of the lead, frozen all the way down and unchanged by JSON. The same request always gives
 * the same document, and `judge(fold(playbook, lead.log, standingOf(playbook)), lead.decidedAt)` equals
 * `lead.qualification`. Total: a log that says little gives a lead that says little.
 */
export const buildLead = (request: LeadRequest): Lead => {
  const { playbook, state, leadId, at, router } = request;
  const log = minimise(playbook, state);
  const standing = standingOf(playbook);
  const sent = fold(playbook, log, standing);
  const began = sent.log.find((entry) => entry.type === 'began');
  const came = cameWith(began);
  const submitted = sent.log.find((entry) => entry.type === 'submitted');
  const qualification = judge(playbook, sent, at);
  const recommendations = Array.isArray(playbook.products)
    ? recommend(playbook, sent.answers, request.needsOf)
    : undefined;
  const said = factsFrom(sent.answers, standing(sent.answers, came), came);
  const { answers, locale } = sent;
  const steps = stepsOf(playbook);
  const walked = walkedAnswers(sent);
  const contact = withE164(contactFrom(steps, walked), [state.locale, playbook.language], request.readPhone);
  const facts = router?.withAlsoKnown(said, { answers, contact, locale, recommendations }) ?? said;
  const prefix = router?.countryPrefix(said, contact);
  // Nobody has to answer what is not sent yet.
  const isNobodys = request.test || request.phase === 'partial';
  const asked = submitted?.at ?? at;
  const { band } = qualification;
  const routing = isNobodys
    ? undefined
    : router?.route({ playbook, facts, leadId, at: asked, band, prefix, further: router });
  const tasks =
    isNobodys || !playbook.routing
      ? []
      : (router?.tasksFor({ routing: playbook.routing, facts, at: asked, routed: routing }) ?? []);
  const raised = objectionsIn(playbook, log);
  return settled<Lead>({
    ...headOf(request),
    contact,
    qualification,
    answers: leadAnswers(steps, walked, log, withheldSteps(playbook, state)),
    questions: questionsIn(log),
    objections: raised.length > 0 ? raised : undefined,
    recommendations,
    nextStep: nextStepFrom(playbook, sent, routing),
    routing,
    tasks: tasks.length > 0 ? tasks : undefined,
    consents: consentsIn(log),
    notice: noticeIn(log),
    attribution: began?.arrival,
    variants: began?.variants,
    signals: request.signals,
    log,
  });
};

/** The word that erases a lead at its receiver. Carries nothing about the person. */
export const withdrawnLead = (request: Omit<LeadRequest, 'phase' | 'signals'>): Lead =>
  settled<Lead>({
    ...headOf({ ...request, phase: 'withdrawn' }),
    locale: 'und',
    timeZone: 'UTC',
    consents: [],
  });

type Head = Omit<LeadRequest, 'phase'> & { readonly phase: Lead['phase'] };

/** What every lead says, in the order in which a reader wants it. */
const headOf = ({ playbook, state, leadId, revision, phase, at, test }: Head): Omit<Lead, 'consents'> => {
  const began = state.log.find((entry) => entry.type === 'began');
  return {
    key: `${leadId}.${revision}`,
    schema: 1,
    id: leadId,
    revision,
    phase,
    test: test ? true : undefined,
    createdAt: began?.at ?? at,
    updatedAt: at,
    decidedAt: at,
    locale: state.locale || began?.locale || playbook.language,
    timeZone: began?.timeZone || 'UTC',
    playbook: began?.playbook ?? { id: playbook.id, version: playbook.version ?? '', hash: '' },
  };
};

/** Of each purpose the latest word, in the order in which they were first asked. */
const consentsIn = (log: readonly LogEntry[]): readonly LeadConsent[] => {
  const latest = new Map<string, LeadConsent>();
  for (const entry of log) {
    if (entry.type !== 'consented') continue;
    const { purpose, granted, text, version, locale, control, at } = entry;
    latest.set(purpose, { purpose, granted, text, version, locale, control, at });
  }
  return [...latest.values()];
};

const noticeIn = (log: readonly LogEntry[]): Lead['notice'] => {
  const entry = log.findLast((each) => each.type === 'submitted' && each.notice !== undefined);
  return entry?.type === 'submitted' ? { text: entry.notice ?? '', at: entry.at } : undefined;
};

const nextStepFrom = (
  playbook: Playbook,
  { chosen, log }: FoldState,
  routed: Routed | undefined,
): NextStep | undefined => {
  const { offers } = playbook;
  const offer = chosen && offers && Object.hasOwn(offers, chosen.offer) ? offers[chosen.offer] : undefined;
  const at = log.find((entry) => entry.n === chosen?.n)?.at;
  if (!chosen || !offer || at === undefined) return undefined;
  return {
    offer: chosen.offer,
    kind: offer.kind,
    label: offerLabel(offer, playbook, routed),
    status: chosen.cancelled
      ? 'cancelled'
      : chosen.booked
        ? 'booked'
        : chosen.slot || isAsked(offer)
          ? 'requested'
          : 'taken',
    at: chosen.cancelled ?? at,
    ...chosen.slot,
    details: chosen.details,
  };
};

/** Somebody has to do it; a newsletter with an address of its own is asked for there. */
const isAsked = ({ kind, url }: Offer): boolean =>
  /^(?:callback|visit|quote|email)$/.test(kind) || (kind === 'newsletter' && !url);
