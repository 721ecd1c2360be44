/** The address of a website: "acme.com", "www.acme.com/en", "https://acme.com". */
import { type Parse, refused } from './answer-kind.js';
import { cleanText } from './clean-text.js';

const LONGEST_RAW = 2000;
/** Labels with points between them; the last is no number. International ones are in their ASCII form here. */
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?!\d+$)[a-z\d-]*[a-z\d]$/;

/** Kept as `https://…` unless http was written, in the form in which browsers keep it. */
export const parseUrl: Parse = (raw) => {
  const typed = raw.length > LONGEST_RAW ? '' : cleanText(raw).replace(/^<|>$/g, '');
  if (raw.trim() === '') return refused('url.empty');
  const value = normalised(typed);
  return value ? { ok: true, value, label: value.replace(/^https?:\/\//, '') } : refused('url.invalid');
};

function normalised(typed: string): string | undefined {
  if (typed === '' || /[\s@\\]/.test(typed.split(/[?#]/)[0] ?? '')) return undefined;
  const written = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed.replace(/^\/\//, '')}`;
  try {
    const url = new URL(written);
    if (!/^https?:$/.test(url.protocol) || !HOST.test(url.hostname)) return undefined;
    const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
    return isBare ? url.origin : url.href;
  } catch {
    return undefined;
  }
}
