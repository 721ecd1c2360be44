/** Checks where the conversation can go: targets, steps nobody reaches, circles, ways without an end. */
import { didYouMean } from '../playbook/nearest.js';
import { quote, someOf, type Findings } from './findings.js';
import { circlesIn, reachedFrom, reversed } from './graph-walks.js';
import { END, type StepGraph } from './step-graph.js';

export const checkWays = (graph: StepGraph, findings: Findings): void => {
  checkTargets(graph, findings);
  checkBranches(graph, findings);
  const reached = reachedFrom(graph.targets, graph.starts);
  checkReached(graph, reached, findings);
  const looped = checkLoops(graph, findings);
  checkEnd(graph, reached, looped, findings);
};

const checkTargets = (graph: StepGraph, { error }: Findings): void => {
  const ids = [...graph.placeOf.keys()];
  for (const { isUnknown, target, path } of graph.ways.flat()) {
    if (!isUnknown || target === undefined) continue;
    error('step.unknown-target', path, `There is no step ${quote(target)} to go to.`, () =>
      didYouMean(target, [...ids, 'end'], `Use the id of a step, or "end". Steps: ${someOf(ids, 10)}.`),
    );
  }
};

const checkBranches = ({ steps }: StepGraph, { warning }: Findings): void => {
  steps.forEach((step, place) => {
    if (typeof step.next === 'string' || !step.next) return;
    const always = step.next.findIndex((branch) => branch.when === undefined);
    if (always < 0 || always === step.next.length - 1) return;
    warning(
      'step.branch-never',
      `steps[${place}].next[${always + 1}]`,
      'This branch is never taken: the one before it has no condition.',
      'Give the one before it a "when", or move it to the end.',
    );
  });
};

const checkReached = (
  { steps, placeOf }: StepGraph,
  reached: ReadonlySet<number>,
  { warning }: Findings,
): void => {
  steps.forEach((step, place) => {
    if (reached.has(place) || placeOf.get(step.id) !== place) return;
    warning(
      'step.unreachable',
      `steps[${place}]`,
      `Nobody ever gets to the step ${quote(step.id)}.`,
      'Let an option’s "go" or a step’s "next" lead to it, or remove it.',
    );
  });
};

/** Between sentences no answer changes, so a circle of sentences never ends. Answers with their members. */
const checkLoops = (graph: StepGraph, { error }: Findings): ReadonlySet<number> => {
  const circles = circlesIn(graph.targets, (place) => graph.asks[place] === false);
  for (const circle of circles) {
    const [first = 0] = circle;
    const ids = circle.map((place) => graph.steps[place]?.id ?? '');
    error(
      'step.loop',
      `steps[${first}]`,
      circle.length > 1
        ? `The steps ${someOf(ids)} lead to one another without ever asking anything.`
        : `The step ${quote(ids[0] ?? '')} leads to itself without asking anything.`,
      'Put a question between them, or let one of them go on to another step or to "end".',
    );
  }
  return new Set(circles.flat());
};

const checkEnd = (
  graph: StepGraph,
  reached: ReadonlySet<number>,
  looped: ReadonlySet<number>,
  { error }: Findings,
): void => {
  const ends = graph.ways.flatMap((ways, place) => (ways.some((way) => way.to === END) ? [place] : []));
  const ending = reachedFrom(reversed(graph.targets), ends);
  const stuck = graph.steps.flatMap((_, place) => (reached.has(place) && !ending.has(place) ? [place] : []));
  const [first] = stuck.filter((place) => !looped.has(place));
  if (first === undefined || stuck.some((place) => looped.has(place))) return;
  error(
    'step.no-end',
    `steps[${first}]`,
    `From the step ${quote(graph.steps[first]?.id ?? '')} on the conversation never ends.`,
    'Let one of the following steps go to "end", or to a step from which the end can be reached.',
  );
};
