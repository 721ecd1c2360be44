/** Which products fit what the prospect said. What nothing is known for neither helps nor harms a product. */
import { holds, namesIn } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { numberOf, textOf } from '../flow/lenient.js';
import type { Answer, Answers } from '../flow/state.js';
import type { Recommendation } from '../lead/lead.js';
import type { Playbook, Product } from '../playbook/schema.js';
import { entriesOf } from '../qualification/unchecked.js';

/** How far one reason for a product holds. */
export interface Point {
  /** 0 (not at all) to 1 (wholly). */
  readonly degree: number | 'unknown';
  readonly weight: number;
  /** What speaks for the product when it holds. */
  readonly because: string;
  /** What speaks against it when it does not. */
  readonly otherwise: string;
  readonly must: boolean;
  /** An answer speaks in it. One that holds only because nobody answered counts, but nobody is told of it. */
  readonly said: boolean;
}

/** Compares the playbook's `needs` with a product; see `needs.ts`, which only few playbooks have a use for. */
export type NeedsReader = (playbook: Playbook, product: Product, facts: Answers) => readonly Point[];

interface Match {
  readonly recommendation: Recommendation;
  /** Sum of the weights that hold, each as far as it does. */
  readonly weight: number;
  /** Sum of the weights of the musts that fail altogether. */
  readonly broken: number;
}

const noNeeds: NeedsReader = () => [];

/**
 * Products that fit, best first; empty when the playbook has none. A product whose `only` is false is left
 * out; while `only` is unknown it stays. Products that fail a must of the `needs` are left out, too, unless none
 * is left: then these near misses come, those that lack least first. Order: sum of the weights that hold, then
 * `fit`, then the playbook's order, so that the same answers always give the same list.
 */
export const recommend = (
  playbook: Playbook,
  answers: ReadonlyMap<string, Answer>,
  needsOf: NeedsReader = noNeeds,
): readonly Recommendation[] => {
  const facts = factsFrom(answers);
  const matches = entriesOf(playbook.products)
    .filter((product) => holds(product.only, facts) !== false)
    .map((product) => matchOf(product, [...fitsOf(product, facts), ...needsOf(playbook, product, facts)]));
  const whole = matches.filter(({ broken }) => broken === 0);
  return (whole.length > 0 ? whole : matches)
    .sort((a, b) => a.broken - b.broken || b.weight - a.weight || b.recommendation.fit - a.recommendation.fit)
    .map((match) => match.recommendation);
};

const fitsOf = (product: Product, facts: Answers): readonly Point[] =>
  entriesOf(product.fits).map((fit) => {
    const truth = holds(fit.when, facts);
    const because = textOf(fit.because);
    const names = namesIn(fit.when);
    return {
      degree: truth === 'unknown' ? truth : Number(truth),
      weight: Math.max(0, numberOf(fit.weight, 1)),
      because,
      otherwise: because,
      must: false,
      said: names.length === 0 || names.some((name) => facts(name) != null),
    };
  });

const matchOf = (product: Product, points: readonly Point[]): Match => {
  const [matched, unmet, relaxed, unknown]: [string[], string[], string[], string[]] = [[], [], [], []];
  let [weight, known, broken] = [0, 0, 0];
  for (const { degree, weight: share, because, otherwise, must, said } of points) {
    // Without weight a must is a condition that nobody has to be told of unless it fails.
    const isReason = share > 0 || !must;
    if (degree === 'unknown') {
      if (isReason) unknown.push(because);
      continue;
    }
    known += share;
    weight += share * degree;
    // A must counts even where the owner gave it no weight.
    if (must && degree === 0) broken += share || 1;
    if (!said) continue;
    if (degree < 1) (must ? relaxed : unmet).push(otherwise);
    else if (isReason) matched.push(because);
  }
  return {
    weight,
    broken,
    recommendation: {
      product: textOf(product.id),
      name: textOf(product.name),
      fit: known > 0 ? weight / known || 0 : 0,
      matched,
      unmet,
      relaxed,
      ...(unknown.length > 0 && { unknown }),
    },
  };
};
