import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, optional, text } from './field.js';
import { CONTACT_FIELDS, KINDS } from './kinds.js';

const optionSchema = fields('Option', 'One thing that can be chosen.', {
  value: field('The stable value that is compared and delivered. Never shown.', filled),
  label: field('What the visitor reads. Translatable, never compared.', filled),
  go: optional('The step to go to after this option, or "end". Beats the step’s `next`.', v.string()),
  means: optional(
    'What this answer means for the slot the step fills. Left out: yes.',
    v.picklist(['yes', 'no', 'unknown']),
  ),
  when: optional('Offer this option only when this holds.', conditionSchema),
});

const branchSchema = fields('Branch', 'A way to go on.', {
  when: optional('The first branch whose condition holds is taken; none = always.', conditionSchema),
  go: field('The step to go to, or "end".', v.string()),
});

const contactFields = [...CONTACT_FIELDS, ...CONTACT_FIELDS.map((name) => `${name}?` as const)] as const;

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
      'Largest number (kind number), most choices (kind choices) or most characters (texts).',
      v.number(),
    ),
    unit: optional('The unit shown beside a number, for example "sites".', v.string()),
    fields: optional(
      'The fields of a contact card, in order; a trailing ? makes one optional.',
      v.pipe(v.array(v.picklist(contactFields)), v.minLength(1)),
    ),
    purpose: optional('Kind consent: the purpose from `privacy.consent` this step asks for.', v.string()),
    fills: optional('The qualification slot that an answer here fills.', v.string()),
    next: optional(
      'Where to go afterwards: a step, "end", or branches tried in order. Left out: the following step.',
      v.union([v.string(), v.array(branchSchema)]),
    ),
  },
);
