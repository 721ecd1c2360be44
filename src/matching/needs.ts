/**
 * What answers ask of every product: one need compares one answer with one attribute. Numbers may miss their limit
 * by a tolerance, over which they count less and less: a slope, not a cliff. Total on any playbook.
 */
import { isRecord, listOf, numberOf, textOf } from '../flow/lenient.js';
import type { Value } from '../flow/log.js';
import type { Answers } from '../flow/state.js';
import type { Need, Product } from '../playbook/schema.js';
import { entriesOf } from '../qualification/unchecked.js';
import type { NeedsReader, Point } from './recommend.js';

/** The comparisons a need can make; the first one it names counts. */
export const COMPARISONS = ['is', 'in', 'atLeast', 'atMost'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The attribute that every product with a price has. */
export const PRICE = 'price';

/** How far each need of the playbook is met by this product, in the playbook's order. */
export const readNeeds: NeedsReader = ({ needs }, product, facts) =>
  entriesOf(needs).map((need) => pointOf(need, product, facts));

/** The comparison a need makes and the attribute it looks at; undefined for one that makes none. */
export const comparisonOf = (
  need: Need,
): { readonly by: Comparison; readonly attribute: string } | undefined => {
  const by = COMPARISONS.find((name) => typeof need[name] === 'string');
  return by && { by, attribute: textOf(need[by]) };
};

/** What a product says of itself under that name; undefined: nothing. */
export const attributeOf = (
  { attributes, price }: Product,
  name: string,
): string | number | boolean | readonly string[] | undefined => {
  const own = isRecord(attributes) && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return own ?? (name === PRICE && isRecord(price) ? price.from : undefined);
};

const pointOf = (need: Need, product: Product, facts: Answers): Point => {
  const { attribute = '' } = comparisonOf(need) ?? {};
  const limit = attributeOf(product, attribute);
  const words = (text: unknown): string =>
    textOf(text).replaceAll('{limit}', () => (Array.isArray(limit) ? limit.join(', ') : String(limit ?? '')));
  const because = words(need.because);
  return {
    degree: degreeOf(need, limit, facts),
    weight: Math.max(0, numberOf(need.weight, 1)),
    because,
    otherwise: words(need.otherwise) || because,
    must: need.must === true,
    said: hasSaid(facts(textOf(need.answer))),
  };
};

/** Whoever chose nothing among several asks for nothing, which is no reason that speaks for a product. */
const hasSaid = (answer: Value | null | undefined): boolean =>
  answer != null && !(Array.isArray(answer) && answer.length === 0);

const degreeOf = (need: Need, attribute: unknown, facts: Answers): Point['degree'] => {
  const answer = facts(textOf(need.answer));
  const by = comparisonOf(need)?.by;
  if (answer == null || attribute === undefined || by === undefined) return 'unknown';
  if (by === 'is') return Number(wordsIn(answer).every((word) => word === wordOf(attribute)));
  if (by === 'in') {
    const [asked, offered] = [wordsIn(answer), listOf(attribute).map(wordOf)];
    return asked.length > 0 ? asked.filter((word) => offered.includes(word)).length / asked.length : 1;
  }
  const times = need.times === undefined ? 1 : numberIn(facts(textOf(need.times)));
  const [given, limit] = [amountOf(need, answer), numberIn(attribute) * times];
  if (Number.isNaN(given) || Number.isNaN(limit)) return 'unknown';
  const [low, high] = by === 'atLeast' ? [limit, given] : [given, limit];
  return low <= high ? 1 : sloped((low - high) / Math.abs(high), numberOf(need.tolerance, 0));
};

/** 1 at the limit, 0 at the tolerance and beyond. `excess` and tolerance are shares of the limit. */
const sloped = (excess: number, tolerance: number): number =>
  tolerance > 0 ? Math.max(0, 1 - excess / tolerance) || 0 : 0;

/** The number an answer stands for; NaN where the playbook does not say. */
const amountOf = ({ values }: Need, answer: Value): number =>
  typeof answer === 'string' && isRecord(values) && Object.hasOwn(values, answer)
    ? numberIn(values[answer])
    : numberIn(answer);

const numberIn = (thing: unknown): number =>
  typeof thing === 'number' && Number.isFinite(thing) ? thing : NaN;

/** As conditions compare them: yes and no are words, too. */
const wordOf = (thing: unknown): string => (thing === true ? 'yes' : thing === false ? 'no' : String(thing));
const wordsIn = (answer: Value): readonly string[] =>
  (Array.isArray(answer) ? answer : isRecord(answer) ? Object.values(answer) : [answer]).map(wordOf);
