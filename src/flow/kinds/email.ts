import { type Parse, refused } from './answer-kind.js';
import { cleanText } from './clean-text.js';
import { isEmailAddress, isOverlong } from './email-address.js';

/**
 * An e-mail address. Spaces around it, `mailto:` and angle brackets are taken off, a full-width ＠ is read as
 * @, and an international domain is kept in its ASCII form.
 */
export const parseEmail: Parse = (raw) => {
  if (raw.length > LONGEST_RAW) return refused('email.too-long');
  const typed = cleanText(raw)
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/i, '')
    .replace('＠', '@')
    .trim();
  if (typed === '') return refused('email.empty');
  const at = typed.lastIndexOf('@');
  if (at < 0) return refused('email.at-missing');
  if (/\s/.test(typed)) return refused('email.space-inside');
  if (at === typed.length - 1) return refused('email.domain-missing');
  const value = typed.slice(0, at + 1) + asciiDomain(typed.slice(at + 1));
  if (isOverlong(value)) return refused('email.too-long');
  return isEmailAddress(value) ? { ok: true, value } : refused('email.invalid');
};

/** Nothing this long is cleaned and looked at. */
const LONGEST_RAW = 1000;

function asciiDomain(domain: string): string {
  if (!/[^\0-\x7f]/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain;
  try {
    return new URL(`https://${domain}`).hostname;
  } catch {
    return domain;
  }
}
