import * as v from 'valibot';
import { field, fields, filled, id, optional } from './field.js';

/** A stated wish against an attribute of every product; see `matching/needs.ts`. */
export const needSchema = fields('Need', 'What an answer asks of a product.', {
  id: optional('Its name in `texts`. Left out: the name of the step it looks at.', id),
  answer: field('The step whose answer is compared.', filled),
  is: optional('The answer is this attribute of the product.', filled),
  in: optional('The answer, or each of several, is among this attribute.', filled),
  atLeast: optional(
    'The answer, as a number, is at least this attribute; "price" is the product’s price.',
    filled,
  ),
  atMost: optional('The answer, as a number, is at most this attribute.', filled),
  values: optional('The number that an option stands for.', v.record(v.string(), v.number())),
  times: optional('The attribute counts once for each of this answer, for example a price per site.', filled),
  tolerance: optional(
    'How far over the limit still counts a little, as a share: 0.5 is half as much again. Left out: not at all.',
    v.pipe(v.number(), v.minValue(0)),
  ),
  weight: optional(
    'How much it counts against the others. Left out: 1. With 0, a must is a condition and no reason.',
    v.pipe(v.number(), v.minValue(0)),
  ),
  must: optional('Products that fail it are shown only when none is left, with what they lack.', v.boolean()),
  because: field('The reason in the prospect’s words when it holds: "because …".', filled),
  otherwise: optional('What is said when it does not hold; {limit} is the attribute.', filled),
});
