/** The verdicts that conversations on certain ways can end with. Never too few; sometimes one too many. */
import type { Playbook } from '../playbook/schema.js';
import type { SlotState, Verdict } from '../qualification/judgement.js';
import { slotPlans } from '../qualification/slots.js';
import { reachedFrom } from './graph-walks.js';
import type { Names } from './names.js';
import { outcomesOf, type Possibilities, type Possible } from './possible.js';
import { END, type StepGraph, type Way } from './step-graph.js';

/** A bundle of ways through the conversation. */
export interface Route {
  /** Places that these ways come through. */
  readonly through: ReadonlySet<number>;
  /** The ways that end them, by the place they leave from. */
  readonly ends: ReadonlyMap<number, readonly Way[]>;
}

/** Names for which it is found out whether every way answers them; for others it is left open. */
const MOST_TRACED = 40;

const UNKNOWN: Possible = { answered: 'maybe' };
const NEVER: Possible = { answered: 'never' };

export const verdictsOn = (
  playbook: Playbook,
  graph: StepGraph,
  names: Names,
  route: Route,
): ReadonlySet<Verdict> => {
  const answers = answersOn(graph, names, route);
  const standing = standingOn(playbook, graph, answers);
  const verdicts = new Set<Verdict>();
  for (const rule of playbook.qualification?.verdicts ?? []) {
    const outcomes = outcomesOf(rule.when, (name) => standing.get(name) ?? answers(name));
    if (outcomes.has(true)) verdicts.add(rule.is);
    if (outcomes.size === 1 && outcomes.has(true)) return verdicts;
  }
  return verdicts.add('undetermined');
};

/** What the steps on these ways can be answered with. */
const answersOn = (graph: StepGraph, names: Names, { through, ends }: Route): Possibilities => {
  const waysOf = (place: number): readonly Way[] => {
    const within = (graph.ways[place] ?? []).filter((way) => through.has(way.to));
    const last = ends.get(place) ?? [];
    // Where all of them end with the same way, the answer that took it is the one that counts.
    return ends.size === 1 && last.length === 1 ? last : [...within, ...last];
  };
  let traced = 0;
  const isOnEveryWay = (place: number): boolean => {
    if ((place === 0 && graph.starts.length === 1) || (ends.size === 1 && ends.has(place))) return true;
    if (++traced > MOST_TRACED) return false;
    const around = reachedFrom(graph.targets, graph.starts, (other) => other !== place && through.has(other));
    return ![...ends.keys()].some((end) => around.has(end));
  };
  const look = (name: string): Possible => {
    const place = graph.placeOf.get(name);
    if (place === undefined) return names.answer(name) === undefined ? UNKNOWN : NEVER;
    if (!through.has(place) || !graph.asks[place]) return NEVER;
    const ways = waysOf(place);
    const isSkipped = ways.some((way) => way.isSkip);
    const answered = !isSkipped && isOnEveryWay(place) ? 'always' : 'maybe';
    const meaning = names.answer(name);
    if (ways.every((way) => way.values !== undefined)) {
      return { answered, values: [...new Set(ways.flatMap((way) => way.values ?? []))] };
    }
    if (meaning?.is === 'number') return { answered, range: [meaning.min ?? -1e9, meaning.max ?? 1e9] };
    if (meaning?.is === 'yesNo') return { answered, values: [true, false] };
    return { answered };
  };
  const known = new Map<string, Possible>();
  return (name) => {
    const found = known.get(name) ?? look(name);
    known.set(name, found);
    return found;
  };
};

/** The bounds of score and slots. */
const standingOn = (
  playbook: Playbook,
  graph: StepGraph,
  answers: Possibilities,
): ReadonlyMap<string, Possible> => {
  let [least, most] = [0, 0];
  for (const rule of playbook.qualification?.points ?? []) {
    const outcomes = outcomesOf(rule.when, answers);
    const mayCount = outcomes.has(true);
    const mayNot = outcomes.size > 1 || !mayCount;
    if (mayCount && (rule.add > 0 || !mayNot)) most += rule.add;
    if (mayCount && (rule.add < 0 || !mayNot)) least += rule.add;
  }
  const slots = slotPlans(playbook).map((plan) => {
    const said = plan.steps.map((step) => meaningsOf(step.id, graph, answers));
    const may = (state: SlotState) => said.some((states) => states.has(state));
    return {
      mayYes: may('yes'),
      mayNo: may('no'),
      isYes: said.some((states) => states.size === 1 && states.has('yes')),
      isNo: !may('yes') && said.some((states) => states.size === 1 && states.has('no')),
      isKnown: said.some((states) => !states.has('unknown')),
    };
  });
  const count = (test: (slot: (typeof slots)[number]) => boolean) => slots.filter(test).length;
  const between = (low: number, high: number): Possible => ({ answered: 'always', range: [low, high] });
  return new Map([
    ['score', between(Math.max(0, least), Math.max(0, most))],
    [
      'slotsYes',
      between(
        count((slot) => slot.isYes),
        count((slot) => slot.mayYes),
      ),
    ],
    [
      'slotsNo',
      between(
        count((slot) => slot.isNo),
        count((slot) => slot.mayNo && !slot.isYes),
      ),
    ],
    [
      'slotsUnknown',
      between(
        count((slot) => !slot.mayYes && !slot.mayNo),
        count((slot) => !slot.isKnown),
      ),
    ],
    ['verdict', NEVER],
  ]);
};

/** What the answers that are possible at a step say about the slot it fills. */
const meaningsOf = (id: string, graph: StepGraph, answers: Possibilities): ReadonlySet<SlotState> => {
  const { answered, values } = answers(id);
  const meanings = new Set<SlotState>();
  if (answered !== 'always') meanings.add('unknown');
  if (answered === 'never') return meanings;
  const step = graph.steps[graph.placeOf.get(id) ?? END];
  if (!values) {
    const means = (step?.options ?? []).map((option) =>
      typeof option === 'string' ? 'yes' : (option.means ?? 'yes'),
    );
    for (const state of means.length > 0 ? means : (['yes'] as const)) meanings.add(state);
  }
  for (const value of values ?? []) {
    const option = step?.options?.find((each) => typeof each !== 'string' && each.value === value);
    meanings.add(value === false ? 'no' : typeof option === 'object' ? (option.means ?? 'yes') : 'yes');
  }
  return meanings;
};
