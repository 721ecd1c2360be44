/** The log within a lead, as JSON Schema. See `flow/log.ts` for the types. */
import { LANGUAGE, SLOT, STEP_DETAILS, ZONE } from './schema-fields.js';
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

/** An answer as it is compared. */
export const valueSchema: Schema = documented(
  'An answer, parsed: a text, a number, yes or no, several choices, or the fields of a contact card.',
  'alarms',
  {
    anyOf: [
      { type: 'string', maxLength: 20_000 },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: { type: 'string', maxLength: 20_000 } },
      { type: 'object', additionalProperties: { type: 'string', maxLength: 20_000 } },
    ],
  },
);

/** An answer, or null for a question that was skipped. */
export const answerValueSchema: Schema = documented('The answer, parsed; null: skipped.', 'alarms', {
  anyOf: [part('value'), { type: 'null' }],
});

export const playbookRefSchema: Schema = closed('Which playbook led the conversation.', {
  id: text('Its name.', 'kestrel-website', 64),
  version: text('Its version as the owner wrote it. Empty: none.', '2026-11-23', 200),
  hash: text('Identifies its exact content.', '9f2c1a7be04d3356', 200),
});

export const slotTimeSchema: Schema = closed('An agreed time.', SLOT);

const entry = (
  type: string,
  about: string,
  fields: { readonly [name: string]: Schema },
  ...optional: string[]
) =>
  closed(
    about,
    {
      type: { description: 'What happened.', const: type },
      n: count('Number of the entry, from 1; gaps are what may not be sent.', 4, 1),
      at: time('When.'),
      ...fields,
    },
    ...optional,
  );

const words = text('What was written beside an option that asks for words. Absent: nothing.', 'pipettes');
const label = text('The answer as it is shown. Absent: skipped.', 'This quarter');
const raw = text('The answer as it was typed or tapped.', '12');
const button = text('What its button said. Absent: nothing.', 'Ask Dana to call me', 500);
const of = count('Number of the entry it refers to.', 4, 1);
const step = text('The step’s id.', 'sites', 200);

export const logEntrySchema: Schema = {
  description: 'One thing that happened.',
  oneOf: [
    entry(
      'began',
      'The conversation began.',
      {
        playbook: part('playbookRef'),
        locale: LANGUAGE,
        timeZone: ZONE,
        arrival: part('arrival'),
        variants: texts('Variant by experiment. Absent: there was none.', { greeting: 'b' }, 200),
      },
      'variants',
    ),
    entry('prefilled', 'The page knew an answer.', {
      step,
      value: part('value'),
      source: word('Who knew it.', 'page', 'crm', 'returning'),
      asOf: time('When it was known.'),
    }),
    entry('confirmed', 'What the page knew is still right.', { of }),
    entry('disowned', 'What the page knew is about somebody else.', {}),
    entry(
      'answered',
      'A question was answered or skipped.',
      {
        step,
        prompt: text('The question as it was shown; rich text.', 'How many sites do you run?'),
        raw,
        value: answerValueSchema,
        label,
        words,
        locale: LANGUAGE,
        withheld: mark(
          'There was an answer that a missing consent keeps back. Absent: nothing is kept back.',
        ),
      },
      'label',
      'words',
      'withheld',
    ),
    entry(
      'corrected',
      'An answer was changed.',
      { of, raw, value: answerValueSchema, label, words },
      'label',
      'words',
    ),
    entry(
      'questioned',
      'The prospect asked something.',
      {
        text: text('What they typed.', 'What if the Wi-Fi is down?'),
        knowledge: documented('The entry that answered it; null: not answered.', 'wifi', {
          type: ['string', 'null'],
        }),
        answer: text('What they read. Absent: not answered.', 'Probes keep 30 days of readings.'),
        url: text('Where they could read more. Absent: nowhere.', '/support#wifi', 2000),
        writtenFrom: list(
          'A machine wrote the answer out of these entries. Absent: it is the answer of the entry as it stands.',
          text('Its name in the playbook.', 'wifi', 200),
        ),
        meant: list(
          'What they were asked back whether they meant it. Absent: nothing.',
          closed('An entry that may be meant.', {
            knowledge: text('Its name in the playbook.', 'wifi', 200),
            question: text('The way of asking that came closest.', 'Does it work offline?'),
          }),
        ),
      },
      'answer',
      'url',
      'writtenFrom',
      'meant',
    ),
    entry(
      'courtesy',
      'The prospect said hello or thanks, or asked for a person.',
      {
        text: text('In their words.', 'Hi there'),
        response: text('What was said to it; empty: nothing.', 'Hello.'),
        person: documented('A person was offered. Absent: not.', true, { type: 'boolean' }),
      },
      'person',
    ),
    entry('judged', 'The prospect said whether an answer helped.', {
      of,
      helpful: documented('It did, or not.', true, { type: 'boolean' }),
    }),
    entry(
      'objected',
      'The prospect had a worry.',
      {
        objection: text('Its id in the playbook.', 'price', 200),
        text: text('In their words. Absent: not typed.', 'bit more than we pay now'),
        response: text('What was said to it. Absent: nothing yet.', 'What are you comparing it with?'),
      },
      'text',
      'response',
    ),
    entry(
      'objection-moved',
      'The talk about a worry went on.',
      {
        of,
        to: word('Where to.', 'explored', 'responded', 'resolved', 'parked', 'escalated'),
        choice: text('What they tapped or typed. Absent: nothing.', 'That helps'),
        response: text('What was said to that. Absent: nothing.', 'You can start with one site.'),
      },
      'choice',
      'response',
    ),
    entry('consented', 'A consent was given or refused.', {
      purpose: text('What for.', 'newsletter', 200),
      granted: documented('Given or refused.', false, { type: 'boolean' }),
      text: text('The exact wording that was shown.', 'Also send me the monthly newsletter.'),
      version: text('Version of the wording.', '1', 200),
      locale: LANGUAGE,
      control: word('How it was said.', 'checkbox', 'button', 'api', 'in_person'),
    }),
    entry(
      'submitted',
      'The prospect sent it.',
      { notice: text('The privacy sentence beside the button. Absent: none.', 'We use this to answer you.') },
      'notice',
    ),
    entry(
      'chose',
      'The prospect chose a next step.',
      {
        offer: text('Its name in the playbook.', 'callback', 200),
        label: button,
        slot: part('slotTime'),
        details: STEP_DETAILS,
      },
      'label',
      'slot',
      'details',
    ),
    entry(
      'booked',
      'A booking tool reported a booking.',
      {
        offer: text('Its name in the playbook.', 'demo', 200),
        label: button,
        slot: part('slotTime'),
        reference: text('What the tool calls it. Absent: nothing.', 'abc123', 500),
      },
      'label',
      'slot',
      'reference',
    ),
    entry('cancelled', 'The prospect called the next step off.', {
      offer: text('Its name in the playbook.', 'callback', 200),
    }),
    entry('language', 'The language changed.', { locale: LANGUAGE }),
    entry('withdrew', 'The prospect took everything back.', {}),
  ],
};
