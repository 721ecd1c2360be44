/**
 * The steps of a playbook as a graph: every way to go on from a step, where it is written and which answers
 * take it. Conditions are left aside, so every way counts as possible.
 */
import { kindOf } from '../flow/kinds/kind-of.js';
import { hasOptions, isQuestion, needsOptions } from '../flow/step.js';
import { nearest } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook, Step } from '../playbook/schema.js';
import type { Graph } from './graph-walks.js';

/** Where a way leads when the conversation is over. */
export const END = -1;

/** Targets that do not exist for which the one meant is looked up. */
const MOST_MEANT = 100;

export interface Way {
  /** Place of the step it leads to, or `END`. Of a target that does not exist: of the one probably meant. */
  readonly to: number;
  /** Where the playbook says so, for example `steps[3].options[1].go`; the step itself where it says nothing. */
  readonly path: string;
  /** The target as written; absent where the following step is meant. */
  readonly target?: string;
  /** The target does not exist. */
  readonly isUnknown: boolean;
  /** Values of the options that lead here; absent when any answer may, or none is needed. */
  readonly values?: readonly string[];
  /** The step may be skipped this way. */
  readonly isSkip: boolean;
}

export interface StepGraph {
  readonly steps: readonly Step[];
  /** Ways from each step. */
  readonly ways: readonly (readonly Way[])[];
  /** Where those ways lead. */
  readonly targets: Graph;
  /** Where visitors may begin: the first step, and those that greetings name. */
  readonly starts: readonly number[];
  /** Place by id; the first of several. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Whether each step asks something. */
  readonly asks: readonly boolean[];
}

const isConditional = (option: NonNullable<Step['options']>[number]): boolean =>
  typeof option !== 'string' && option.when !== undefined;

/** Value of an option, which may be written as a plain text. */
export const valueOf = (option: NonNullable<Step['options']>[number]): string =>
  typeof option === 'string' ? option : option.value;

export const stepGraphOf = ({ steps, welcome }: Playbook): StepGraph => {
  const placeOf = new Map<string, number>();
  steps.forEach((step, place) => {
    if (!placeOf.has(step.id)) placeOf.set(step.id, place);
  });
  let looked = 0;
  const meant = (target: string): number | undefined =>
    ++looked > MOST_MEANT ? undefined : placeOf.get(nearest(target, placeOf.keys()) ?? '');
  const following = (place: number): number => (place + 1 < steps.length ? place + 1 : END);

  const wayTo = (target: string, path: string, place: number): Omit<Way, 'isSkip'> => {
    const to = target === 'end' ? END : placeOf.get(target);
    if (to !== undefined) return { to, path, target, isUnknown: false };
    return { to: meant(target) ?? following(place), path, target, isUnknown: true };
  };

  /** Ways that do not depend on the option chosen. */
  const waysOn = (step: Step, place: number): readonly Omit<Way, 'isSkip'>[] => {
    const path = `steps[${place}]`;
    const next = pathTo(path, 'next');
    if (typeof step.next === 'string') return [wayTo(step.next, next, place)];
    const branches = step.next ?? [];
    const ways = branches.map((branch, i) => wayTo(branch.go, `${next}[${i}].go`, place));
    if (branches.some((branch) => branch.when === undefined)) return ways;
    return [...ways, { to: following(place), path: step.next ? next : path, isUnknown: false }];
  };

  const waysFrom = (step: Step, place: number): readonly Way[] => {
    const options = hasOptions(step) ? (step.options ?? []) : [];
    const own = options.flatMap((option, i): Way[] => {
      if (typeof option === 'string' || option.go === undefined) return [];
      const way = wayTo(option.go, `steps[${place}].options[${i}].go`, place);
      return [{ ...way, values: [option.value], isSkip: false }];
    });
    // A choice of which nothing can be chosen is passed over.
    const isSkip = step.optional === true || (needsOptions(step) && options.every(isConditional));
    const on = waysOn(step, place).map((way): Way => ({ ...way, isSkip }));
    if (kindOf(step) !== 'choice') return [...own.map((way) => ({ ...way, values: undefined })), ...on];
    const others = options
      .filter((option) => typeof option === 'string' || option.go === undefined)
      .map(valueOf);
    if (others.length === 0 && !isSkip) return own;
    return [...own, ...on.map((way) => ({ ...way, values: others }))];
  };

  const ways = steps.map(waysFrom);
  const targets = ways.map((some) => some.map((way) => way.to));
  const said = Array.isArray(welcome?.say) ? welcome.say : [];
  const named = said.flatMap((greeting) =>
    typeof greeting === 'object' ? (placeOf.get(greeting.start ?? '') ?? []) : [],
  );
  return { steps, starts: [...new Set([0, ...named])], placeOf, ways, targets, asks: steps.map(isQuestion) };
};
