/**
 * What the visitor did, put into words of the log: which entries it makes, or why it is not taken. Stale and
 * double acts make nothing. Pure: numbers, times and the walk are for the caller.
 */
import { interpret } from '../flow/interpret.js';
import type { Reading } from '../flow/kinds/answer-kind.js';
import { kindOf, parseAnswer } from '../flow/kinds/index.js';
import type { Happening } from '../flow/log.js';
import { optionsOf } from '../flow/options.js';
import type { FoldState } from '../flow/state.js';
import { purposeOf } from '../flow/step.js';
import type { Playbook, Step } from '../playbook/schema.js';
import type { Rejection } from './contract.js';
import { ASIDE, type Typed } from './asides.js';
import { askedIn } from './asked.js';
import type { Setting } from './setting.js';

/** Entries to log, or a rejection to show, or null: it has no effect. */
export type Act = { readonly entries: readonly Happening[] } | { readonly rejection: Rejection } | null;

/** Longest text of a question that is kept, in characters. */
const LONGEST = 4_000;

const entries = (...happenings: readonly Happening[]): Act => ({ entries: happenings });
const consentOf = (playbook: Playbook, purpose: string) =>
  playbook.privacy?.consent?.find((consent) => consent.purpose === purpose);

type Parsed = ReturnType<typeof parseAnswer>;
const rejected = (step: string, raw: string, why: Extract<Parsed, { ok: false }>): Act => ({
  rejection: { step, raw, code: why.code, field: why.field, fields: why.fields, values: why.values },
});

interface Consent {
  readonly purpose: string;
  readonly granted: boolean;
  /** How it was given. Left out: by a button of ours. */
  readonly control?: 'api' | 'button';
}

/** The wording that was shown, or the playbook's when it was given outside its question. */
const consented = (
  setting: Setting,
  { purpose, granted, control = 'button' }: Consent,
  shown?: string,
): Happening => {
  const consent = consentOf(setting.playbook, purpose);
  return {
    type: 'consented',
    purpose,
    granted,
    text: shown ?? consent?.text ?? '',
    version: consent?.version ?? setting.playbook.version ?? '',
    locale: setting.locale,
    control,
  };
};

/** An answer to the pending question; null when another step is pending. */
export const answering = (setting: Setting, fold: FoldState, id: string, raw: string): Act => {
  if (id.startsWith(ASIDE)) return setting.asides?.()?.replying(setting, fold, id, raw) ?? null;
  const asked = askedIn(setting, fold);
  if (!asked || asked.step.id !== id) return null;
  const { step, question, options } = asked;
  const parsed = parseAnswer(step, raw, options, setting.locale, setting.reading?.());
  if (!parsed.ok) return rejected(id, raw, parsed);
  const { ok: _, ...read } = parsed;
  const purpose = purposeOf(step);
  if (purpose !== undefined)
    return entries(consented(setting, { purpose, granted: read.value === true }, question));
  const { locale } = setting;
  const answered: Happening = { type: 'answered', step: id, prompt: question, raw, ...read, locale };
  return entries(answered, ...(setting.asides?.()?.raisedBy(setting, fold, answered) ?? []));
};

/** Leaves the pending question out; null when it may not be. */
export const skipping = (setting: Setting, fold: FoldState, id: string): Act => {
  const asked = askedIn(setting, fold);
  if (!asked || asked.step.id !== id || asked.step.optional !== true) return null;
  const { question } = asked;
  return entries({
    type: 'answered',
    step: id,
    prompt: question,
    raw: '',
    value: null,
    locale: setting.locale,
  });
};

/** Changes an answer that counts; null when there is none of this number, or when nothing would change. */
export const correcting = (setting: Setting, fold: FoldState, of: number, raw: string): Act => {
  const given = fold.log.find((entry) => entry.n === of);
  if (given?.type === 'consented') return changingConsent(setting, fold, given.purpose, raw);
  const answer = [...fold.answers.values()].find((counted) => counted.n === of);
  const step = setting.playbook.steps.find((known) => known.id === answer?.step);
  if (!answer || !step) return null;
  if (raw.trim() === '' && step.optional === true) {
    return answer.value === null ? null : entries({ type: 'corrected', of, raw: '', value: null });
  }
  const options = optionsOf(step, setting.factsOf(fold));
  const parsed = parseAnswer(step, raw, options, setting.locale, setting.reading?.());
  if (!parsed.ok) return rejected(step.id, raw, parsed);
  const { ok: _, ...read } = parsed;
  return isSame(read.value, answer.value) && read.words === answer.words
    ? null
    : entries({ type: 'corrected', of, raw, ...read });
};

