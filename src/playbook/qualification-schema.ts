import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, optional } from './field.js';

export const pointsSchema = fields('Points', 'Something that speaks for or against a prospect.', {
  when: field('Tests answers only: never score or verdict.', conditionSchema),
  add: field('Points, negative allowed.', v.number()),
  because: field('The reason a sales person reads.', filled),
});

const slotSchema = fields('Slot', 'Something worth knowing about every prospect.', {
  id: field('The slot’s name, used by `fills`.', id),
  label: field('How sales people call it.', v.string()),
});

const verdictSchema = fields('Verdict', 'What a prospect is, and why.', {
  when: optional(
    'May test score, slotsYes, slotsNo, slotsUnknown. The last verdict has none.',
    conditionSchema,
  ),
  is: field('The verdict.', v.picklist(['qualified', 'nurture', 'disqualified', 'undetermined'])),
  band: optional('How warm.', v.picklist(['hot', 'warm', 'cold'])),
  because: field('The reason a sales person reads.', filled),
});

export const qualificationSchema = fields('Qualification', 'How answers become a verdict.', {
  framework: optional('Ready-made slots, or your own.', v.picklist(['BANT', 'CHAMP', 'own'])),
  slots: optional('Your own slots (framework own), or further ones.', v.array(slotSchema)),
  points: optional('What speaks for or against.', v.array(pointsSchema)),
  verdicts: field(
    'Tried in order; the first that holds wins.',
    v.pipe(v.array(verdictSchema), v.minLength(1)),
  ),
});
