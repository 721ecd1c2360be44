/**
 * The lead as JSON Schema 2020-12, written by hand beside the types of `lead.ts`; a test holds them together.
 * Published as `lead.schema.json`. Not part of what browsers load.
 */
import { CONTACT_FIELDS, KINDS, OFFER_KINDS } from '../playbook/kinds.js';
import { LONGEST_CONTACT_VALUE } from './contact.js';
import { objectionSchema, questionSchema } from './asides.schema.js';
import {
  judgementSchema,
  recommendationSchema,
  routedSchema,
  signalsSchema,
  taskSchema,
} from './judgement.schema.js';
import { arrivalSchema } from './arrival.schema.js';
import {
  answerValueSchema,
  logEntrySchema,
  playbookRefSchema,
  slotTimeSchema,
  valueSchema,
} from './log.schema.js';
import {
  closed,
  count,
  documented,
  list,
  mark,
  part,
  text,
  texts,
  time,
  word,
  type Schema,
} from './schema-bricks.js';
import { LANGUAGE, SLOT, STEP_DETAILS, ZONE } from './schema-fields.js';

const CONTACT_EXAMPLES: Readonly<Record<(typeof CONTACT_FIELDS)[number], string>> = {
  name: 'Priya Shah',
  email: 'priya@northfold.example',
  phone: '+44 7700 900123',
  company: 'Northfold Foods',
  country: 'GB',
  role: 'Operations manager',
  website: 'northfold.example',
};

const contactSchema = closed(
  'Who it is: every field as the prospect wrote it, trimmed, but for `phoneE164` and `phoneCountry`. Absent fields were not given.',
  {
    ...Object.fromEntries(
      CONTACT_FIELDS.map((field) => [
        field,
        text(`The ${field}. Absent: not given.`, CONTACT_EXAMPLES[field], LONGEST_CONTACT_VALUE),
      ]),
    ),
    phoneE164: documented(
      'The phone number as E.164, to dial and to compare. Absent: none was given, or its country is not certain.',
      '+447700900123',
      { type: 'string', pattern: '^\\+[1-9][0-9]{1,14}$' },
    ),
    phoneCountry: documented(
      'Whose phone number it is, two letters. Absent: it was written without its country’s code, or several countries share its beginning.',
      'GB',
      { type: 'string', pattern: '^[A-Z]{2}$' },
    ),
  },
  ...CONTACT_FIELDS,
  'phoneE164',
  'phoneCountry',
);

const answerSchema = closed(
  'A question and its answer.',
  {
    n: count('Number of the log entry; the evidence of reasons and slots refers to it.', 4, 1),
    step: text('The step’s id: use this to map fields.', 'sites', 200),
    kind: word('The kind of question.', ...KINDS),
    question: text('The question as it was shown; rich text.', 'How many sites do you run?'),
    value: answerValueSchema,
    label: text('The answer in the words the prospect saw. Empty: skipped.', '12'),
    words: text('What they wrote beside an option that asks for words. Absent: nothing.', 'pipettes'),
    at: time('When it was given.'),
    changed: mark('The prospect changed it, and it still differs. Absent: not so.'),
    before: text('What stood there first. Absent: not changed.', '10'),
    source: word('Who said it. Absent: the visitor, in this conversation.', 'page', 'crm', 'returning'),
    asOf: time('Since when it was known. Absent: said in this conversation.'),
    confirmedAt: time('When the prospect said that it is still so. Absent: they were not asked.'),
  },
  'words',
  'changed',
  'before',
  'source',
  'asOf',
  'confirmedAt',
);

const nextStepSchema = closed(
  'What was agreed.',
  {
    offer: text('Its name in the playbook.', 'callback', 200),
    kind: word('What kind.', ...OFFER_KINDS),
    label: text('What the prospect tapped.', 'Ask Tom to call me', 2000),
    status: word(
      'requested: somebody has to do or confirm it. taken: they followed a link; what came of it shows elsewhere. booked: a booking tool confirmed it. cancelled: they called it off.',
      'requested',
      'taken',
      'booked',
      'cancelled',
    ),
    at: time('When it was chosen, booked or cancelled.'),
    ...SLOT,
    details: STEP_DETAILS,
  },
  ...Object.keys(SLOT),
  'details',
);

const consentSchema = closed('A consent, as it stands now.', {
  purpose: text('What for.', 'newsletter', 200),
  granted: documented('Given or refused.', false, { type: 'boolean' }),
  text: text('The exact wording that was shown.', 'Also send me the monthly newsletter.'),
  version: text('Version of the wording.', '1', 200),
  locale: LANGUAGE,
  control: word('How it was said.', 'checkbox', 'button', 'api', 'in_person'),
  at: time('When.'),
});

