import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, named, optional } from './field.js';

const priceSchema = fields('Price', 'What it costs at least.', {
  from: field('The lowest price.', v.number()),
  currency: field(
    'ISO 4217 currency.',
    v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'Three capital letters, for example EUR.')),
  ),
  per: optional('Per what, for example "site and month".', v.string()),
});

const fitSchema = fields('Fit', 'Something that speaks for a product.', {
  when: field('When it does.', conditionSchema),
  weight: optional('How much it counts against the others. Left out: 1.', v.pipe(v.number(), v.minValue(0))),
  because: field('The reason in the prospect’s words: "because …".', filled),
});

export const productSchema = fields('Product', 'Something that can be recommended.', {
  id: field('The product’s name in conditions and on the lead.', id),
  name: field('What the visitor reads.', v.string()),
  line: optional('One line of what it does.', v.string()),
  image: optional('Address of a picture, 16:9.', v.string()),
  url: optional('Address of the product’s page.', v.string()),
  price: optional('Price from, ISO currency, per what.', priceSchema),
  only: optional('A must: false rules the product out, whatever else there is.', conditionSchema),
  attributes: optional(
    'What it has or can do, by name: a number, a word, yes or no, or a list of words. `needs` compare answers with it.',
    named(v.union([v.number(), v.string(), v.boolean(), v.array(v.string())])),
  ),
  fits: optional('What speaks for it, in the prospect’s words.', v.array(fitSchema)),
});
