/** A rating from 1 to the step's best: "4", "4/5", "4 of 5", "★★★★", or the words at an end of the scale. */
import { linesOf } from '../lenient.js';
import { type Parse, refused } from './answer-kind.js';
import { folded } from './clean-text.js';
import { withPlainDigits } from './digits.js';
import { bestOf } from './limit.js';

const RATING =
  /^(\d{1,4})(?:\s*(?:\/|of|out of|von|من)\s*(\d{1,4}))?(?:\s*(?:stars?|sterne?|points?|punkte?|نجوم|نجمة|نقاط))?[.!]?$/;
const OF: { readonly [language: string]: string | undefined } = { de: 'von', ar: 'من' };

/** "4 of 5" in the words of a language. */
export const ratingLabel = (value: number, best: number, locale: string): string =>
  `${value} ${OF[locale.slice(0, 2)] ?? 'of'} ${best}`;

export const parseRating: Parse = (raw, { step, locale }) => {
  const best = bestOf(step);
  const text = withPlainDigits(folded(raw.slice(0, 200)));
  const [low, high] = linesOf(step.ends).map(folded);
  const stars = /^(?:[★⭐]\ufe0f?)+$/u.test(text) ? (text.match(/[★⭐]/gu) ?? []).length : undefined;
  const [, number, outOf = best] = RATING.exec(text) ?? [];
  const value = stars ?? (text === low ? 1 : text === high ? best : Number(number ?? NaN));
  if (Number.isNaN(value)) return refused('rating.unknown', { max: best });
  return value >= 1 && value <= best && Number(outOf) === best
    ? { ok: true, value, label: ratingLabel(value, best, locale) }
    : refused('rating.outside', { max: best });
};
