import { type Parse, refused } from './answer-kind.js';
import { cleanLine, cleanText, isTooLong } from './clean-text.js';
import { limitOf, LONGEST } from './limit.js';

const parseWith =
  (clean: (raw: string) => string): Parse =>
  (raw, { step }) => {
    const max = limitOf(step);
    // Before cleaning, so that a paste of megabytes costs nothing.
    const value = isTooLong(raw.trim(), LONGEST) ? raw : clean(raw);
    if (value === '') return refused('text.empty');
    return isTooLong(value, max) ? refused('text.too-long', { max }) : { ok: true, value };
  };

/** One line, at most 400 visible characters or the step's `max`. */
export const parseText = /* @__PURE__ */ parseWith(cleanLine);
/** Several lines, at most 4,000 visible characters or the step's `max`. */
export const parseLongText = /* @__PURE__ */ parseWith(cleanText);
