import { numberOf } from '../lenient.js';
import { type Asked, type Parse, refused } from './answer-kind.js';
import { cleanLine } from './clean-text.js';
import { type Chosen, chosenIn, chosenLabel } from './choice.js';

/**
 * Several of the options: values or labels, one a line, or with commas or semicolons between them. The value
 * is in the order in which they are offered. At least one unless `min` is 0. Words behind a colon belong to the
 * option that asks for them.
 */
export const parseChoices: Parse = (raw, asked) => {
  const { step, options } = asked;
  const chosen = new Map<string, Chosen>();
  for (const piece of piecesOf(raw, asked)) {
    const one = chosenIn(piece, options);
    if (!one) return refused('choices.unknown');
    if (!chosen.get(one.option.value)?.words) chosen.set(one.option.value, one);
  }
  const inOrder = options.flatMap((option) => chosen.get(option.value) ?? []);
  const value = inOrder.map(({ option }) => option.value);
  const min = numberOf(step.min, 1);
  const max = numberOf(step.max, Infinity);
  if (value.length < min) return refused('choices.too-few', { min });
  if (value.length > max) return refused('choices.too-many', { max });
  const worded = inOrder.find(({ option }) => option.text === true);
  if (!worded) return { ok: true, value };
  return worded.words === ''
    ? refused('choice.words-missing')
    : { ok: true, value, label: inOrder.map(chosenLabel).join(', '), words: worded.words };
};

/**
 * What somebody typed who chose what is not offered: what names no option is written beside the one that asks for
 * words. The text itself where no option does.
 */
export function withOther(typed: string, asked: Asked): string {
  const other = asked.options.find(({ text }) => text === true);
  const pieces = piecesOf(typed, asked).map(cleanLine);
  const isNamed = (piece: string) => chosenIn(piece, asked.options) !== undefined;
  const words = pieces.filter((piece) => !isNamed(piece)).join(', ');
  return other && words !== '' ? [...pieces.filter(isNamed), `${other.value}: ${words}`].join('\n') : typed;
}

/** A line that names an option is taken whole, so that labels and words may contain commas. */
const piecesOf = (raw: string, { options }: Asked): readonly string[] =>
  raw
    .slice(0, LONGEST_RAW)
    .split('\n')
    .flatMap((line) => (chosenIn(line, options) ? [line] : line.split(/[,;،]/)))
    .filter((piece) => piece.trim() !== '');

/** What stands behind this is no list of options. */
const LONGEST_RAW = 10_000;
