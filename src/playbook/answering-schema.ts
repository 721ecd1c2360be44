import * as v from 'valibot';
import { field, fields, id, optional, type Frozen } from './field.js';

const someTexts = v.pipe(v.array(v.string()), v.minLength(1));

export const knowledgeSchema = fields('Knowledge', 'A question with its answer.', {
  id: field('The entry’s name.', id),
  questions: field('How people ask it.', someTexts),
  also: optional(
    'Further words people use for it, which no question has: synonyms, product names.',
    someTexts,
  ),
  answer: field('The answer; bold, italic, links and lists allowed.', v.string()),
  url: optional('Where to read more.', v.string()),
});

/** A question with its answer, as the playbook has it. */
export type Knowledge = Frozen<v.InferOutput<typeof knowledgeSchema>>;

export const objectionSchema = fields('Objection', 'Something that holds a prospect back, and what we say.', {
  id: field('The objection’s name.', id),
  heard: field('What they say.', someTexts),
  replies: field('What we say first, second.', someTexts),
  exit: optional('How we let go.', v.string()),
});
