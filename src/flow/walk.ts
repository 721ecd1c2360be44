/** Where a walk through the steps stands, and what can be read off it. `proceed.ts` moves it. */
import type { Step } from '../playbook/schema.js';
import type { Facts } from './conditions.js';
import { factsFrom } from './facts.js';
import { type Given, present, type Said } from './given.js';
import type { Ledger } from './ledger.js';
import { isRecord } from './lenient.js';
import type { Value } from './log.js';
import type { Outline } from './outline.js';
import type { Answer, Break, StaleFact, Standing, StandingOf, Turn } from './state.js';

/** How often a step was visited and how many of its answers were looked at. */
interface Visits {
  readonly visits: number;
  readonly seen: number;
}

/** A consent or a refusal: how it was given and what it says now. */
export interface Consent {
  readonly given: Given;
  readonly said: Said;
}

export interface Walk {
  readonly outline: Outline;
  /** Place in the list of steps; its length or more: the end. */
  place: number;
  /** Consent steps to take before that place. */
  detour: readonly Step[];
  /** Whether the step the walk stands at has been arrived at. */
  arrived: boolean;
  /** An answer to it that does not fit (any more). */
  prior: Value | undefined;
  /** What the page knew of it that has to be confirmed. */
  stale: StaleFact | undefined;
  readonly path: string[];
  readonly answers: Map<string, Answer>;
  readonly visits: Map<string, Visits>;
  readonly taken: Set<number>;
  /** Purposes whose consent step was walked. */
  readonly asked: Set<string>;
  /** Places since the last answer: coming to one again is a circle without an end. */
  readonly since: Set<number>;
  /** What has been said so far, without the pending question and what was typed since. */
  readonly turns: Turn[];
  /** How many asides are among the turns. */
  told: number;
  /** Number and time of the latest answer among the turns. */
  latest: { readonly n: number; readonly at: string };
  done: number;
  shown: number;
  broken: Break | null;
}

/** The step the walk stands at; `undefined` at the end. */
export const stepAt = ({ detour, outline, place }: Walk): Step | undefined =>
  detour[0] ?? outline.steps[place];

/** What conditions know at this point of the walk. */
export function factsOn(walk: Walk, ledger: Ledger, standingOf?: StandingOf): Facts {
  let standing: Standing | undefined;
  let judged = -1;
  return factsFrom(
    walk.answers,
    () => {
      if (judged !== walk.done) standing = standingOf?.(walk.answers, ledger.began?.arrival);
      judged = walk.done;
      return standing;
    },
    ledger.began?.arrival,
  );
}

/** Questions left on the shortest and on the longest way. */
export function leftOn({ outline, place, detour, asked, broken }: Walk): { min: number; max: number } {
  const { min, max, contactAhead } = outline.lengths;
  const now = detour.length;
  if (broken) return { min: now + (place in min ? 1 : 0), max: now + (place in max ? 1 : 0) };
  const later = now === 0 && contactAhead[place] ? unasked(outline, asked).length : 0;
  return { min: now + (min[place] ?? 0), max: now + later + (max[place] ?? 0) };
}

/** Consents that no author's step asks for and that have not been asked. */
const unasked = ({ purposes }: Outline, asked: ReadonlySet<string>) =>
  purposes.filter(({ purpose, authored }) => !authored && !asked.has(purpose));

/** What was said on a purpose last; `undefined` for consent to a wording that is not the playbook's any more. */
export function consentOn({ outline }: Walk, ledger: Ledger, purpose: string): Consent | undefined {
  const given = ledger.consents.get(purpose);
  if (!given) return undefined;
  const said = present(given, ledger.mends.get(given.n));
  const version = outline.purposes.find((known) => known.purpose === purpose)?.version;
  const isOutdated = said.value === true && Boolean(version) && given.version !== version;
  return isOutdated ? undefined : { given, said };
}

/** Whether an e-mail address or a phone number is among the answers. */
export const isReachable = ({ outline, answers }: Walk): boolean =>
  outline.contacts.some(({ id }) => {
    const value = answers.get(id)?.value;
    return isRecord(value) ? Boolean(value['email'] ?? value['phone']) : typeof value === 'string';
  });
