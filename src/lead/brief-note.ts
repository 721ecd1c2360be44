/** The brief as a note in sales software: plain text, short, true also when it is read in a month. */
import { actsIn, isReason } from './brief-line.js';
import { lineText } from './brief-text.js';
import { brief, type BriefPart, type BriefSection, type BriefSetting } from './brief.js';
import type { Lead } from './lead.js';
import { joined } from './one-line.js';

/** What has fields of its own in sales software, or matters to nobody there. */
const ELSEWHERE: ReadonlySet<BriefPart> = new Set(['person', 'owner', 'sent']);

/**
 * The note: at most 25 lines and 8,000 characters, which every common description field takes. Days are dates.
 * Never JSON, never an id.
 */
export const briefNote = (lead: Lead, setting: BriefSetting): string => {
  const { marks, sections } = brief(lead, { ...setting, dated: true });
  const lines = sections.filter(({ part }) => !ELSEWHERE.has(part)).flatMap(noted);
  return [joined(marks, ' '), ...lines].filter((line) => line !== '').join('\n');
};

const noted = ({ title, lines }: BriefSection): readonly string[] =>
  lines
    // Numbers and addresses are contact fields.
    .filter((line) => actsIn(line).length === 0)
    .map((line, i) => {
      if (isReason(line)) return `  ${lineText(line)}`;
      return i === 0 && title ? `${title}: ${lineText(line)}` : `  ${lineText(line)}`;
    });
