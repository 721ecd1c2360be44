/** The brief as plain text: for mail, and for anything that shows lines in a fixed-width font. */
import { isReason, type BriefLine, type BriefQuestion } from './brief-line.js';
import type { BriefPart, BriefSection } from './brief.js';
import { joined } from './one-line.js';

const TITLE_WIDTH = 12;
const WIDEST_REASON = 40;
/** Plain text has no other way of being loud. */
const LOUD: ReadonlySet<BriefPart> = new Set(['again', 'step', 'verdict']);

/** How the answer was taken; empty where there was none. */
export const answerWords = ({ answered, helpful, written }: BriefQuestion): string => {
  if (!answered) return '';
  const how = written ? 'answered by machine' : 'answered';
  return helpful === undefined ? how : `${how}, ${helpful ? 'helpful' : 'not helpful'}`;
};

/** A line of the brief on one line of text; reasons may be aligned by the width of their words. */
export const lineText = (line: BriefLine, becauseWidth = 0): string => {
  if (typeof line === 'string') return line;
  if ('parts' in line) return joined(line.parts);
  if ('decided' in line) return joined([line.decided, line.figures && `(${line.figures})`], ' ');
  if ('asked' in line) {
    return joined(
      [
        line.asked,
        answerWords(line) || 'NOT ANSWERED: have an answer ready',
        line.more > 0 ? `and ${line.more} more` : '',
      ],
      ' ',
    );
  }
  if ('acts' in line) return joined(line.acts.map(({ label, to }) => `${label} ${to}`));
  return joined([line.points.padEnd(4), line.because.padEnd(becauseWidth), line.said], ' ').trimEnd();
};

/** The lines of a section: its title, its lines beside it, a blank line before it where it stands apart. */
export const printed = ({ part, title, lines, apart }: BriefSection): readonly string[] => {
  const margin = title === undefined ? '' : ' '.repeat(TITLE_WIDTH);
  const head = title && `${LOUD.has(part) ? title.toUpperCase() : title}  `.padEnd(TITLE_WIDTH);
  const width = Math.max(
    0,
    ...lines.filter(isReason).map(({ because }) => Math.min(WIDEST_REASON, because.length)),
  );
  const text = lines.map((line, i) => (i === 0 && head ? head : margin) + lineText(line, width));
  return apart ? ['', ...text] : text;
};
