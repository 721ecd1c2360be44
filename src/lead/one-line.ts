/** Words of people, made fit for one line of plain text: a mail's subject, a note, a chat message. */

/** Marks that turn the direction of text around, and those that are not seen at all. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text on one line: breaks and controls become spaces, marks that hide or turn text are dropped (so
 * nobody can forge a header or another field), and after `most` characters it is cut with "…", never within
 * one that people see as one: a heap of accents on one letter is no way around the limit. Right-to-left text
 * is isolated, so that what stands beside it stays in its place.
 */
export const oneLine = (text: string, most = 200): string => {
  const whole = text
    .replace(UNSEEN, ' ')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
  const short = cut(whole, most);
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
};

/** The same in quotation marks; empty for nothing. */
export const quoted = (text: string, most?: number): string => {
  const line = oneLine(text, most);
  return line === '' ? '' : `"${line}"`;
};

/** Those that say something. */
export const filled = (parts: readonly (string | undefined)[]): readonly string[] =>
  parts.filter((part): part is string => part !== undefined && part !== '');

/** Those that say something, joined. */
export const joined = (parts: readonly (string | undefined)[], by = ' · '): string => filled(parts).join(by);

const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};
