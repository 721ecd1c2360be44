/** What a visitor meant who typed into the box below the question instead of using its control. */
import type { Kind } from '../playbook/kinds.js';
import type { Step } from '../playbook/schema.js';
import type { Reading, Refusal } from './kinds/answer-kind.js';
import { optionNamed } from './kinds/choice.js';
import { cleanText, folded } from './kinds/clean-text.js';
import { kindOf, parseAnswer } from './kinds/index.js';
import type { OfferedOption } from './options.js';

/**
 * option: `raw` is the value of an option (or yes, no) to answer with. value: `raw` is to be parsed as the
 * answer. question: it is no answer; note it and keep asking. rejected: it was meant as an answer and is not
 * one; `code` names the text that says why, `raw` is a contact card as far as it was understood.
 */
export type Interpretation =
  | { readonly as: 'option' | 'value'; readonly raw: string }
  | { readonly as: 'question' }
  | ({ readonly as: 'rejected'; readonly raw?: string } & Omit<Refusal, 'ok'>);

const ASKING =
  /^(?:what|how|why|when|where|who|which|can|could|do|does|did|is|are|will|would|should|have|has|was|wie|wann|warum|wieso|wo|wer|welche[rsnm]?|kann|können|könnt|gibt|ist|sind|habt|hat|muss|كيف|ما|ماذا|متى|أين|لماذا|هل|كم|من)(?![\p{L}\p{M}])/iu;
const QUESTION_MARK = /[?？؟][\s!"'”’)]*$/;
/** Characters at the end in which the question mark is looked for. */
const END = 10;

/** Reads free text at any step: as an option first, then as a value, else as a question. */
export function interpret(
  step: Step,
  text: string,
  options: readonly OfferedOption[],
  locale: string,
  reading?: Reading,
): Interpretation {
  const typed = cleanText(text.slice(0, LONGEST));
  if (typed === '') return { as: 'rejected', code: 'text.empty' };
  const kind = kindOf(step);
  if (kind === 'contact') return interpretContact(step, typed, locale, reading);
  const asked = asks(typed, kind === 'longText');
  const named = kind === 'choice' ? (mentioned(typed, options)?.value ?? typed) : text;
  const raw =
    kind.startsWith('choice') && !asked && !ASKING.test(typed)
      ? (reading?.other?.(named, { step, options, locale }) ?? named)
      : named;
  const parsed = parseAnswer(step, raw, options, locale, reading);
  switch (kind) {
    case 'choice':
    case 'yesNo':
    case 'consent':
      // Named, but without the words it asks for.
      if (!parsed.ok && parsed.code === 'choice.words-missing') return { as: 'rejected', ...whyNot(parsed) };
      if (!parsed.ok) return { as: 'question' };
      return { as: 'option', raw: typeof parsed.value === 'boolean' ? yesOrNo(parsed.value) : raw };
    case 'text':
    case 'longText':
      if (asked) return { as: 'question' };
      break;
    default:
      if (!parsed.ok && (asked || !(ATTEMPT[kind] ?? BRIEF).test(typed))) return { as: 'question' };
  }
  return parsed.ok ? { as: 'value', raw } : { as: 'rejected', ...whyNot(parsed) };
}

/** Longer texts are not read further; the kinds refuse them. */
const LONGEST = 10_000;

/** What a text must have to count as an attempt at an answer of the kind. */
const ATTEMPT: { readonly [kind in Kind]?: RegExp } = {
  number: /\p{Nd}|^\S{1,12}$/u,
  email: /@|^\S+\.\S+$/,
  phone: /\p{Nd}/u,
  choices: /[,;\n،]/,
};
/** For all other kinds: figures, or few words. */
const BRIEF = /\p{Nd}|^\S+(?: \S+){0,3}$/u;

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

const whyNot = ({ code, values, field }: Refusal) => ({
  code,
  ...(values && { values }),
  ...(field !== undefined && { field }),
});

/** Whether it has the form of a question: its first word, or its last sign. */
export const hasQuestionForm = (text: string): boolean =>
  ASKING.test(text.trimStart()) || QUESTION_MARK.test(text.slice(-END));

/** Whether it reads as a question. In a long text only when it is nothing but one. */
const asks = (text: string, long: boolean): boolean =>
  QUESTION_MARK.test(text.slice(-END)) && (!long || (ASKING.test(text) && !/[.!?؟？]\s/.test(text)));

/** Whoever leaves it out does not mean it: "thanks" is no "No, thanks". */
const DENIAL = /^(?:no|nein|لا)(?![\p{L}\p{M}])/iu;

/** The option named, or the only one whose label has these words in it: "looking" for "Just looking". */
function mentioned(text: string, options: readonly OfferedOption[]): OfferedOption | undefined {
  const words = wordsOf(text);
  const has = (label: string) =>
    ` ${wordsOf(label)} `.includes(` ${words} `) && (!DENIAL.test(label) || DENIAL.test(text));
  const found = words.length < 3 ? [] : options.filter(({ label }) => has(label));
  return optionNamed(text, options) ?? (found.length === 1 ? found[0] : undefined);
}

const wordsOf = (text: string): string =>
  folded(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');

/** What is typed at a contact card fills its fields, where somebody can read it. */
function interpretContact(step: Step, typed: string, locale: string, reading?: Reading): Interpretation {
  const card = reading?.card?.(typed, step, locale);
  if (!card) return { as: 'question' };
  const raw = JSON.stringify(card);
  const { ok, ...read } = parseAnswer(step, raw, [], locale, reading);
  return ok ? { as: 'value', raw } : { as: 'rejected', raw, ...(read as Omit<Refusal, 'ok'>) };
}