const changingConsent = (setting: Setting, fold: FoldState, purpose: string, raw: string): Act => {
  const step: Step = { id: `consent:${purpose}`, kind: 'consent', purpose };
  const parsed = parseAnswer(step, raw, [], setting.locale);
  if (!parsed.ok) return rejected(step.id, raw, parsed);
  return consenting(setting, fold, { purpose, granted: parsed.value === true });
};

/** A consent outside its question; null when the playbook does not ask for it or it stands so already. */
export const consenting = (setting: Setting, fold: FoldState, consent: Consent): Act =>
  consentOf(setting.playbook, consent.purpose) && fold.consents.get(consent.purpose) !== consent.granted
    ? entries(consented(setting, consent))
    : null;

/** Whether somebody typed that it is so. */
const isYes = ({ locale }: Setting, text: string): boolean => {
  const read = parseAnswer({ id: '', kind: 'yesNo' }, text, [], locale);
  return read.ok && read.value === true;
};

/** How a text reads as an answer to the pending question, and how before it is taken for "something else". */
export const meantBy = (setting: Setting, fold: FoldState, text: string): Typed => {
  const asked = askedIn(setting, fold);
  if (!asked) return { text, asked, plain: { as: 'question' }, meant: { as: 'question' } };
  const { step, options } = asked;
  const reading = setting.reading?.();
  const read = (more?: Reading) => interpret(step, text, options, setting.locale, { ...reading, ...more });
  return { text, asked, plain: read({ other: undefined }), meant: read() };
};

/**
 * Free text: an answer where it can be one, else an objection or a question, which leave the pending question as it
 * is, else what is taken for "something else".
 */
export const typing = (setting: Setting, fold: FoldState, typed: string): Act => {
  const text = typed.trim();
  if (text === '') return null;
  const read = meantBy(setting, fold, text);
  const step = read.asked?.step.id ?? '';
  if (text.length > LONGEST) {
    return { rejection: { step, raw: typed, code: 'text.too-long', values: { max: LONGEST } } };
  }
  if (read.asked?.stale && kindOf(read.asked.step) !== 'yesNo' && isYes(setting, text))
    return entries({ type: 'confirmed', of: read.asked.stale.of });
  const heard = setting.asides?.()?.hearing(setting, fold, read);
  if (heard) return heard;
  const { meant } = read;
  if (meant.as === 'question') return entries({ type: 'questioned', text, knowledge: null });
  if (meant.as === 'rejected') {
    const { as: _, ...why } = meant;
    return { rejection: { step, raw: typed, ...why } };
  }
  const act = answering(setting, fold, step, meant.raw);
  // What is given back to correct is what was typed, not how it was read.
  if (act && 'rejection' in act) return { rejection: { ...act.rejection, raw: typed } };
  return act && { entries: act.entries.map((one) => (one.type === 'answered' ? asTyped(one, text) : one)) };
};

/** With what was typed, which the fields of a card alone do not tell. */
const asTyped = (answered: Extract<Happening, { type: 'answered' }>, raw: string): Happening =>
  typeof answered.value === 'object' ? answered : { ...answered, raw };

const BESIDE: readonly Happening['type'][] = ['questioned', 'judged', 'objected', 'objection-moved'];

/** Whether an answer helped; null where none was given, and once anything was said since. */
export const judging = ({ log }: FoldState, of: number, helpful: boolean): Act => {
  const last = log.findLast(({ type }) => BESIDE.includes(type));
  return last?.n === of && last.type === 'questioned' && last.answer
    ? entries({ type: 'judged', of, helpful })
    : null;
};

/** Whether two answers say the same. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([key, part]) =>
      Object.entries(b).some(([k, other]) => k === key && other === part),
    ));
