import type { OfferedOption } from '../options.js';
import { type Parse, refused } from './answer-kind.js';
import { cleanLine, cutText, folded } from './clean-text.js';

/**
 * The option a text names: its value exactly, else its label or value whatever the case, width and spaces.
 * `undefined` when it names none.
 */
export function optionNamed(raw: string, options: readonly OfferedOption[]): OfferedOption | undefined {
  const exact = options.find((option) => option.value === raw);
  const name = exact ? '' : folded(raw.slice(0, 1000));
  return (
    exact ??
    options.find((option) => folded(option.label) === name) ??
    options.find((option) => folded(option.value) === name)
  );
}

/** An option, and what was written beside it where it asks for words: "Something else: pipettes". */
export interface Chosen {
  readonly option: OfferedOption;
  readonly words: string;
}

/** Visible characters the words beside an option may have. */
const LONGEST_WORDS = 400;

/** The option that a text names, alone or with words behind a colon. */
export function chosenIn(raw: string, options: readonly OfferedOption[]): Chosen | undefined {
  const option = optionNamed(raw, options);
  if (option) return { option, words: '' };
  const colon = /[:：]/.exec(raw.slice(0, 1000))?.index ?? -1;
  const named = options.filter(({ text }) => text === true);
  const before = colon < 0 ? undefined : optionNamed(raw.slice(0, colon), named);
  return before && { option: before, words: cutText(cleanLine(raw.slice(colon + 1)), LONGEST_WORDS) };
}

/** As it is shown: "Something else: pipettes". */
export const chosenLabel = ({ option, words }: Chosen): string =>
  words === '' ? option.label : `${option.label}: ${words}`;

/** One of the options. An option that asks for words is taken with them only. */
export const parseChoice: Parse = (raw, { options }) => {
  const chosen = chosenIn(raw, options);
  if (!chosen) return refused('choice.unknown');
  const { option, words } = chosen;
  if (option.text !== true) return { ok: true, value: option.value };
  return words === ''
    ? refused('choice.words-missing')
    : { ok: true, value: option.value, label: chosenLabel(chosen), words };
};
