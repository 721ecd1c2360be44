/**
 * The playbook: one source for its types, its check at run time and its published JSON Schema. Every part
 * has its own file beside this one. Imported as a type it costs nothing; the check itself is loaded only
 * when it is needed.
 */
import * as v from 'valibot';
import { knowledgeSchema, objectionSchema } from './answering-schema.js';
import { answersSchema } from './answers-schema.js';
import { deliverySchema, privacySchema } from './delivery-schema.js';
import { endingsSchema, offerSchema } from './ending-schema.js';
import { experimentSchema } from './experiment-schema.js';
import { field, fields, id, named, optional, type Frozen } from './field.js';
import { needSchema } from './need-schema.js';
import { privateSchema } from './private-schema.js';
import { productSchema } from './product-schema.js';
import { qualificationSchema } from './qualification-schema.js';
import { routingSchema } from './routing-schema.js';
import { stepSchema } from './step-schema.js';
import { textsSchema } from './texts-schema.js';
import { companySchema, lookSchema, welcomeSchema } from './welcome-schema.js';

export const playbookSchema = fields('Playbook', 'What the assistant asks, says and does.', {
  $schema: optional('Where the editor finds completion for this file.', v.string()),
  format: field('Always 1.', v.literal(1)),
  id: field('The playbook’s name. Stable: conversations are kept under it.', id),
  version: optional('Your version, for example a date.', v.string()),
  language: field('Language of the texts, for example en or de-AT.', v.string()),
  company: field('Who is talking.', companySchema),
  welcome: optional('Teaser and greeting.', welcomeSchema),
  experiments: optional('What is tried out with some visitors.', v.array(experimentSchema)),
  steps: field(
    'The conversation. The first is first; the next one follows unless said otherwise.',
    v.pipe(v.array(stepSchema), v.minLength(1)),
  ),
  refreshAfterDays: optional(
    'What the page knows about a visitor is confirmed when it is older than so many days. Left out: 180.',
    v.pipe(v.number(), v.minValue(0)),
  ),
  qualification: optional('How answers become a verdict.', qualificationSchema),
  products: optional('What can be recommended.', v.array(productSchema)),
  needs: optional('What answers ask of every product, compared with its attributes.', v.array(needSchema)),
  knowledge: optional(
    'Questions and answers, or the addresses of files with them.',
    v.union([v.string(), v.array(v.string()), v.array(knowledgeSchema)]),
  ),
  answers: optional(
    'A server of yours with a language model, for questions that the chat does not answer itself.',
    answersSchema,
  ),
  objections: optional('What speaks against, and what we say.', v.array(objectionSchema)),
  offers: optional('Next steps by name.', named(offerSchema)),
  endings: field('One ending for each verdict.', endingsSchema),
  routing: optional('Who gets the lead, by when.', routingSchema),
  delivery: field('Where leads go.', deliverySchema),
  privacy: optional('What is kept, what is asked.', privacySchema),
  look: optional('How it looks.', lookSchema),
  texts: optional('Translations: language, then step id or path of a text.', textsSchema),
  booth: optional('Settings of booth mode.', named(v.unknown())),
  private: optional('For the receiver only; never part of the public file.', privateSchema),
});

/** A checked playbook. Readable only, so that one object can be shared by everything on a page. */
export type Playbook = Frozen<v.InferOutput<typeof playbookSchema>>;
export type Step = Playbook['steps'][number];
export type Option = Exclude<NonNullable<Step['options']>[number], string>;
/** A text, or texts shown one after the other. */
export type Text = string | readonly string[];
export type Qualification = NonNullable<Playbook['qualification']>;
export type Welcome = NonNullable<Playbook['welcome']>;
export type Trigger = NonNullable<Welcome['show']>[number];
export type Experiment = NonNullable<Playbook['experiments']>[number];
export type Product = NonNullable<Playbook['products']>[number];
export type Need = NonNullable<Playbook['needs']>[number];
export type Offer = NonNullable<Playbook['offers']>[string];
export type Ending = Playbook['endings']['qualified'];
export type Routing = NonNullable<Playbook['routing']>;
export type DeliverySettings = Playbook['delivery'];
export type Privacy = NonNullable<Playbook['privacy']>;