const noticeSchema = closed(
  'The privacy sentence that stood beside the send button. Absent: there was none.',
  {
    text: text('As it was shown; rich text.', 'We use this to answer you.'),
    at: time('When it was sent.'),
  },
);

/** What only leads have that are not withdrawn. */
const TOLD = ['contact', 'qualification', 'answers', 'questions', 'log'] as const;
const TOLD_SOMETIMES = [
  'objections',
  'recommendations',
  'nextStep',
  'routing',
  'tasks',
  'notice',
  'attribution',
  'variants',
  'signals',
] as const;

export const leadSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:warmlead:lead:1',
  title: 'Lead',
  ...closed(
    'A lead: who it is, what they want, how warm and why, what happens next. Times are ISO 8601, UTC. ' +
      'Every revision is complete and replaces the ones before.',
    {
      key: documented('Idempotency key of this revision, `<id>.<revision>`.', `${'4f'.repeat(16)}.1`, {
        type: 'string',
        pattern: '^[0-9a-f]{32}\\.[1-9][0-9]*$',
      }),
      schema: documented('Version of this format.', 1, { const: 1 }),
      id: documented(
        '32 hexadecimal digits, the same for every revision. Also the right to update this lead: keep it out of addresses and mails.',
        '4f'.repeat(16),
        { type: 'string', pattern: '^[0-9a-f]{32}$' },
      ),
      revision: count('1, 2, 3 …; a higher one replaces a lower one, whatever arrives first.', 1, 1),
      phase: word(
        'partial: not sent by the visitor yet. complete: just sent. updated: changed since. withdrawn: erase what you have.',
        'complete',
        'partial',
        'updated',
        'withdrawn',
      ),
      test: mark('A trial on a live site: do not route or count it. Absent: a real lead.'),
      createdAt: time('When the conversation began.'),
      updatedAt: time('When this revision was made.'),
      decidedAt: time('The moment at which the rules were applied.'),
      locale: LANGUAGE,
      timeZone: ZONE,
      playbook: part('playbookRef'),
      contact: part('contact', 'Who it is. Absent: withdrawn.'),
      qualification: part('qualification', 'The verdict with its reasons. Absent: withdrawn.'),
      answers: list(
        'What was asked and answered, in the order it was walked. Absent: withdrawn.',
        part('answer'),
      ),
      questions: list('Questions the prospect typed. Absent: withdrawn.', part('question')),
      objections: list(
        'What held the prospect back, in the order in which it was raised. Absent: nothing was.',
        part('objection'),
      ),
      recommendations: list(
        'Products that fit, best first. Absent: the playbook has none.',
        part('recommendation'),
      ),
      nextStep: part('nextStep', 'What was agreed. Absent: nothing chosen yet.'),
      routing: part('routing', 'Who should answer. Absent: the playbook names nobody, or a trial.'),
      tasks: list(
        'What to do about it, soonest first. Absent: the playbook plans nothing for it, or a trial.',
        part('task'),
      ),
      consents: list('Every consent asked for. Empty: none was.', part('consent')),
      notice: noticeSchema,
      attribution: part('arrival', 'How they came. Absent: unknown.'),
      variants: texts(
        'Which variant of each experiment they were shown. Absent: there was none.',
        { greeting: 'b' },
        200,
      ),
      signals: signalsSchema,
      log: list(
        'The conversation entry by entry, reduced to what may be sent. Absent: withdrawn.',
        part('entry'),
      ),
    },
    'test',
    ...TOLD,
    ...TOLD_SOMETIMES,
  ),
  oneOf: [
    { properties: { phase: { enum: ['partial', 'complete', 'updated'] } }, required: TOLD },
    {
      properties: {
        phase: { const: 'withdrawn' },
        consents: { type: 'array', maxItems: 0 },
        ...Object.fromEntries([...TOLD, ...TOLD_SOMETIMES].map((name) => [name, false])),
      },
    },
  ],
  $defs: {
    value: valueSchema,
    playbookRef: playbookRefSchema,
    arrival: arrivalSchema,
    slotTime: slotTimeSchema,
    contact: contactSchema,
    qualification: judgementSchema,
    answer: answerSchema,
    question: questionSchema,
    objection: objectionSchema,
    recommendation: recommendationSchema,
    nextStep: nextStepSchema,
    routing: routedSchema,
    task: taskSchema,
    consent: consentSchema,
    entry: logEntrySchema,
  },
} as const satisfies Schema;
