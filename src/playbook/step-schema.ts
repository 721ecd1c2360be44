import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, optional, text } from './field.js';
import { ADDRESS_FIELDS, CONTACT_FIELDS, KINDS } from './kinds.js';

const imageSchema = fields('OptionImage', 'A picture to choose by.', {
  src: field('Address of the picture: https, or relative to this file.', filled),
  alt: field(
    'What it shows, for people who cannot see it; "" when the label says as much already.',
    v.string(),
  ),
});

const optionSchema = fields('Option', 'One thing that can be chosen.', {
  value: field('The stable value that is compared and delivered. Never shown.', filled),
  label: field('What the visitor reads. Translatable, never compared.', filled),
  go: optional('The step to go to after this option, or "end". Beats the step’s `next`.', v.string()),
  means: optional(
    'What this answer means for the slot the step fills. Left out: yes.',
    v.picklist(['yes', 'no', 'unknown']),
  ),
  when: optional('Offer this option only when this holds.', conditionSchema),
  raises: optional('The objection that this answer raises.', v.string()),
  image: optional('A picture above the label.', imageSchema),
  text: optional(
    'Choosing it asks for a few words, for example "Something else". At most one option of a step.',
    v.boolean(),
  ),
});

const branchSchema = fields('Branch', 'A way to go on.', {
  when: optional('The first branch whose condition holds is taken; none = always.', conditionSchema),
  go: field('The step to go to, or "end".', v.string()),
});

const CARD_FIELDS = [...new Set([...CONTACT_FIELDS, ...ADDRESS_FIELDS])];
const cardFields = [...CARD_FIELDS, ...CARD_FIELDS.map((name) => `${name}?` as const)];

const isoDate = v.pipe(
  v.string(),
  v.regex(
    /^(?:today|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/,
    'Write year, month and day like "2026-12-31", or "today".',
  ),
);

export const stepSchema = fields(
  'Step',
  'One turn of the assistant: a question, a sentence or a place for cards.',
  {
    id: field('The name of this step. Stable: answers, conditions and statistics refer to it.', id),
    ask: optional('The question.', text),
    say: optional('A sentence that needs no answer.', text),
    show: optional(
      'A place for product cards or for a summary of the answers.',
      v.picklist(['products', 'summary']),
    ),
    kind: optional(
      'The kind of answer. Left out: choice when there are options, else text.',
      v.picklist(KINDS),
    ),
    options: optional(
      'What can be chosen. A plain text is value and label in one.',
      v.array(v.union([filled, optionSchema])),
    ),
    optional: optional('The visitor may skip this question.', v.boolean()),
    why: optional('One sentence behind "Why do you ask?".', v.string()),
    placeholder: optional('An example inside the empty box.', v.string()),
    min: optional('Smallest number (kind number) or fewest choices (kind choices).', v.number()),
    max: optional(
      'Largest number (kind number), best rating (kind rating, 2 to 10, else 5), most choices (kind choices) or most characters (texts).',
      v.number(),
    ),
    unit: optional('The unit shown beside a number, for example "sites".', v.string()),
    currency: optional(
      'A number is an amount of this money: three letters, for example EUR. Takes the place of "unit".',
      v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'Three capital letters (ISO 4217), for example "EUR".')),
    ),
    slider: optional('A number is chosen with a slider from "min" to "max".', v.boolean()),
    step: optional('How far apart the numbers of a slider are, for example 5.', v.number()),
    earliest: optional('First day that can be answered (kind date): "2026-12-31" or "today".', isoDate),
    latest: optional('Last day that can be answered (kind date): "2026-12-31" or "today".', isoDate),
    ends: optional(
      'What the lowest and the highest rating mean, for example ["Not at all", "Very much"].',
      v.strictTuple([filled, filled]),
    ),
    business: optional(
      'An e-mail address at work: "prefer" takes any and says that one at work is better, "require" asks once more and then takes any.',
      v.picklist(['prefer', 'require']),
    ),
    fields: optional(
      'The fields of a contact card or an address, in order; a trailing ? makes one optional.',
      v.pipe(v.array(v.picklist(cardFields)), v.minLength(1)),
    ),
    purpose: optional('Kind consent: the purpose from `privacy.consent` this step asks for.', v.string()),
    refreshAfterDays: optional(
      'What the page knows of this is confirmed when it is older than so many days. Left out: as the playbook says.',
      v.pipe(v.number(), v.minValue(0)),
    ),
    fills: optional('The qualification slot that an answer here fills.', v.string()),
    next: optional(
      'Where to go afterwards: a step, "end", or branches tried in order. Left out: the following step.',
      v.union([v.string(), v.array(branchSchema)]),
    ),
  },
);
