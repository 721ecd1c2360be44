/**
 * The fold: a playbook and a log in, what the conversation amounts to out. Total on any playbook and any log;
 * no clock, no chance, no language of its own. `advance` is the same one entry at a time.
 */
import type { Playbook } from '../playbook/schema.js';
import { emptyLedger, enter, isNext, type Ledger } from './ledger.js';
import { textOf } from './lenient.js';
import type { LogEntry } from './log.js';
import { outlineOf } from './outline.js';
import { proceed, startOf } from './proceed.js';
import type { FoldState, Position, Progress, StandingOf } from './state.js';
import { turnsOf } from './turns.js';
import { consentOn, factsOn, isReachable, leftOn, stepAt, type Walk } from './walk.js';

/** What a state was made from, so that the next entry need not start from the first. */
interface Made {
  readonly playbook: Playbook;
  readonly ledger: Ledger;
  readonly walk: Walk;
}
const madeFrom = new WeakMap<FoldState, Made>();

/** A conversation in which nothing has happened: the first question is pending. */
export const emptyState = (playbook: Playbook, standingOf?: StandingOf): FoldState =>
  fold(playbook, [], standingOf);

/**
 * What a log amounts to under a playbook. Entries whose number is not above the one before are left out, so
 * that an entry that arrives twice counts once. `standingOf` answers conditions on score and verdict;
 * without it they are unknown.
 */
export function fold(playbook: Playbook, log: readonly LogEntry[], standingOf?: StandingOf): FoldState {
  const outline = outlineOf(playbook);
  const ledger = emptyLedger(textOf(outline.playbook.language) || 'en');
  for (const entry of log) if (isNext(ledger, entry)) enter(ledger, entry);
  const walk = startOf(outline, ledger);
  proceed(walk, ledger, standingOf);
  return stateOf({ playbook, ledger, walk }, standingOf);
}

/**
 * The state after one more entry: the same as folding the whole log, at the cost of one step. An entry that
 * does not count leaves the very same state.
 */
export function advance(
  playbook: Playbook,
  state: FoldState,
  entry: LogEntry,
  standingOf?: StandingOf,
): FoldState {
  if (!isNext(state, entry)) return state;
  const made = madeFrom.get(state);
  if (!made || made.playbook !== playbook || rewrites(entry, made))
    return fold(playbook, [...state.log, entry], standingOf);
  const ledger = copyOf(made.ledger);
  const walk = copyOf(made.walk);
  enter(ledger, entry);
  proceed(walk, ledger, standingOf);
  return stateOf({ playbook, ledger, walk }, standingOf);
}

/** Whether an entry may change what has been walked already. */
function rewrites(entry: LogEntry, { ledger, walk }: Made): boolean {
  switch (entry.type) {
    case 'began':
    case 'corrected':
    case 'prefilled':
    case 'confirmed':
    case 'disowned':
    case 'language':
      return true;
    case 'consented':
      return ledger.consents.has(entry.purpose) || walk.asked.has(entry.purpose);
    default:
      return false;
  }
}

/** A copy that can be changed; what its lists hold is shared. */
const copyOf = <T extends object>(parts: T): T =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      Array.isArray(part)
        ? [...part]
        : part instanceof Map
          ? new Map(part)
          : part instanceof Set
            ? new Set(part)
            : part,
    ]),
  ) as T;

function stateOf(made: Made, standingOf?: StandingOf): FoldState {
  const { ledger, walk } = made;
  const step = stepAt(walk);
  const consents = new Map<string, boolean>();
  for (const purpose of ledger.consents.keys()) {
    const consent = consentOn(walk, ledger, purpose);
    if (consent) consents.set(purpose, consent.said.value === true);
  }
  const position: Position = step
    ? {
        at: 'step',
        step,
        ...(walk.prior !== undefined && { prior: walk.prior }),
        ...(walk.stale && { stale: walk.stale }),
      }
    : { at: 'end', sendable: isSendable(walk, consents) };
  const state: FoldState = {
    n: ledger.n,
    log: ledger.log,
    position,
    path: walk.path,
    answers: walk.answers,
    dead: ledger.numbers.filter((n) => !walk.taken.has(n)),
    turns: turnsOf(walk, ledger, step, factsOn(walk, ledger, standingOf)),
    progress: progressOf(walk),
    consents,
    submitted: ledger.submitted,
    withdrawn: ledger.withdrawn,
    chosen: ledger.chosen,
    locale: ledger.locale,
    broken: walk.broken,
  };
  madeFrom.set(state, made);
  return state;
}

/** Somebody can be reached, and every consent without which nothing may be sent is given. */
const isSendable = (walk: Walk, consents: ReadonlyMap<string, boolean>): boolean =>
  isReachable(walk) &&
  walk.outline.purposes.every(({ purpose, required }) => !required || consents.get(purpose) === true);

function progressOf(walk: Walk): Progress {
  const atEnd = stepAt(walk) === undefined;
  const left = atEnd ? { min: 0, max: 0 } : leftOn(walk);
  return { done: walk.done, leftMin: left.min, leftMax: left.max, shown: atEnd ? 1 : walk.shown };
}
