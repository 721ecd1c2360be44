import * as v from 'valibot';
import { field, fields, id, optional } from './field.js';

const variantSchema = fields('Variant', 'One side of an experiment.', {
  id: field('What conditions ask for: {"variant": "short"}. Unique among all variants.', id),
  weight: optional('Share relative to the others. Left out: 1.', v.pipe(v.number(), v.minValue(0))),
});

export const experimentSchema = fields('Experiment', 'Different visitors see different things.', {
  id: field('Its name on the lead and in figures.', id),
  variants: field('Two or more.', v.pipe(v.array(variantSchema), v.minLength(2))),
});
