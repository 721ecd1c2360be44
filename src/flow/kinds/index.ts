/** The table of kinds: how what a person typed, or a control gave, is understood. */
import type { FurtherKind, Kind } from '../../playbook/kinds.js';
import type { Step } from '../../playbook/schema.js';
import type { OfferedOption } from '../options.js';
import { type Parse, type Parsed, type Reading, refused } from './answer-kind.js';
import { parseChoice } from './choice.js';
import { parseContact } from './contact.js';
import { parseEmail } from './email.js';
import { kindOf } from './kind-of.js';
import { labelOf } from './label.js';
import { parseNumber } from './number.js';
import { parsePhone } from './phone.js';
import { parseLongText, parseText } from './text.js';
import { parseConsent, parseYesNo } from './yes-no.js';

export type { Parsed, Reading, Refusal } from './answer-kind.js';
export { kindOf } from './kind-of.js';
export { labelOf } from './label.js';

const PARSERS: Readonly<Record<Exclude<Kind, FurtherKind>, Parse>> = {
  text: parseText,
  longText: parseLongText,
  number: parseNumber,
  choice: parseChoice,
  yesNo: parseYesNo,
  email: parseEmail,
  phone: parsePhone,
  contact: parseContact,
  consent: parseConsent,
};

/**
 * Understands the answer to a step. `options` are those offered now (`optionsOf`). What may be given: choice:
 * a value or label; choices: one a line; yesNo, consent: yes or no; contact: a JSON object of texts; else
 * text. Never throws; a refusal's `code` names a text in `locales/`. Kinds that `reading` brings no reader for
 * are refused.
 */
export function parseAnswer(
  step: Step,
  raw: string,
  options: readonly OfferedOption[],
  locale: string,
  reading: Reading = {},
): Parsed {
  const kind = kindOf(step);
  const parse: Parse | undefined = reading.further?.[kind] ?? (PARSERS as Partial<Record<Kind, Parse>>)[kind];
  const read = parse?.(raw, { ...reading, step, options, locale }) ?? refused('kind.unread');
  return read.ok ? { label: labelOf(read.value, { options, locale, unit: step.unit }), ...read } : read;
}
