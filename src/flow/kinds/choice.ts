import type { OfferedOption } from '../options.js';
import { type Parse, refused } from './answer-kind.js';
import { folded } from './clean-text.js';

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

/** One of the options. */
export const parseChoice: Parse = (raw, { options }) => {
  const chosen = optionNamed(raw, options);
  return chosen ? { ok: true, value: chosen.value } : refused('choice.unknown');
};
