import * as v from 'valibot';
import { fields, named, optional, text } from './field.js';

const stepTextsSchema = fields('StepTexts', 'The texts of one step in another language.', {
  ask: optional('The question.', text),
  say: optional('The sentence.', text),
  why: optional('Behind "Why do you ask?".', v.string()),
  placeholder: optional('The example inside the empty box.', v.string()),
  unit: optional('The unit beside a number.', v.string()),
  options: optional('Labels by value.', named(v.string())),
});

/** Language → step id → texts, or language → path of a text → text. */
export const textsSchema = named(named(v.union([v.string(), v.array(v.string()), stepTextsSchema])));
