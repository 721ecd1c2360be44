/** Checks every step by itself: its name, its kind and what belongs to that kind. */
import { fieldsOf } from '../flow/kinds/contact-fields.js';
import { kindOf } from '../flow/kinds/kind-of.js';
import { isQuestion } from '../flow/step.js';
import { RESERVED_NAMES } from '../playbook/condition.js';
import type { Kind } from '../playbook/kinds.js';
import type { Playbook, Step } from '../playbook/schema.js';
import { quote, type Findings } from './findings.js';
import { valueOf } from './step-graph.js';

const RESERVED: ReadonlySet<string> = new Set(RESERVED_NAMES);

export const checkSteps = ({ steps }: Playbook, findings: Findings): void => {
  const seen = new Map<string, number>();
  steps.forEach((step, place) => {
    const path = `steps[${place}]`;
    const first = seen.get(step.id);
    if (first !== undefined) {
      findings.error(
        'step.duplicate-id',
        `${path}.id`,
        `${quote(step.id)} is already the name of steps[${first}].`,
        'Give every step a name of its own.',
      );
    }
    seen.set(step.id, first ?? place);
    if (RESERVED.has(step.id)) {
      findings.error(
        'step.reserved-id',
        `${path}.id`,
        `${quote(step.id)} has a meaning of its own in conditions, so no step can be called that.`,
        `Choose another name, for example "${step.id}_step".`,
      );
    }
    checkWords(step, path, findings);
    checkKind(step, path, findings);
    checkOptions(step, path, findings);
    checkBounds(step, path, findings);
  });
};

const checkWords = (step: Step, path: string, { error }: Findings): void => {
  const isConsent = step.kind === 'consent' && step.purpose !== undefined;
  if (step.ask !== undefined || isConsent) return;
  if (isQuestion(step)) {
    error(
      'step.question-missing',
      path,
      `The step ${quote(step.id)} asks for an answer without a question.`,
      'Add "ask".',
    );
  } else if (step.say === undefined && step.show === undefined) {
    error(
      'step.empty',
      path,
      `The step ${quote(step.id)} neither asks nor says nor shows anything.`,
      'Add "ask", "say" or "show", or remove the step.',
    );
  }
};

/** Fields that only some kinds use. */
const ONLY_FOR: { readonly [field in keyof Step]?: readonly Kind[] } = {
  options: ['choice', 'choices', 'yesNo', 'consent'],
  unit: ['number'],
  min: ['number', 'choices'],
  max: ['number', 'choices', 'text', 'longText', 'rating'],
  currency: ['number'],
  slider: ['number'],
  step: ['number'],
  earliest: ['date'],
  latest: ['date'],
  ends: ['rating'],
  business: ['email', 'contact'],
  fields: ['contact', 'address'],
  purpose: ['consent'],
  placeholder: ['text', 'longText', 'number', 'email', 'phone', 'url', 'date', 'country'],
};

const checkKind = (step: Step, path: string, { error, warning }: Findings): void => {
  const kind = kindOf(step);
  if ((kind === 'choice' || kind === 'choices') && !step.options?.length) {
    error(
      'step.options-missing',
      path,
      `There is nothing to choose from in ${quote(step.id)}.`,
      'Add "options".',
    );
  }
  for (const [field, kinds] of Object.entries(ONLY_FOR)) {
    if (step[field as keyof Step] === undefined || kinds.includes(kind)) continue;
    warning(
      'step.field-unused',
      `${path}.${field}`,
      `${quote(field)} does nothing in a step of kind ${quote(kind)}.`,
      `Remove it, or use one of the kinds ${kinds.map(quote).join(', ')}.`,
    );
  }
  if (!isQuestion(step)) {
    for (const field of ['fills', 'why', 'optional'] as const) {
      if (step[field] === undefined) continue;
      warning(
        'step.field-unused',
        `${path}.${field}`,
        `${quote(field)} does nothing in a step that asks nothing.`,
        'Remove it, or add "ask".',
      );
    }
  }
  if (kind === 'contact') {
    const reach = fieldsOf(step).filter(({ name }) => name === 'email' || name === 'phone');
    if (reach.every((field) => field.optional)) {
      warning(
        'step.contact-unreachable',
        `${path}.fields`,
        reach.length === 0
          ? 'Nobody can be reached with these fields.'
          : 'E-mail and phone are both optional here, so somebody may leave neither, and then no lead is sent.',
        'Ask for "email" or "phone" without a question mark behind it.',
      );
    }
  }
};

const checkOptions = (step: Step, path: string, { error, warning }: Findings): void => {
  const seen = new Set<string>();
  const options = step.options ?? [];
  options.forEach((option, i) => {
    const value = valueOf(option);
    const isConditional = typeof option !== 'string' && option.when !== undefined;
    if (seen.has(value) && !isConditional) {
      error(
        'option.duplicate-value',
        `${path}.options[${i}]`,
        `The value ${quote(value)} is used twice in ${quote(step.id)}.`,
        'Give every option a value of its own; only options with "when" may share one.',
      );
    }
    seen.add(value);
    if (typeof option !== 'string' && option.means !== undefined && step.fills === undefined) {
      warning(
        'option.means-nothing',
        `${path}.options[${i}].means`,
        `"means" does nothing here: the step ${quote(step.id)} fills no slot.`,
        'Add "fills" to the step, or remove "means".',
      );
    }
  });
  if (
    options.length > 0 &&
    options.every((option) => typeof option !== 'string' && option.when !== undefined)
  ) {
    warning(
      'step.options-may-vanish',
      `${path}.options`,
      'Every option has a condition, so there may be nothing left to choose.',
      'Leave at least one option without "when".',
    );
  }
};

const checkBounds = (step: Step, path: string, { error }: Findings): void => {
  const { min, max, options } = step;
  if (min !== undefined && max !== undefined && min > max) {
    error(
      'step.bounds',
      `${path}.min`,
      `"min" is ${min} and "max" is ${max}, so no answer fits.`,
      'Swap the two.',
    );
  }
  if (kindOf(step) === 'choices' && options && min !== undefined && min > options.length) {
    error(
      'step.bounds',
      `${path}.min`,
      `At least ${min} must be chosen, but there are only ${options.length}.`,
      `Write ${options.length} or less.`,
    );
  }
};
