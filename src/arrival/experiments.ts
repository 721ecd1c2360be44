/** Experiments: which variant a visitor sees. The same visitor always sees the same. */
import { isRecord, listOf, numberOf, textOf } from '../flow/lenient.js';
import type { Playbook } from '../playbook/schema.js';

/** Variant by experiment. */
export type Variants = { readonly [experiment: string]: string };

/**
 * The variants of a visitor. What they saw before they see again, as long as it is in the playbook; else `unitOf`, a
 * number from 0 to 1 that stays the same for a visitor and an experiment, decides by the weights. Without weights
 * everything is as likely; a variant of weight 0 is given to nobody new.
 */
export const variantsFor = (
  { experiments }: Playbook,
  unitOf: (experiment: string) => number,
  seen: Variants = {},
): Variants => {
  const chosen: [string, string][] = [];
  for (const experiment of listOf(experiments).filter(isRecord)) {
    const id = textOf(experiment['id']);
    const variants = listOf(experiment['variants'])
      .filter(isRecord)
      .filter((variant) => textOf(variant['id']));
    const before = Object.hasOwn(seen, id) ? seen[id] : undefined;
    const again = variants.find((variant) => variant['id'] === before);
    const variant = textOf((again ?? drawn(variants, unitOf(id)))?.['id']);
    if (id && variant) chosen.push([id, variant]);
  }
  return Object.fromEntries(chosen);
};

type Weighted = { readonly [name: string]: unknown };

const weightOf = (variant: Weighted): number => Math.max(0, numberOf(variant['weight'], 1));

/** The variant at this share of all the weight; undefined where there is none. */
const drawn = (variants: readonly Weighted[], unit: number): Weighted | undefined => {
  const all = variants.reduce((sum, variant) => sum + weightOf(variant), 0);
  let left = unit * all;
  return variants.find((variant) => {
    const weight = weightOf(variant);
    left -= weight;
    return weight > 0 && left < 0;
  });
};
