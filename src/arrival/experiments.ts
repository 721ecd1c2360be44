/** Experiments: which variant a visitor sees. The same seed always sees the same. */
import { numberOf, textOf } from '../flow/lenient.js';
import type { Playbook } from '../playbook/schema.js';
import { listOf } from '../qualification/unchecked.js';
import { takesTurn } from '../routing/turns.js';

/** Variant by experiment. */
export type Variants = { readonly [experiment: string]: string };

/**
 * The variants of a visitor. What they saw before they see again, as long as it is in the playbook; else the seed
 * decides, by the weights. Without weights everything is as likely; a variant of weight 0 is given to nobody new.
 */
export const variantsFor = ({ experiments }: Playbook, seed: string, seen: Variants = {}): Variants => {
  const chosen: [string, string][] = [];
  for (const experiment of listOf(experiments)) {
    const id = textOf(experiment?.id);
    const turns = listOf(experiment?.variants).map((variant) => ({
      owner: textOf(variant?.id),
      weight: Math.max(0, numberOf(variant?.weight, 1)),
    }));
    const before = Object.hasOwn(seen, id) ? seen[id] : undefined;
    const variant = turns.some(({ owner }) => owner === before) ? before : takesTurn(`${seed} ${id}`, turns);
    if (id && variant) chosen.push([id, variant]);
  }
  return Object.fromEntries(chosen);
};
