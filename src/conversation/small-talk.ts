/** What is typed beside the matter and is neither a question nor an objection, and numbers with words around them. */
import { courtesyIn, helpedIn } from '../answering/courtesy.js';
import { plainerNumber } from '../answering/plainer-number.js';
import { hasQuestionForm } from '../flow/interpret.js';
import { kindOf } from '../flow/kinds/index.js';
import type { FoldState } from '../flow/state.js';
import type { Typed } from './asides.js';
import { answering, judging, type Act } from './entries.js';
import type { Setting } from './setting.js';

export interface PoliteWords {
  /** Said to a greeting, to thanks, and to the wish for a person. */
  readonly hello: string;
  readonly welcome: string;
  readonly gladly: string;
}

/** A courtesy with what is said to it; null where the text is none. */
export const politelyTo = ({ text, plain }: Typed, { hello, welcome, gladly }: PoliteWords): Act => {
  const courtesy = courtesyIn(text);
  // "Great" may be what they think of something, so where anything can be the answer it is one.
  if (!courtesy || (courtesy === 'fine' && plain.as === 'value')) return null;
  const response = { hello, thanks: welcome, fine: '', person: gladly }[courtesy];
  return {
    entries: [{ type: 'courtesy', text, response, ...(courtesy === 'person' && { person: true }) }],
  };
};

/** "Yes", "no" or "that helped" right after an answer says whether it helped. */
export const judgedBy = (fold: FoldState, text: string): Act => {
  const last = fold.log.at(-1);
  const helpful = last?.type === 'questioned' ? helpedIn(text) : undefined;
  return last && helpful !== undefined ? judging(fold, last.n, helpful) : null;
};

/** A number with words around it that the reader of numbers leaves alone. */
export const numberIn = (setting: Setting, fold: FoldState, { text, asked }: Typed): Act => {
  const isNumber = asked && kindOf(asked.step) === 'number' && !hasQuestionForm(text);
  const number = isNumber ? plainerNumber(text) : undefined;
  const act = number === undefined ? null : answering(setting, fold, asked?.step.id ?? '', number);
  if (!act || !('entries' in act)) return null;
  return { entries: act.entries.map((one) => (one.type === 'answered' ? { ...one, raw: text } : one)) };
};
