/** How many questions may still come, for every step of a playbook. Linear in the number of its ways. */
import type { Step } from '../playbook/schema.js';
import { kindOf } from './kinds/kind-of.js';
import { isRecord, listOf } from './lenient.js';
import { asksForContact, hasOptions, isQuestion, needsOptions } from './step.js';

export interface Lengths {
  /** Questions on the shortest way from a place to the end, its own included. */
  readonly min: readonly number[];
  /** The same on the longest way. */
  readonly max: readonly number[];
  /** Whether a way from a place asks for contact details. */
  readonly contactAhead: readonly boolean[];
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/**
 * Lengths from each place in the list of steps, by a walk in depth. Ways that close a circle are left out; a
 * step with no other way counts one question more than the step it leads back to. Exact where a playbook has
 * no circles.
 */
export function lengthsOf(
  steps: readonly (Step | undefined)[],
  placeOf: ReadonlyMap<string, number>,
): Lengths {
  const min = new Array<number>(steps.length).fill(0);
  const max = new Array<number>(steps.length).fill(0);
  const contactAhead = steps.map((step) => step !== undefined && asksForContact(step));
  const weight = steps.map((step) => (step !== undefined && asksSomething(step) ? 1 : 0));
  const ways = steps.map((step, place) => waysFrom(step, place, placeOf, steps.length));
  const state = new Uint8Array(steps.length);
  const leadsBack: (readonly [from: number, to: number])[] = [];

  const settle = (place: number): void => {
    let [least, most] = [Infinity, 0];
    for (const to of ways[place] ?? []) {
      if (to < steps.length && (to === place || state[to] !== DONE)) continue;
      least = Math.min(least, min[to] ?? 0);
      most = Math.max(most, max[to] ?? 0);
      contactAhead[place] ||= contactAhead[to] ?? false;
    }
    const back = ways[place]?.[0];
    if (least === Infinity && back !== undefined) leadsBack.push([place, back]);
    min[place] = (weight[place] ?? 0) + (least === Infinity ? 0 : least);
    max[place] = (weight[place] ?? 0) + most;
    state[place] = DONE;
  };

  for (let root = 0; root < steps.length; root++) {
    const trail = [root];
    for (let place = trail.at(-1); place !== undefined; place = trail.at(-1)) {
      if (state[place] === NEW) {
        state[place] = OPEN;
        for (const to of ways[place] ?? []) if (state[to] === NEW) trail.push(to);
      } else {
        if (state[place] === OPEN) settle(place);
        trail.pop();
      }
    }
  }
  for (const [from, to] of leadsBack) {
    if (from === to) continue;
    min[from] = (weight[from] ?? 0) + (min[to] ?? 0);
    max[from] = (weight[from] ?? 0) + (max[to] ?? 0);
  }
  return { min, max, contactAhead };
}

const asksSomething = (step: Step): boolean =>
  isQuestion(step) && !(needsOptions(step) && listOf(step.options).length === 0);

/** Every place a step may lead to; `end` for the end and for what is nowhere. */
function waysFrom(
  step: Step | undefined,
  place: number,
  placeOf: ReadonlyMap<string, number>,
  end: number,
): readonly number[] {
  if (!step) return [end];
  const ways = new Set<number>();
  const add = (go: unknown) => ways.add(typeof go === 'string' ? (placeOf.get(go) ?? end) : end);
  const options = hasOptions(step) ? listOf(step.options) : [];
  const leading = options.filter(isRecord).filter((option) => option['go'] !== undefined);
  for (const option of leading) add(option['go']);
  const settled =
    kindOf(step) === 'choice' &&
    options.length > 0 &&
    leading.length === options.length &&
    step.optional !== true;
  if (settled) return [...ways];
  const next: unknown = step.next;
  if (next === undefined) ways.add(place + 1);
  else if (!Array.isArray(next)) add(next);
  else {
    for (const branch of next) add(isRecord(branch) ? branch['go'] : undefined);
    if (next.every((branch) => !isRecord(branch) || branch['when'] !== undefined)) ways.add(place + 1);
  }
  return [...ways];
}
