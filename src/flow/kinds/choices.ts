import { numberOf } from '../lenient.js';
import { type Asked, type Parse, refused } from './answer-kind.js';
import { optionNamed } from './choice.js';

/**
 * Several of the options: values or labels, one a line, or with commas or semicolons between them. The value
 * is in the order in which they are offered. At least one unless `min` is 0.
 */
export const parseChoices: Parse = (raw, asked) => {
  const { step, options } = asked;
  const chosen = new Set<string>();
  for (const piece of piecesOf(raw, asked)) {
    const option = optionNamed(piece, options);
    if (!option) return refused('choices.unknown');
    chosen.add(option.value);
  }
  const value = options.map((option) => option.value).filter((one) => chosen.has(one));
  const min = numberOf(step.min, 1);
  const max = numberOf(step.max, Infinity);
  if (value.length < min) return refused('choices.too-few', { min });
  return value.length > max ? refused('choices.too-many', { max }) : { ok: true, value };
};

/** What stands on lines or between commas. A line that names an option is taken whole: labels may contain commas. */
export const piecesOf = (
  raw: string,
  { options }: Asked,
  isWhole = (line: string): boolean => optionNamed(line, options) !== undefined,
): readonly string[] =>
  raw
    .slice(0, LONGEST_RAW)
    .split('\n')
    .flatMap((line) => (isWhole(line) ? [line] : line.split(/[,;،]/)))
    .filter((piece) => piece.trim() !== '');

/** What stands behind this is no list of options. */
const LONGEST_RAW = 10_000;
