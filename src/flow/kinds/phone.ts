import { type Parse, refused } from './answer-kind.js';
import { cleanLine } from './clean-text.js';
import { withPlainDigits } from './digits.js';

const FEWEST = 4;
const MOST = 20;
const LONGEST_RAW = 100;
/** "ext. 9", "x9", "DW 9" at the end. */
const EXTENSION = /(?:ext(?:ension)?|x|dw|durchwahl|تحويلة)[.:]?\s*(?=\d+$)/i;

/**
 * A phone number: 4 to 20 digits of any script with the usual separators. Kept as it was written, because
 * only its country could say how it is written properly.
 */
export const parsePhone: Parse = (raw) => {
  if (raw.length > LONGEST_RAW) return refused('phone.too-long');
  // Address books paste invisible marks of direction along.
  const value = cleanLine(raw.replace(/\p{Cf}/gu, '')).replace(/^tel:\s*/i, '');
  if (value === '') return refused('phone.empty');
  const plain = withPlainDigits(value).replace(EXTENSION, '');
  if (!/^[\d\s\p{Pd}+−().,/#*·•_]+$/u.test(plain)) return refused('phone.letters');
  const digits = plain.replace(/\D/g, '').length;
  if (digits < FEWEST) return refused('phone.too-short');
  return digits > MOST ? refused('phone.too-long') : { ok: true, value };
};
