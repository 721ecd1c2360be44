/**
 * The playbook: one source for its types, its check at run time and its published JSON Schema.
 * Every field has a description, because a site owner reads it in the editor's completion.
 * Imported as a type it costs nothing; the check itself is loaded only when it is needed.
 */
import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { KINDS } from './kinds.js';

/** A schema with the sentence that the editor shows for it. */
const field = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.pipe(schema, v.description<v.InferOutput<S>, string>(description));
const text = v.union(
  [v.string(), v.array(v.string())],
  'A text, or a list of texts shown one after the other.',
);
const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][\w-]{0,63}$/, 'A letter, then letters, digits, - or _ (at most 64).'),
);

const option = v.strictObject({
  value: field(
    'The stable value that is compared and delivered. Never shown.',
    v.pipe(v.string(), v.minLength(1)),
  ),
  label: field('What the visitor reads. Translatable, never compared.', v.pipe(v.string(), v.minLength(1))),
  go: v.optional(
    field('The step to go to after this option, or "end". Beats the step’s `next`.', v.string()),
  ),
  means: v.optional(
    field(
      'What this answer means for the slot the step fills. Left out: yes.',
      v.picklist(['yes', 'no', 'unknown']),
    ),
  ),
  when: v.optional(field('Offer this option only when this holds.', conditionSchema)),
});

const branch = v.strictObject({
  when: v.optional(field('The first branch whose condition holds is taken; none = always.', conditionSchema)),
  go: field('The step to go to, or "end".', v.string()),
});

const step = v.strictObject({
  id: field('The name of this step. Stable: answers, conditions and statistics refer to it.', id),
  ask: v.optional(field('The question.', text)),
  say: v.optional(field('A sentence that needs no answer.', text)),
  show: v.optional(
    field('A place for product cards or for a summary of the answers.', v.picklist(['products', 'summary'])),
  ),
  kind: v.optional(
    field('The kind of answer. Left out: choice when there are options, else text.', v.picklist(KINDS)),
  ),
  options: v.optional(
    field(
      'What can be chosen. A plain string is value and label in one.',
      v.array(v.union([v.string(), option])),
    ),
  ),
  optional: v.optional(field('The visitor may skip this question.', v.boolean())),
  why: v.optional(field('One sentence behind "Why do you ask?".', v.string())),
  placeholder: v.optional(field('An example inside the empty box.', v.string())),
  min: v.optional(field('Smallest number (kind number) or fewest choices (kind choices).', v.number())),
  max: v.optional(
    field(
      'Largest number (kind number), most choices (kind choices) or most characters (texts).',
      v.number(),
    ),
  ),
  unit: v.optional(field('The unit shown beside a number, for example "sites".', v.string())),
  fields: v.optional(
    field('The fields of a contact card, in order; a trailing ? makes one optional.', v.array(v.string())),
  ),
  purpose: v.optional(
    field('Kind consent: the purpose from `privacy.consent` this step asks for.', v.string()),
  ),
  fills: v.optional(field('The qualification slot that an answer here fills.', v.string())),
  next: v.optional(
    field(
      'Where to go afterwards: a step, "end", or branches tried in order. Left out: the following step.',
      v.union([v.string(), v.array(branch)]),
    ),
  ),
});

const company = v.strictObject({
  name: field('The company’s name as visitors know it.', v.pipe(v.string(), v.minLength(1))),
  assistant: v.optional(field('The name at the top of the panel. Left out: the company’s name.', v.string())),
  team: v.optional(field('Who reads this, for example "Dana and Tom".', v.string())),
  phone: v.optional(field('Shown whenever the chat cannot help.', v.string())),
  email: v.optional(field('Shown whenever the chat cannot help.', v.string())),
  privacyPage: v.optional(field('Address of the privacy policy.', v.string())),
});

const welcome = v.strictObject({
  teaser: v.optional(
    field('One sentence beside the button, at most 70 characters.', v.pipe(v.string(), v.maxLength(70))),
  ),
  show: v.optional(
    field(
      'When the teaser appears.',
      v.array(
        v.strictObject({
          page: v.optional(field('Path pattern with *, for example /pricing*.', v.string())),
          afterSeconds: v.optional(field('Seconds on the page.', v.number())),
          atScroll: v.optional(field('Share of the page scrolled, 0 to 100.', v.number())),
          onExit: v.optional(field('When the pointer leaves through the top.', v.boolean())),
        }),
      ),
    ),
  ),
  hide: v.optional(field('Path patterns where nothing appears.', v.array(v.string()))),
  say: v.optional(
    field(
      'The greeting; with conditions the first that holds.',
      v.union([text, v.array(v.strictObject({ when: v.optional(conditionSchema), text: text }))]),
    ),
  ),
});

