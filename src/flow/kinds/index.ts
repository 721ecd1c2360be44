/** The table of kinds: how what a person typed, or a control gave, is understood. */
import type { Kind } from '../../playbook/kinds.js';
import type { Step } from '../../playbook/schema.js';
import type { OfferedOption } from '../options.js';
import type { Parse, Parsed } from './answer-kind.js';
import { parseChoice } from './choice.js';
import { parseChoices } from './choices.js';
import { parseContact } from './contact.js';
import { parseEmail } from './email.js';
import { kindOf } from './kind-of.js';
import { labelOf } from './label.js';
import { parseNumber } from './number.js';
import { parsePhone } from './phone.js';
import { parseLongText, parseText } from './text.js';
import { parseConsent, parseYesNo } from './yes-no.js';

export type { Parsed, Refusal } from './answer-kind.js';
export { kindOf } from './kind-of.js';
export { labelOf } from './label.js';

const PARSERS: Readonly<Record<Kind, Parse>> = {
  text: parseText,
  longText: parseLongText,
  number: parseNumber,
  choice: parseChoice,
  choices: parseChoices,
  yesNo: parseYesNo,
  email: parseEmail,
  phone: parsePhone,
  contact: parseContact,
  consent: parseConsent,
};

/**
 * Understands the answer to a step. `options` are those offered now (`optionsOf`). What may be given: choice:
 * a value or label; choices: one a line; yesNo, consent: yes or no; contact: a JSON object of texts; else
 * text. Never throws; a refusal's `code` names a text in `locales/`.
 */
export function parseAnswer(
  step: Step,
  raw: string,
  options: readonly OfferedOption[],
  locale: string,
): Parsed {
  const parsed = PARSERS[kindOf(step)](raw, { step, options, locale });
  return parsed.ok ? { ...parsed, label: labelOf(parsed.value, { options, locale }) } : parsed;
}
