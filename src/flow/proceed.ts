/**
 * The walk: from the first step, the k-th visit of a step takes the next answer to it that fits; the first
 * question without one is pending. It goes on where it stands, so that one more entry costs one more step.
 */
import type { Step } from '../playbook/schema.js';
import type { Facts } from './conditions.js';
import { questionOf } from './fill-prompt.js';
import { type Given, type Said, present } from './given.js';
import { greetingStart } from './greeting.js';
import { kindOf } from './kinds/kind-of.js';
import { stillFits } from './kinds/fits.js';
import { labelOf } from './kinds/label.js';
import type { Ledger } from './ledger.js';
import type { Value } from './log.js';
import { wayFrom } from './next-step.js';
import { type OfferedOption, optionsOf } from './options.js';
import type { Outline } from './outline.js';
import { isStale } from './stale.js';
import type { Answer, StandingOf } from './state.js';
import { asksForContact, isQuestion, needsOptions, purposeOf } from './step.js';
import { addAnswer, addArrival, greetingTurns } from './turns.js';
import { consentOn, factsOn, isReachable, leftOn, stepAt, type Walk } from './walk.js';

/** More steps than this without a question are taken for a fault of the playbook. */
const MOST_MOVES = 1000;

/** A walk before its first step, with the greeting said. */
export const startOf = (outline: Outline, ledger: Ledger): Walk => {
  const walk: Walk = {
    outline,
    place: 0,
    detour: [],
    arrived: false,
    prior: undefined,
    stale: undefined,
    path: [],
    answers: new Map(),
    visits: new Map(),
    taken: new Set(),
    asked: new Set(),
    since: new Set(),
    turns: [],
    told: 0,
    latest: { n: 0, at: ledger.began?.at ?? '' },
    done: 0,
    shown: 0,
    broken: null,
  };
  const facts = factsOn(walk, ledger);
  walk.turns.push(...greetingTurns(outline.playbook, facts, walk.latest.at));
  walk.place = outline.placeOf.get(greetingStart(outline.playbook, facts)) ?? 0;
  if (outline.steps.length === 0) breakOff(walk, 'steps', 'There are no steps.');
  return walk;
};

/** Goes on until a question has no answer or the end is reached. */
export function proceed(walk: Walk, ledger: Ledger, standingOf?: StandingOf): void {
  const facts = factsOn(walk, ledger, standingOf);
  for (;;) {
    if (!walk.arrived && walk.detour.length === 0) walk.detour = consentsBefore(walk);
    const step = stepAt(walk);
    if (!step) {
      if (walk.place >= walk.outline.steps.length) return;
      breakOff(walk, `steps[${walk.place}]`, 'This is not a step.');
      continue;
    }
    if (!walk.arrived) arriveAt(walk, step, facts);
    const options = optionsOf(step, facts);
    if (isQuestion(step) && !(needsOptions(step) && options.length === 0)) {
      const found = answerTo(walk, ledger, step, options);
      if (!found) return;
      settle(walk, ledger, step, options, facts, found);
    }
    leave(walk, step, options, facts);
  }
}

/**
 * Consent steps that come in between: before the first contact step those no author's step asks for, and at
 * the end, or where the playbook is broken, required ones the way did not come by.
 */
function consentsBefore(walk: Walk): readonly Step[] {
  const { outline, asked, broken, place } = walk;
  const step = outline.steps[place];
  const missing = outline.purposes.filter(({ purpose }) => !asked.has(purpose));
  const due = step
    ? asksForContact(step)
      ? missing.filter(({ authored }) => broken !== null || !authored)
      : []
    : place >= outline.steps.length && isReachable(walk)
      ? missing.filter(({ required }) => required)
      : [];
  return due.map((one) => one.step);
}

function arriveAt(walk: Walk, step: Step, facts: Facts): void {
  const { visits, seen } = walk.visits.get(step.id) ?? { visits: 0, seen: 0 };
  walk.visits.set(step.id, { visits: visits + 1, seen });
  walk.path.push(step.id);
  walk.arrived = true;
  walk.prior = undefined;
  walk.stale = undefined;
  if (walk.detour.length === 0) walk.since.add(walk.place);
  if (isQuestion(step)) walk.shown = Math.max(walk.shown, walk.done / (walk.done + leftOn(walk).max || 1));
  addArrival(walk, step, visits + 1, facts);
}

/** An answer that fits: how it was given and what it says now. */
interface Found {
  readonly given: Given;
  readonly said: Said;
  readonly value: Value | null;
}

