/** Which products fit what the prospect said. Rules that nothing is known for neither help nor harm a product. */
import { holds } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { numberOf, textOf } from '../flow/lenient.js';
import type { Answer, Answers } from '../flow/state.js';
import type { Recommendation } from '../lead/lead.js';
import type { Playbook, Product } from '../playbook/schema.js';
import { entriesOf } from '../qualification/unchecked.js';

interface Match {
  readonly recommendation: Recommendation;
  /** Sum of the weights that hold. */
  readonly weight: number;
}

/**
 * Products that fit, best first; empty when the playbook has none. A product whose `only` is false is left
 * out; while `only` is unknown it stays. Order: sum of the weights that hold, then `fit`, then the
 * playbook's order, so that the same answers always give the same list.
 */
export const recommend = (
  playbook: Playbook,
  answers: ReadonlyMap<string, Answer>,
): readonly Recommendation[] => {
  const facts = factsFrom(answers);
  return entriesOf(playbook.products)
    .filter((product) => holds(product.only, facts) !== false)
    .map((product) => matchOf(product, facts))
    .sort((a, b) => b.weight - a.weight || b.recommendation.fit - a.recommendation.fit)
    .map((match) => match.recommendation);
};

const matchOf = (product: Product, facts: Answers): Match => {
  const matched: string[] = [];
  const unmet: string[] = [];
  let weight = 0;
  let known = 0;
  for (const fit of entriesOf(product.fits)) {
    const truth = holds(fit.when, facts);
    if (truth === 'unknown') continue;
    const share = Math.max(0, numberOf(fit.weight, 1));
    known += share;
    if (truth) weight += share;
    (truth ? matched : unmet).push(textOf(fit.because));
  }
  return {
    weight,
    recommendation: {
      product: textOf(product.id),
      name: textOf(product.name),
      fit: known > 0 ? weight / known || 0 : 0,
      matched,
      unmet,
    },
  };
};
