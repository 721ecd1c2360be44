import * as v from 'valibot';
import { field, fields, filled, optional } from './field.js';

export const answersSchema = fields(
  'Answers',
  'Who else answers typed questions. Their words and nothing else about the visitor go there.',
  {
    from: field(
      'The address at your own server that a typed question is sent to, for example "/answers". A language model ' +
        'answers there, out of the entries of "knowledge" alone; its provider gets the question and these entries.',
      filled,
    ),
    when: optional(
      'unsure: only where the chat does not find the answer itself. always: every typed question. Left out: unsure.',
      v.picklist(['unsure', 'always']),
    ),
  },
);
