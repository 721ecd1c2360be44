/**
 * The quick look at a playbook before the first question is painted. It finds out whether a conversation
 * can be held at all; what exactly is wrong, and how to mend it, is for `parsePlaybook` to say.
 */
import type { Playbook } from './schema.js';
import { isObject, isString, isTexts, type Members } from './unchecked.js';

const isText = (value: unknown): boolean => isString(value) || isTexts(value);
const listOf = (value: unknown, fits: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);
const absentOr = (value: unknown, fits: (value: unknown) => boolean): boolean =>
  value === undefined || fits(value);
const objects = (value: unknown): boolean => absentOr(value, (list) => listOf(list, isObject));

const isOption = (option: unknown): boolean =>
  isString(option) || (isObject(option) && isString(option.value) && isString(option.label));

const isStep = (step: unknown): boolean =>
  isObject(step) &&
  isString(step.id) &&
  [step.ask, step.say].every((text) => absentOr(text, isText)) &&
  [step.kind, step.why, step.placeholder, step.unit, step.purpose, step.fills].every((text) =>
    absentOr(text, isString),
  ) &&
  absentOr(step.options, (options) => listOf(options, isOption)) &&
  absentOr(step.fields, isTexts) &&
  absentOr(step.next, (next) => isString(next) || listOf(next, (way) => isObject(way) && isString(way.go)));

/**
 * Whether a conversation can be held with this. Never throws, whatever it is given; a `true` promises the
 * shapes that everything else relies on (texts are texts, lists are lists), not that the playbook is free of
 * faults: an unknown target, say, is found by the check and survived by the conversation.
 */
export const usable = (input: unknown): input is Playbook => {
  try {
    return (
      isObject(input) &&
      input.format === 1 &&
      isString(input.id) &&
      isString(input.language) &&
      isObject(input.company) &&
      isString(input.company.name) &&
      listOf(input.steps, isStep) &&
      (input.steps as readonly unknown[]).length > 0 &&
      isUsableRest(input)
    );
  } catch {
    return false;
  }
};

const isUsableRest = (input: Members): boolean => {
  const { endings, delivery, qualification, offers, routing, privacy } = input;
  return (
    isObject(endings) &&
    ['qualified', 'nurture', 'undetermined', 'disqualified'].every((verdict) => {
      const ending = endings[verdict];
      return isObject(ending) && isText(ending.say) && absentOr(ending.offer, isTexts);
    }) &&
    isObject(delivery) &&
    isString(delivery.to) &&
    absentOr(
      qualification,
      (part) =>
        isObject(part) && listOf(part.verdicts, isObject) && objects(part.points) && objects(part.slots),
    ) &&
    absentOr(
      offers,
      (part) =>
        isObject(part) && Object.values(part).every((offer) => isObject(offer) && isString(offer.label)),
    ) &&
    absentOr(routing, (part) => isObject(part) && objects(part.rules) && absentOr(part.owners, isObject)) &&
    absentOr(privacy, (part) => isObject(part) && objects(part.consent)) &&
    [input.welcome, input.look, input.texts].every((part) => absentOr(part, isObject)) &&
    objects(input.products) &&
    objects(input.objections)
  );
};