/** The next answer that fits, with what it says now. Those that do not fit are passed over for good. */
function answerTo(
  walk: Walk,
  ledger: Ledger,
  step: Step,
  options: readonly OfferedOption[],
): Found | undefined {
  const purpose = purposeOf(step);
  const consent = purpose === undefined ? undefined : consentOn(walk, ledger, purpose);
  if (consent) return found(consent.given, consent.said);
  const given = ledger.given.get(step.id) ?? [];
  const { visits, seen } = walk.visits.get(step.id) ?? { visits: 1, seen: 0 };
  for (let i = seen; i < given.length; i++) {
    const one = given[i] as Given; // The index is below the length.
    const pass = () => walk.visits.set(step.id, { visits, seen: i + 1 });
    // A consent that is still to come would not have looked at these.
    if (purpose === undefined) pass();
    const said = present(one, ledger.mends.get(one.n));
    const { value } = said;
    // Consent is given in a `consented` entry with its wording, or not at all.
    const readable = value !== undefined && (purpose === undefined || value === null);
    const passes = one.withheld === true && value === null;
    if (readable && (passes || stillFits(value, { step, options, locale: one.locale }))) {
      pass();
      if (value !== null && said === one && isStale(one, step, walk.outline.playbook)) {
        const { n, asOf } = one;
        walk.prior = value;
        walk.stale = { n, value, asOf };
        continue;
      }
      return found(one, said);
    }
    walk.prior = value ?? walk.prior;
  }
  return undefined;
}

const found = (given: Given, said: Said): Found => ({ given, said, value: said.value ?? null });

function settle(
  walk: Walk,
  ledger: Ledger,
  step: Step,
  options: readonly OfferedOption[],
  facts: Facts,
  { given, said, value }: Found,
): void {
  const corrected = said !== given;
  const purpose = purposeOf(step);
  // Said in another language: shown in the present one. The wording of a consent stays what was agreed to.
  const kept = (words: string, locale: string) =>
    locale === ledger.locale || purpose !== undefined ? words : '';
  const answer: Answer = {
    n: given.n,
    step: step.id,
    value,
    raw: said.raw,
    ...(said.words && { words: said.words }),
    label:
      kept(said.label, said.locale) ||
      (value === null ? '' : labelOf(value, { options, locale: ledger.locale, unit: step.unit })),
    prompt: kept(given.prompt, given.locale) || questionOf(step, facts, walk.outline.playbook),
    source: corrected ? 'visitor' : given.source,
    asOf: said.asOf,
    ...(given.confirmed && !corrected && { confirmedAt: given.confirmed.at }),
    corrected,
  };
  addAnswer(walk, ledger, answer, given, heardIn(step, answer));
  walk.taken.add(given.n);
  walk.answers.delete(step.id);
  walk.answers.set(step.id, answer);
  walk.done += 1;
  if (purpose === undefined) walk.since.clear();
  else walk.asked.add(purpose);
}

/** Kinds whose answers are other words than what may be typed for them. */
const WORDED: readonly string[] = ['choice', 'yesNo', 'number', 'date', 'rating', 'country'];

/** What was typed, where it was understood in other words; else empty. A tap has the value itself. */
function heardIn(step: Step, { raw, value, label, words }: Answer): string {
  const isTapped = raw === String(value) || raw === (value === true ? 'yes' : value === false && 'no');
  const isPlain = value === null || words || label.toLowerCase().includes(raw.trim().toLowerCase());
  return isTapped || isPlain || !WORDED.includes(kindOf(step)) ? '' : raw;
}

function leave(walk: Walk, step: Step, options: readonly OfferedOption[], facts: Facts): void {
  const { outline, place, since } = walk;
  walk.arrived = false;
  if (walk.detour.length > 0) {
    walk.detour = walk.detour.slice(1);
    return;
  }
  if (walk.broken) {
    walk.place = outline.steps.length;
    return;
  }
  const { to, go, path } = wayFrom(outline, place, walk.answers.get(step.id)?.value, options, facts);
  if (to === undefined) breakOff(walk, path, `"${step.id}" leads to "${go}", which is not there.`);
  else if (since.has(to)) breakOff(walk, path, `"${step.id}" leads back to "${go}" without a question.`);
  else if (since.size >= MOST_MOVES) breakOff(walk, path, `${MOST_MOVES} steps without a question.`);
  else walk.place = to;
}

/** The playbook cannot go on: to the contact card, so that a person can, or else to the end. */
function breakOff(walk: Walk, path: string, detail: string): void {
  const { outline, answers } = walk;
  const { steps, refuge } = outline;
  walk.broken = { code: 'playbook.broken', path, detail };
  walk.place = refuge && !answers.has(refuge.id) ? steps.indexOf(refuge) : steps.length;
}
