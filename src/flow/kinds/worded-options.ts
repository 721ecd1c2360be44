/** Options that ask for words: "Something else: pipettes". */
import type { OfferedOption } from '../options.js';
import { type Asked, type Parse, refused } from './answer-kind.js';
import { optionNamed, parseChoice } from './choice.js';
import { parseChoices, piecesOf } from './choices.js';
import { cleanLine, cutText } from './clean-text.js';

/** An option with what was written beside it; empty: nothing. */
interface Worded {
  readonly option: OfferedOption;
  readonly words: string;
}

/** Visible characters the words may have; what is longer is cut. */
const LONGEST_WORDS = 400;

const otherOf = (options: readonly OfferedOption[]): OfferedOption | undefined =>
  options.find(({ text }) => text === true);

/** The option that asks for words, where a text names it, with what stands behind a colon. */
function wordedIn(raw: string, options: readonly OfferedOption[]): Worded | undefined {
  const option = otherOf(options);
  if (!option) return undefined;
  const named = (text: string): boolean => optionNamed(text, options) === option;
  if (named(raw)) return { option, words: '' };
  const colon = raw.slice(0, 1000).search(/[:：]/);
  return colon >= 0 && named(raw.slice(0, colon))
    ? { option, words: cutText(cleanLine(raw.slice(colon + 1)), LONGEST_WORDS) }
    : undefined;
}

/** One of the options; the one that asks for words only with them. */
export const parseWordedChoice: Parse = (raw, asked) => {
  const worded = wordedIn(raw, asked.options);
  if (!worded) return parseChoice(raw, asked);
  const { option, words } = worded;
  return words === ''
    ? refused('choice.words-missing')
    : { ok: true, value: option.value, label: `${option.label}: ${words}`, words };
};

/** Several of the options; the one that asks for words only with them. */
export const parseWordedChoices: Parse = (raw, asked) => {
  const { options } = asked;
  const takes = (line: string): boolean =>
    optionNamed(line, options) !== undefined || wordedIn(line, options) !== undefined;
  const pieces = piecesOf(raw, asked, takes);
  const worded = pieces.flatMap((piece) => wordedIn(piece, options) ?? []);
  const plain = pieces.map((piece) => wordedIn(piece, options)?.option.value ?? piece);
  const read = parseChoices(plain.join('\n'), asked);
  if (!read.ok || worded.length === 0) return read;
  const words = worded.map((one) => one.words).find((one) => one !== '');
  if (words === undefined) return refused('choice.words-missing');
  const chosen: readonly unknown[] = Array.isArray(read.value) ? read.value : [];
  const label = options
    .filter(({ value }) => chosen.includes(value))
    .map((option) => (option === otherOf(options) ? `${option.label}: ${words}` : option.label))
    .join(', ');
  return { ...read, label, words };
};

/**
 * What somebody typed who chose what is not offered: what names no option is written beside the one that asks for
 * words. The same text where no option does.
 */
export function withOther(typed: string, asked: Asked): string {
  const other = otherOf(asked.options);
  const isNamed = (text: string): boolean =>
    optionNamed(text, asked.options) !== undefined || wordedIn(text, asked.options) !== undefined;
  if (!other || isNamed(typed)) return typed;
  if (asked.step.kind !== 'choices') return `${other.value}: ${cleanLine(typed)}`;
  const pieces = piecesOf(typed, asked, isNamed).map(cleanLine);
  const words = pieces.filter((piece) => !isNamed(piece)).join(', ');
  return words === '' ? typed : [...pieces.filter(isNamed), `${other.value}: ${words}`].join('\n');
}
