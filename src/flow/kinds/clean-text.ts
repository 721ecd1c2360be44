/** Text as people typed it, made safe to keep without changing what they wrote. */
import { UNITS_PER_CHARACTER } from './limit.js';

/**
 * NFC, trimmed, line ends as `\n`, without control characters (tabs and line ends stay); halves of
 * surrogate pairs become U+FFFD. Everything else stays as it was written.
 */
export const cleanText = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
    .trim();

/** The same in one line. */
export const cleanLine = (raw: string): string => cleanText(raw).replace(/\s+/g, ' ');

/**
 * The first `max` visible characters (graphemes), never a part of one; the same text when it is not longer.
 * A text of absurdly many combining marks is cut sooner, between two characters.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = max * UNITS_PER_CHARACTER;
  let characters = 0;
  for (const { segment, index } of segments(text.slice(0, room + 1))) {
    if (characters === max || index + segment.length > room) return text.slice(0, index);
    characters += 1;
  }
  return text;
}

/** Whether a text has more than `max` visible characters. Constant effort beyond the limit. */
export const isTooLong = (text: string, max: number): boolean => cutText(text, max) !== text;

function* segments(text: string): Iterable<{ segment: string; index: number }> {
  if (typeof Intl.Segmenter === 'function') yield* new Intl.Segmenter().segment(text);
  else {
    let index = 0;
    for (const segment of text) {
      yield { segment, index };
      index += segment.length;
    }
  }
}

/** Texts equal but for case, width, spaces and the form of their accents compare equal when folded. */
export const folded = (text: string): string => cleanLine(text).normalize('NFKC').toLowerCase();
