import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, id, optional, type Frozen } from './field.js';
import { WORRIES } from './worries.js';

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

const replySchema = fields('Reply', 'Something we say to it.', {
  when: optional('Said only when this holds.', conditionSchema),
  say: field('What we say.', filled),
  url: optional('Where to read more: a price list, a certificate, a comparison.', v.string()),
});

const exploreOptionSchema = fields('ExploreOption', 'What may stand underneath.', {
  value: field('Stable; replies can ask for it as "explored".', filled),
  label: field('What the visitor reads.', filled),
});

export const objectionSchema = fields('Objection', 'Something that holds a prospect back, and what we say.', {
  id: field('The objection’s name.', id),
  category: optional(
    'What kind of worry it is; it travels with the lead. Left out: the id where it is one of these, else other.',
    v.picklist(WORRIES),
  ),
  heard: field('What they say. A few words are enough; every form of them is understood.', someTexts),
  when: optional('Answers that raise it by themselves, once.', conditionSchema),
  acknowledge: optional('What we say first: that we heard it.', v.string()),
  explore: optional(
    'What we ask before we reply.',
    fields('Explore', 'A question about what stands underneath.', {
      ask: field('The question.', filled),
      options: field(
        'What can be tapped; own words are always taken.',
        v.pipe(v.array(v.union([filled, exploreOptionSchema])), v.minLength(1)),
      ),
    }),
  ),
  replies: optional(
    'What we say to it, best first; at most two that fit are said. None: we let go at once, for example when somebody is not interested.',
    v.array(v.union([filled, replySchema])),
  ),
  exit: optional('How we let go.', v.string()),
});

/** An objection, as the playbook has it. */
export type Objection = Frozen<v.InferOutput<typeof objectionSchema>>;