const points = v.strictObject({
  when: field('Tests answers only: never score or verdict.', conditionSchema),
  add: field('Points, negative allowed.', v.number()),
  because: field('The reason a sales person reads.', v.pipe(v.string(), v.minLength(1))),
});

const slot = v.strictObject({
  id: field('The slot’s name, used by `fills`.', id),
  label: field('How sales people call it.', v.string()),
});

const verdict = v.strictObject({
  when: v.optional(
    field('May test score, slotsYes, slotsNo, slotsUnknown. The last verdict has none.', conditionSchema),
  ),
  is: field('The verdict.', v.picklist(['qualified', 'nurture', 'disqualified', 'undetermined'])),
  band: v.optional(field('How warm.', v.picklist(['hot', 'warm', 'cold']))),
  because: field('The reason a sales person reads.', v.pipe(v.string(), v.minLength(1))),
});

const qualification = v.strictObject({
  framework: v.optional(field('Ready-made slots, or your own.', v.picklist(['BANT', 'CHAMP', 'own']))),
  slots: v.optional(field('Your own slots (framework own), or further ones.', v.array(slot))),
  points: v.optional(field('What speaks for or against.', v.array(points))),
  verdicts: field('Tried in order; the first that holds wins.', v.pipe(v.array(verdict), v.minLength(1))),
});

const product = v.strictObject({
  id: field('The product’s name in conditions and on the lead.', id),
  name: field('What the visitor reads.', v.string()),
  line: v.optional(field('One line of what it does.', v.string())),
  image: v.optional(field('Address of a picture, 16:9.', v.string())),
  url: v.optional(field('Address of the product’s page.', v.string())),
  price: v.optional(
    field(
      'Price from, ISO currency, per what.',
      v.strictObject({
        from: v.number(),
        currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'Three capital letters, for example EUR.')),
        per: v.optional(v.string()),
      }),
    ),
  ),
  only: v.optional(field('A must: false rules the product out.', conditionSchema)),
  fits: v.optional(
    field(
      'What speaks for it, in the prospect’s words.',
      v.array(
        v.strictObject({
          when: conditionSchema,
          weight: v.optional(v.pipe(v.number(), v.minValue(0))),
          because: v.pipe(v.string(), v.minLength(1)),
        }),
      ),
    ),
  ),
});

const knowledge = v.strictObject({
  id: field('The entry’s name.', id),
  questions: field('How people ask it.', v.pipe(v.array(v.string()), v.minLength(1))),
  answer: field('The answer; bold, italic, links and lists allowed.', v.string()),
  url: v.optional(v.string()),
});

const objection = v.strictObject({
  id: field('The objection’s name.', id),
  heard: field('What they say.', v.pipe(v.array(v.string()), v.minLength(1))),
  replies: field('What we say first, second.', v.pipe(v.array(v.string()), v.minLength(1))),
  exit: v.optional(field('How we let go.', v.string())),
});

const offer = v.strictObject({
  kind: field('What kind of next step.', v.picklist(['callback', 'booking', 'email', 'link', 'call'])),
  label: field('The button. {owner} is the owner’s first name.', v.string()),
  url: v.optional(field('Kinds booking and link: where to go.', v.string())),
  minutes: v.optional(field('How long it takes.', v.number())),
  when: v.optional(conditionSchema),
});

const ending = v.strictObject({
  say: field('What the visitor reads at the end.', text),
  offer: v.optional(field('Offers, best first.', v.array(v.string()))),
});

const routing = v.strictObject({
  hours: v.optional(
    field(
      'When people are there.',
      v.strictObject({
        zone: field('IANA time zone, for example Europe/London.', v.string()),
        open: field('For example "Mon-Fri 09:00-17:30".', v.array(v.string())),
        closed: v.optional(field('Dates, YYYY-MM-DD.', v.array(v.string()))),
      }),
    ),
  ),
  answerWithin: v.optional(
    field(
      'How soon you answer, within opening hours.',
      v.pipe(
        v.string(),
        v.regex(
          /^\d+ (minutes?|hours?|business days?)$/,
          'For example "30 minutes", "2 hours", "1 business day".',
        ),
      ),
    ),
  ),
  owners: v.optional(
    field(
      'Who gets leads.',
      v.record(v.string(), v.strictObject({ name: v.string(), weight: v.optional(v.number()) })),
    ),
  ),
  rules: v.optional(
    field(
      'Tried in order.',
      v.array(v.strictObject({ when: conditionSchema, owner: v.string(), because: v.string() })),
    ),
  ),
  takeTurns: v.optional(field('Owners who share the rest.', v.array(v.string()))),
});

