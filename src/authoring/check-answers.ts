/** Checks what a step says about its answers: bounds, money, sliders, ratings, and options with more than a label. */
import { kindOf } from '../flow/kinds/kind-of.js';
import { ADDRESS_FIELDS, CONTACT_FIELDS } from '../playbook/kinds.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkAnswers = ({ steps }: Playbook, findings: Findings): void =>
  steps.forEach((step, place) => {
    const path = `steps[${place}]`;
    checkNumber(step, path, findings);
    checkRating(step, path, findings);
    checkDays(step, path, findings);
    checkWords(step, path, findings);
    checkFields(step, path, findings);
  });

const checkNumber = (step: Step, path: string, { error, warning }: Findings): void => {
  const { currency, unit, slider, min, max } = step;
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency)) {
    error(
      'step.currency-unknown',
      `${path}.currency`,
      `${quote(currency)} is no currency.`,
      'Write the three letters of its ISO code, for example "EUR", "GBP" or "USD".',
    );
  }
  if (currency !== undefined && unit !== undefined) {
    warning(
      'step.unit-and-currency',
      `${path}.unit`,
      'An amount of money has no other unit.',
      'Remove "unit" or "currency".',
    );
  }
  if (slider === true && (min === undefined || max === undefined)) {
    error(
      'step.slider-bounds',
      `${path}.slider`,
      'A slider needs to know where it begins and ends.',
      'Add "min" and "max", or remove "slider".',
    );
  }
  if (step.step === undefined) return;
  if (step.step <= 0) {
    error('step.step-size', `${path}.step`, 'Steps of this size lead nowhere.', 'Write a number above 0.');
  } else if (slider !== true) {
    warning(
      'step.field-unused',
      `${path}.step`,
      '"step" does nothing without a slider.',
      'Add "slider": true, or remove it.',
    );
  }
};

const checkRating = (step: Step, path: string, { error }: Findings): void => {
  const { max } = step;
  if (kindOf(step) !== 'rating' || max === undefined) return;
  if (Number.isInteger(max) && max >= 2 && max <= 10) return;
  error(
    'step.rating-max',
    `${path}.max`,
    `A rating cannot go up to ${max}.`,
    'Write a whole number from 2 to 10; left out, it is 5.',
  );
};

const checkDays = ({ earliest, latest }: Step, path: string, { error }: Findings): void => {
  for (const [field, day] of Object.entries({ earliest, latest })) {
    if (day === undefined || day === 'today' || new Date(`${day}T00:00Z`).toJSON()?.startsWith(day)) continue;
    error(
      'step.day-unknown',
      `${path}.${field}`,
      `There is no day ${quote(day)} in the calendar.`,
      'Write a day that exists, for example "2026-12-31".',
    );
  }
  if (earliest === undefined || latest === undefined) return;
  if (earliest === 'today' || latest === 'today' || earliest <= latest) return;
  error('step.bounds', `${path}.earliest`, `"earliest" is after "latest", so no day fits.`, 'Swap the two.');
};

const checkWords = (step: Step, path: string, { error, warning }: Findings): void => {
  const kind = kindOf(step);
  const worded = (step.options ?? []).flatMap((option, i) =>
    typeof option !== 'string' && option.text === true ? [i] : [],
  );
  const [first, second] = worded;
  if (first !== undefined && kind !== 'choice' && kind !== 'choices') {
    warning(
      'option.text-unused',
      `${path}.options[${first}].text`,
      `"text" does nothing in a step of kind ${quote(kind)}.`,
      'Remove it, or use the kind "choice" or "choices".',
    );
  }
  if (second !== undefined) {
    error(
      'option.text-twice',
      `${path}.options[${second}].text`,
      'Only one option of a step can ask for words.',
      'Remove "text" from the others.',
    );
  }
};

/** Contact cards and addresses have fields of their own. */
const checkFields = (step: Step, path: string, { error }: Findings): void => {
  const kind = kindOf(step);
  const known: readonly string[] | undefined =
    kind === 'contact' ? CONTACT_FIELDS : kind === 'address' ? ADDRESS_FIELDS : undefined;
  if (!known) return;
  step.fields?.forEach((field, i) => {
    const name = field.replace(/\?$/, '');
    if (known.includes(name)) return;
    const what = kind === 'contact' ? 'a contact card' : 'an address';
    error(
      'step.field-unknown',
      `${path}.fields[${i}]`,
      `${quote(name)} is no field of ${what}.`,
      `Possible: ${someOf(known, 10)}.`,
    );
  });
};
