/**
 * Whether a stored value still answers its question. By shape, options and bounds: how it was typed was
 * judged when it was given. The fold asks this for every answer, so it is short.
 */
import type { Kind } from '../../playbook/kinds.js';
import { isRecord, numberOf, textOf } from '../lenient.js';
import type { Value } from '../log.js';
import type { Asked } from './answer-kind.js';
import { fieldsOf } from './contact-fields.js';
import { isEmailAddress } from './email-address.js';
import { kindOf } from './kind-of.js';
import { bestOf, limitOf, UNITS_PER_CHARACTER } from './limit.js';

/** Whether a value fits; `null` (skipped) fits an optional question. */
export const stillFits = (value: Value | null, asked: Asked): boolean =>
  value === null ? asked.step.optional === true : FITS[kindOf(asked.step)](value, asked);

type Fits = (value: Value, asked: Asked) => boolean;

const text: Fits = (value, { step }) =>
  typeof value === 'string' && value !== '' && value.length <= limitOf(step) * UNITS_PER_CHARACTER;
const yesNo: Fits = (value) => typeof value === 'boolean';
const email: Fits = (value) => typeof value === 'string' && isEmailAddress(value);
const phone: Fits = (value) => typeof value === 'string' && /^(?:\P{Nd}*\p{Nd}){4,20}\P{Nd}*$/u.test(value);
const card: Fits = (value, asked) =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  fieldsOf(asked.step).every(({ name, optional }) => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given === undefined) return optional;
    return (name === 'email' ? email : name === 'phone' ? phone : text)(given, asked);
  });
const matches =
  (form: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && form.test(value);
/** As a text it is after every date. */
const TODAY = 'today';
const isWithin = (count: number, { step }: Asked, least: number): boolean =>
  count >= numberOf(step.min, least) && count <= numberOf(step.max, Infinity);

const FITS: Readonly<Record<Kind, Fits>> = {
  text,
  longText: text,
  email,
  phone,
  yesNo,
  consent: yesNo,
  number: (value, asked) => typeof value === 'number' && isWithin(value, asked, -Infinity),
  choice: (value, { options }) => options.some((option) => option.value === value),
  choices: (value, asked) =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((one) => FITS.choice(one, asked)) &&
    isWithin(value.length, asked, 1),
  contact: card,
  address: card,
  // ISO dates are in order as texts; what "today" was then, nobody asks again.
  date: (value, { step: { earliest, latest } }) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    (earliest === TODAY || value >= textOf(earliest)) &&
    value <= (textOf(latest) || TODAY),
  rating: (value, { step }) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= bestOf(step),
  country: matches(/^[A-Z]{2}$/),
  url: matches(/^https?:\/\/./),
};
