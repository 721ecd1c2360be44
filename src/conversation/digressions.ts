/** Hears questions and objections, answers them out of the playbook, and says what is asked about them. */
import type { Answerer, Found } from '../answering/answerer.js';
import { heardIn } from '../answering/heard.js';
import {
  answering,
  choicesFor,
  openIn,
  raising,
  type ObjectionWords,
  type Talk,
} from '../answering/objections.js';
import { holds } from '../flow/conditions.js';
import { hasQuestionForm } from '../flow/interpret.js';
import { optionNamed } from '../flow/kinds/choice.js';
import { parseYesNo } from '../flow/kinds/yes-no.js';
import { kindOf } from '../flow/kinds/index.js';
import type { Happening, LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { Knowledge, Objection } from '../playbook/answering-schema.js';
import { ASIDE, type Asides, type Typed } from './asides.js';
import type { Asked } from './asked.js';
import type { Act } from './entries.js';
import { judgedBy, numberIn, politelyTo, type PoliteWords } from './small-talk.js';
import { filled, type Setting } from './setting.js';
import type { Writer, Written } from './writer.js';

export interface AsideWords extends ObjectionWords, PoliteWords {
  readonly somethingElse: string;
}

export interface DigressionsOptions {
  readonly answerer: Answerer;
  readonly knowledge: readonly Knowledge[];
  readonly objections: readonly Objection[];
  readonly words: AsideWords;
  /** Has a machine write answers. Null: the entries are said as they stand. */
  readonly writer: Writer | null;
}

/** The choice that means none of those offered. */
const ELSE = 'something-else';
/** Kinds whose answers are whatever is typed, so that only a text that is little else is an objection. */
const FREE: readonly string[] = ['text', 'longText'];

/** After these, what was asked back is settled; a correction leaves it open. */
const SETTLES: readonly LogEntry['type'][] = [
  'questioned',
  'objected',
  'objection-moved',
  'answered',
  'consented',
  'submitted',
  'chose',
];

type Option = Asked['options'][number];

/** Something that is asked in between. */
interface Open {
  readonly n: number;
  readonly question: string;
  readonly options: readonly Option[];
  /** What follows from the choice of an option, or from words of their own. */
  readonly take: (value: string, label: string) => readonly Happening[];
  /** Words of their own say something here. */
  readonly takesWords: boolean;
}

export const createDigressions = (parts: DigressionsOptions): Asides => {
  const { answerer, knowledge, objections, words, writer } = parts;
  const talkIn = (setting: Setting, fold: FoldState): Talk => ({
    log: fold.log,
    facts: setting.factsOf(fold),
    words,
    fill: (text) => plainly(setting, text),
  });

  const openNow = (setting: Setting, fold: FoldState): Open | null => {
    const asked = fold.log.findLast(({ type }) => SETTLES.includes(type));
    if (asked?.type === 'questioned' && asked.meant) {
      const { text, meant, n } = asked;
      const options = [
        ...meant.map((entry) => ({ value: entry.knowledge, label: entry.question })),
        { value: ELSE, label: words.somethingElse },
      ];
      const take = (value: string): readonly Happening[] => {
        const chosen = knowledge.find(({ id }) => id === value);
        return [chosen ? answered(setting, text, chosen) : { type: 'questioned', text, knowledge: null }];
      };
      return { n, question: '', options, take, takesWords: false };
    }
    const open = openIn(fold.log, objections);
    if (!open) return null;
    const talk = talkIn(setting, fold);
    return {
      n: open.n,
      question: open.said,
      options: choicesFor(open, fold.log, words),
      take: (value, label) => answering(open, talk, value, label),
      takesWords: open.stage !== 'let-go',
    };
  };

  /** The option that a text names; "yes" and "no" name the first two where it was asked whether it helped. */
  const named = (options: readonly Option[], text: string): Option | undefined => {
    const found = optionNamed(text, options);
    if (found || options[0]?.value !== 'helps') return found;
    const read = parseYesNo(text, { step: { id: '' }, options: [], locale: '' });
    return read.ok ? options[read.value === true ? 0 : 1] : undefined;
  };

  const raise = (setting: Setting, fold: FoldState, objection: Objection, after: number, text?: string) => {
    // The language is logged first where it is another than before.
    const language = fold.n > 0 && fold.locale !== setting.locale ? 1 : 0;
    return raising(objection, fold.n + language + after, talkIn(setting, fold), text);
  };

  const objectionIn = (fold: FoldState, { text, asked, plain }: Typed, sure: boolean, locale: string) => {
    const isFree = FREE.includes(asked ? kindOf(asked.step) : '') && plain.as === 'value';
    // Said again where it might as well be the answer: then it is.
    const isSaidAgain = fold.log.some((entry) => entry.type === 'objected' && entry.text === text);
    if ((isFree && isSaidAgain) || (sure && hasQuestionForm(text))) return undefined;
    return heardIn(objections, text, locale, isFree);
  };

  /** What a text is, with what was found where it is a question. */
  const heard = (setting: Setting, fold: FoldState, typed: Typed): Act | { readonly question: Found } => {
    const { text, asked, plain, meant } = typed;
    const open = openNow(setting, fold);
    const option = open && named(open.options, text);
    if (open && option) return { entries: open.take(option.value, option.label) };
    const isFree = FREE.includes(asked ? kindOf(asked.step) : '');
    if (plain.as === 'option' || (plain.as === 'value' && !isFree)) return null;
    const said = judgedBy(fold, text) ?? numberIn(setting, fold, typed);
    if (said) return said;
    const found = answerer.find(text);
    const polite = found.is !== 'sure' && politelyTo(typed, words);
    if (polite) return polite;
    const objection = objectionIn(fold, typed, found.is === 'sure', setting.locale);
    const isOpen = open?.takesWords === true && !hasQuestionForm(text);
    if (objection && !(isOpen && objection === openIn(fold.log, objections)?.objection))
      return { entries: raise(setting, fold, objection, 1, text) };
    if (open && isOpen) return { entries: open.take('', text) };
    if (plain.as === 'value') return null;
    // Nearly an answer to what is asked, unless it is surely something else.
    if (plain.as === 'rejected' && found.is !== 'sure') return null;
    if (found.is !== 'sure' && meant.as !== 'question') return null;
    return { question: found };
  };

  return {
    asked(setting, fold) {
      const open = openNow(setting, fold);
      if (!open) return null;
      const { n, question, options } = open;
      return Object.freeze({
        step: Object.freeze({ id: `${ASIDE}${n}`, kind: 'choice', ask: question }),
        question,
        options,
        prior: null,
        sends: false,
      });
    },

    replying(setting, fold, id, raw) {
      const open = openNow(setting, fold);
      const option = open?.options.find(({ value }) => value === raw);
      if (!open || !option || id !== `${ASIDE}${open.n}`) return null;
      return { entries: open.take(option.value, option.label) };
    },

    hearing(setting, fold, typed) {
      const act = heard(setting, fold, typed);
      if (!act || !('question' in act)) return act;
      const written = writer?.take(typed.text);
      const { text } = typed;
      return {
        entries: [written ? asWritten(setting, text, written) : questioned(setting, text, act.question)],
      };
    },

    raisedBy(setting, fold, answer) {
      if (answer.type !== 'answered') return [];
      const raised = raisedIn(setting, fold, answer, objections);
      return raised ? raise(setting, fold, raised, 2) : [];
    },

    prepare(setting, fold, typed) {
      const act = writer && heard(setting, fold, typed);
      if (!act || !('question' in act) || (act.question.is === 'sure' && !writer.always)) return undefined;
      return writer.look(typed.text);
    },
  };
};

/** The objection named by the option that was chosen, else the first whose condition holds now and did not before. */
const raisedIn = (
  setting: Setting,
  fold: FoldState,
  { step, value }: Extract<Happening, { type: 'answered' }>,
  objections: readonly Objection[],
): Objection | undefined => {
  const options = setting.playbook.steps.find(({ id }) => id === step)?.options ?? [];
  const chosen = options.find((one) => typeof one === 'object' && one.value === value);
  const id = typeof chosen === 'object' ? chosen.raises : undefined;
  const before = setting.factsOf(fold);
  const facts = (name: string) => (name === step ? value : before(name));
  const isNew = (objection: Objection) =>
    !fold.log.some((entry) => entry.type === 'objected' && entry.objection === objection.id);
  return (
    objections.find((one) => one.id === id) ??
    objections.find((one) => one.when && isNew(one) && holds(one.when, facts) === true)
  );
};

/** A question with its answer, with what may be meant, or noted for the team. */
const questioned = (setting: Setting, text: string, { is, hits }: Found): Happening => {
  const [best] = hits;
  if (!best) return { type: 'questioned', text, knowledge: null };
  if (is === 'sure') return answered(setting, text, best);
  const meant = hits.map(({ id, question }) => ({ knowledge: id, question }));
  return { type: 'questioned', text, knowledge: null, meant };
};

const answered = (
  setting: Setting,
  text: string,
  { id, answer, url }: Pick<Knowledge, 'id' | 'answer' | 'url'>,
) => ({
  type: 'questioned' as const,
  text,
  knowledge: id,
  answer: plainly(setting, answer),
  ...(url && { url }),
});

/** The same with the words of a machine, in which nothing is filled in. */
const asWritten = (setting: Setting, question: string, { text, entries }: Written): Happening => ({
  ...answered(setting, question, entries[0]),
  answer: text,
  writtenFrom: entries.map(({ id }) => id),
});

/** No answers are filled in: what may not be sent would leave with these texts. */
const plainly = (setting: Setting, text: string): string => filled(setting, () => undefined, text)[0] ?? text;
