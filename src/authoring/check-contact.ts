/**
 * Checks that good leads can be reached: a way through the conversation that can end as qualified must have
 * asked for contact details. Ways without them are allowed otherwise, and named, because no lead is sent then.
 */
import { asksForContact } from '../flow/step.js';
import type { Playbook } from '../playbook/schema.js';
import { quote, type Findings } from './findings.js';
import { reachedFrom, reversed } from './graph-walks.js';
import { namesOf } from './names.js';
import { END, type StepGraph, type Way } from './step-graph.js';
import { verdictsOn } from './verdicts-on.js';

/** Ends looked at one by one; those after them are looked at together. */
const MOST_ENDS = 20;

interface End {
  readonly from: number;
  readonly way: Way;
}

export const checkContact = (playbook: Playbook, graph: StepGraph, { error, info }: Findings): void => {
  const asksContact = graph.steps.map(asksForContact);
  if (!asksContact.includes(true)) {
    error(
      'contact.never-asked',
      'steps',
      'No step asks for contact details, so no lead is ever sent.',
      'Add a step of kind "contact", "email" or "phone".',
    );
    return;
  }
  const { targets } = graph;
  const reached = reachedFrom(targets, graph.starts, (place) => !asksContact[place]);
  const back = reversed(targets);
  const names = namesOf(playbook);
  const ends = [...reached]
    .sort((a, b) => a - b)
    .flatMap((from): End[] =>
      (graph.ways[from] ?? []).filter((way) => way.to === END).map((way) => ({ from, way })),
    );
  for (const bundle of bundled(ends)) {
    const [first] = bundle;
    if (!first) continue;
    const through = reachedFrom(
      back,
      bundle.map(({ from }) => from),
      (place) => reached.has(place),
    );
    const byPlace = new Map<number, Way[]>();
    for (const { from, way } of bundle) byPlace.set(from, [...(byPlace.get(from) ?? []), way]);
    const isQualified = verdictsOn(playbook, graph, names, { through, ends: byPlace }).has('qualified');
    const where = `at the step ${quote(graph.steps[first.from]?.id ?? '')}`;
    if (isQualified) {
      error(
        'contact.qualified-without',
        first.way.path,
        `This way ends ${where} without asking for contact details, although it can end as qualified.`,
        'Let it lead to a step of kind "contact", or add a verdict that rules out "qualified" for it.',
      );
    } else {
      info(
        'contact.way-without',
        first.way.path,
        `This way ends ${where} without asking for contact details, so no lead is sent.`,
        'Nothing to do if that is what you want, for example for customers you already have.',
      );
    }
  }
};

const bundled = (ends: readonly End[]): readonly (readonly End[])[] => [
  ...ends.slice(0, MOST_ENDS).map((end) => [end]),
  ends.slice(MOST_ENDS),
];
