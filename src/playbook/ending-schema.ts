import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, optional, text } from './field.js';

export const offerSchema = fields('Offer', 'A next step that a prospect can choose.', {
  kind: field('What kind of next step.', v.picklist(['callback', 'booking', 'email', 'link', 'call'])),
  label: field('The button. {owner} is the owner’s first name.', v.string()),
  url: optional('Kinds booking and link: where to go.', v.string()),
  minutes: optional('How long it takes.', v.number()),
  when: optional('Offer it only when this holds.', conditionSchema),
});

const endingSchema = fields('Ending', 'How a conversation ends.', {
  say: field('What the visitor reads at the end.', text),
  offer: optional('Offers, best first.', v.array(v.string())),
});

export const endingsSchema = fields('Endings', 'One ending for each verdict.', {
  qualified: field('They fit, and they want it.', endingSchema),
  nurture: field('They may want it later.', endingSchema),
  undetermined: field('Too little is known.', endingSchema),
  disqualified: field('They do not fit.', endingSchema),
});