const destination = {
  to: field('The destination preset: "url" or "desk".', v.pipe(v.string(), v.minLength(1))),
  url: v.optional(field('The address that receives leads.', v.string())),
  key: v.optional(field('A public key of the destination, where it has one.', v.string())),
  form: v.optional(
    field('A form id of the destination, where it has one.', v.union([v.string(), v.number()])),
  ),
};
const delivery = v.strictObject({
  ...destination,
  transport: v.optional(
    field(
      'json: application/json with an Idempotency-Key header; text: text/plain, no CORS preflight.',
      v.picklist(['json', 'text']),
    ),
  ),
  strict: v.optional(field('Only an answer that repeats the delivery key counts as received.', v.boolean())),
  updates: v.optional(field('The receiver understands later revisions of a lead.', v.boolean())),
  backup: v.optional(field('Takes over when the first keeps failing.', v.strictObject(destination))),
  partial: v.optional(
    field(
      'Send an unfinished lead once consent and contact are there.',
      v.picklist(['never', 'after-consent']),
    ),
  ),
});

const privacy = v.strictObject({
  remember: v.optional(
    field('How long a conversation is kept on the device.', v.picklist(['tab', 'device', 'nothing'])),
  ),
  storage: v.optional(field('Whether anything may be kept.', v.picklist(['allowed', 'ask-host', 'never']))),
  notice: v.optional(field('The sentence beside the send button; recorded with the lead.', v.string())),
  consent: v.optional(
    field(
      'Consents to ask for, each its own question.',
      v.array(
        v.strictObject({
          purpose: field('What for, for example newsletter.', id),
          text: field('The exact wording.', v.pipe(v.string(), v.minLength(1))),
          version: field('Version of the wording.', v.string()),
          required: v.optional(field('Without it nothing is sent.', v.boolean())),
          covers: v.optional(
            field('Steps whose answers may only be sent with this consent.', v.array(v.string())),
          ),
        }),
      ),
    ),
  ),
});

const look = v.strictObject({
  accent: v.optional(field('One colour; every other follows from it.', v.string())),
  side: v.optional(field('The corner.', v.picklist(['left', 'right', 'start', 'end']))),
  scheme: v.optional(field('Light, dark, or as the device says.', v.picklist(['auto', 'light', 'dark']))),
});

export const playbookSchema = v.strictObject({
  $schema: v.optional(field('Where the editor finds completion for this file.', v.string())),
  format: field('Always 1.', v.literal(1)),
  id: field('The playbook’s name. Stable: conversations are kept under it.', id),
  version: v.optional(field('Your version, for example a date.', v.string())),
  language: field('Language of the texts, for example en or de-AT.', v.string()),
  company: field('Who is talking.', company),
  welcome: v.optional(field('Teaser and greeting.', welcome)),
  steps: field(
    'The conversation. The first is first; the next one follows unless said otherwise.',
    v.pipe(v.array(step), v.minLength(1)),
  ),
  qualification: v.optional(field('How answers become a verdict.', qualification)),
  products: v.optional(field('What can be recommended.', v.array(product))),
  knowledge: v.optional(
    field('Questions and answers.', v.union([v.array(knowledge), v.string(), v.array(v.string())])),
  ),
  objections: v.optional(field('What speaks against, and what we say.', v.array(objection))),
  offers: v.optional(field('Next steps by name.', v.record(v.string(), offer))),
  endings: field(
    'One ending for each verdict.',
    v.strictObject({ qualified: ending, nurture: ending, undetermined: ending, disqualified: ending }),
  ),
  routing: v.optional(field('Who gets the lead, by when.', routing)),
  delivery: field('Where leads go.', delivery),
  privacy: v.optional(field('What is kept, what is asked.', privacy)),
  look: v.optional(field('How it looks.', look)),
  texts: v.optional(
    field(
      'Translations: language, then step id or path.',
      v.record(v.string(), v.record(v.string(), v.unknown())),
    ),
  ),
  booth: v.optional(field('Settings of booth mode.', v.record(v.string(), v.unknown()))),
  private: v.optional(
    field('For the receiver only; the check refuses to publish it.', v.record(v.string(), v.unknown())),
  ),
});

export type Playbook = v.InferOutput<typeof playbookSchema>;
export type Step = Playbook['steps'][number];
export type Option = Exclude<NonNullable<Step['options']>[number], string>;
export type Text = string | string[];
export type Qualification = NonNullable<Playbook['qualification']>;
export type Product = NonNullable<Playbook['products']>[number];
export type Offer = NonNullable<Playbook['offers']>[string];
export type Ending = Playbook['endings']['qualified'];
export type Routing = NonNullable<Playbook['routing']>;
export type DeliverySettings = Playbook['delivery'];
export type Privacy = NonNullable<Playbook['privacy']>;
