/**
 * Which products which answers lead to, by trying them: products that no answers lead to, and answers that lead to
 * none. Answers count as free of one another, so a way through the steps may exclude what is found.
 */
import type { Value } from '../flow/log.js';
import type { Answer } from '../flow/state.js';
import { namesIn } from '../flow/conditions.js';
import { attributeOf, comparisonOf, readNeeds } from '../matching/needs.js';
import { recommend } from '../matching/recommend.js';
import type { Playbook } from '../playbook/schema.js';
import { isObject } from '../playbook/unchecked.js';
import { quote, type Findings } from './findings.js';
import { reachedFrom, reversed } from './graph-walks.js';
import { namesOf, type Meaning } from './names.js';
import type { StepGraph } from './step-graph.js';

/** Combinations of answers that are tried at most; with more, an even selection of them. */
const MOST_TRIED = 3_000;
/** So many are shown before somebody asks for more. */
const SHOWN = 2;

type Combination = readonly (readonly [name: string, value: Value | undefined])[];

export const checkProducts = (playbook: Playbook, graph: StepGraph, findings: Findings): void => {
  const { products = [] } = playbook;
  if (products.length === 0) return;
  const { warning, info } = findings;
  const shown = new Set<string>();
  let none: Combination | undefined;
  let near: Combination | undefined;
  for (const combination of combinationsOf(playbook, graph)) {
    const found = recommend(playbook, answersOf(combination), readNeeds);
    for (const { product } of found.slice(0, SHOWN)) shown.add(product);
    if (found.length === 0) none ??= combination;
    else if (found.every(({ relaxed = [] }) => relaxed.length > 0)) near ??= combination;
  }
  products.forEach(({ id, name }, i) => {
    if (shown.has(id)) return;
    warning(
      'product.never-shown',
      `products[${i}]`,
      `No answers bring ${quote(name)} among the first ${SHOWN} products.`,
      'Give it a reason in "fits", a need it meets, or a greater "weight".',
    );
  });
  if (none)
    warning(
      'products.none-fit',
      'products',
      `Nothing fits who answers ${wordsFor(none)}: every product is ruled out.`,
      'Let one product have no "only", or write a must in "needs" instead, which gives way when nothing is left.',
    );
  if (near)
    info(
      'products.near-miss',
      'products',
      `Who answers ${wordsFor(near)} sees only products that fail a must, with what they lack.`,
      'Add a product that fits, if there is one.',
    );
};

const answersOf = (combination: Combination): ReadonlyMap<string, Answer> =>
  new Map(
    combination.flatMap(([name, value]): [string, Answer][] => {
      if (value === undefined) return [];
      const step = name.split('.')[0] ?? name;
      const said = step === name ? value : { [name.slice(step.length + 1)]: String(value) };
      return [
        [
          step,
          {
            n: 0,
            step,
            value: said,
            raw: '',
            label: '',
            prompt: '',
            source: 'visitor',
            asOf: '',
            corrected: false,
          },
        ],
      ];
    }),
  );

const wordsFor = (combination: Combination): string => {
  const said = combination.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`],
  );
  return said.length > 0 ? quote(said.join('; ')) : 'nothing';
};

/** Every answer that may decide about products, with every other. */
const combinationsOf = (playbook: Playbook, graph: StepGraph): Iterable<Combination> => {
  const names = namesOf(playbook);
  const isShownAfter = shownAfter(graph);
  const candidates = [...decidingOn(playbook)].map(([name, told]) => ({
    name,
    values: answered(playbook, name, valuesOf(names.answer(name), told)).filter((value) =>
      isShownAfter(name, value),
    ),
  }));
  const size = candidates.reduce((product, { values }) => Math.min(product * values.length, 1e15), 1);
  // A stride that has no factor in common with small sizes goes through all of them evenly.
  const stride = size <= MOST_TRIED ? 1 : Math.floor(size / MOST_TRIED) | 1;
  return (function* () {
    for (let tried = 0, at = 0; tried < Math.min(size, MOST_TRIED); tried++, at += stride) {
      let rest = at;
      yield candidates.map(({ name, values }) => {
        const value = values[rest % values.length];
        rest = Math.floor(rest / values.length);
        return [name, value] as const;
      });
    }
  })();
};

/** Left open only what may be skipped, or where nothing is known of the answer. */
const answered = ({ steps }: Playbook, name: string, values: readonly (Value | undefined)[]) =>
  values.length > 1 && steps.some(({ id, optional }) => id === name && optional !== true)
    ? values.filter((value) => value !== undefined)
    : values;

/** Whether products may be shown to who answers so; true where an answer decides nothing about that. */
const shownAfter = ({ steps, ways, targets, placeOf }: StepGraph) => {
  const shows = steps.flatMap(({ show }, place) => (show === 'products' ? [place] : []));
  const leading = reachedFrom(reversed(targets), shows);
  return (name: string, value: Value | undefined): boolean => {
    const on = ways[placeOf.get(name) ?? -1] ?? [];
    if (value === undefined || !on.some(({ to }) => leading.has(to))) return true;
    return on.some(({ to, values }) => leading.has(to) && (values?.includes(String(value)) ?? true));
  };
};

/** The answers that products depend on, with the numbers and words they are compared with. */
const decidingOn = ({ products = [], needs = [] }: Playbook): ReadonlyMap<string, readonly unknown[]> => {
  const told = new Map<string, unknown[]>();
  const note = (name: string, ...values: readonly unknown[]) =>
    told.set(name, [...(told.get(name) ?? []), ...values]);
  for (const { only, fits = [] } of products)
    for (const condition of [only, ...fits.map(({ when }) => when)])
      for (const name of namesIn(condition)) note(name, ...scalarsIn(condition));
  for (const need of needs) {
    const { attribute } = comparisonOf(need) ?? {};
    note(need.answer, ...products.map((product) => attributeOf(product, attribute ?? '')).flat());
    if (need.times !== undefined) note(need.times, 1, 10, 100);
  }
  return told;
};

/** Every number and word that a condition holds, names left out. */
const scalarsIn = (thing: unknown): readonly unknown[] =>
  isObject(thing) ? Object.values(thing).flatMap(scalarsIn) : [thing];

/** What a name may be answered with, as far as it matters; left unanswered among them. */
const valuesOf = (meaning: Meaning | undefined, told: readonly unknown[]): readonly (Value | undefined)[] => {
  switch (meaning?.is) {
    case 'number': {
      const { min = -Infinity, max = Infinity } = meaning;
      const numbers = told.filter((value): value is number => typeof value === 'number');
      const near = [min, max, ...numbers.flatMap((number) => [number - 1, number, number + 1])];
      return [undefined, ...new Set(near.filter((n) => Number.isFinite(n) && n >= min && n <= max))];
    }
    case 'words':
      return [undefined, ...meaning.words.map((word) => (meaning.isList ? [word] : word))];
    case 'yesNo':
      return [undefined, true, false];
    default:
      return [undefined, ...new Set(told.filter((value): value is string => typeof value === 'string'))];
  }
};
