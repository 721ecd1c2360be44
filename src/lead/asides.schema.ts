/** Typed questions and objections of a lead as JSON Schema; see `lead.schema.ts`. */
import { WORRIES } from '../playbook/worries.js';
import { closed, documented, list, text, time, word } from './schema-bricks.js';

export const questionSchema = closed(
  'A question that the prospect typed.',
  {
    text: text('In their words.', 'What if the Wi-Fi is down?'),
    at: time('When.'),
    knowledge: documented('The entry that answered it; null: not answered.', 'wifi', {
      type: ['string', 'null'],
    }),
    answer: text('What they read; rich text. Absent: not answered.', 'Probes keep 30 days of readings.'),
    url: text('Where they could read more. Absent: nowhere.', '/support#wifi', 2000),
    writtenFrom: list(
      'A machine wrote the answer out of these entries. Absent: it is the answer of the entry as it stands.',
      text('Its name in the playbook.', 'wifi', 200),
    ),
    helpful: documented('Whether they said that it helped. Absent: not said.', true, { type: 'boolean' }),
  },
  'answer',
  'url',
  'writtenFrom',
  'helpful',
);

export const objectionSchema = closed(
  'Something that held the prospect back.',
  {
    objection: text('Its name in the playbook.', 'price', 200),
    category: word('What kind of worry it is.', ...WORRIES),
    text: text('In their words. Absent: an answer raised it.', 'bit more than we pay now'),
    explored: text('What stood underneath. Absent: not asked, or not answered.', 'What we pay now'),
    response: text('What was replied last; rich text. Absent: nothing.', 'You can start with one site.'),
    outcome: word(
      'raised, explored, responded: how far it came. resolved: they said that it helped. parked: left open. escalated: they want to talk to a person.',
      'resolved',
      'raised',
      'explored',
      'responded',
      'parked',
      'escalated',
    ),
    at: time('When it was raised.'),
  },
  'text',
  'explored',
  'response',
);
