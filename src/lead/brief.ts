/**
 * The brief: a lead on one screen, for a mail, a chat message or a note in sales software. Plain text; how it
 * reads is fixed by the files under `test/fixtures/leads`. Labels are the playbook's, quotes the prospect's,
 * the words between them English. Not part of what browsers load.
 */
import type { Iso } from '../flow/log.js';
import type { Hours } from '../routing/hours.js';
import {
  answersLine,
  consentLine,
  deadlineLine,
  fitsLine,
  ownerLine,
  personLine,
  questionLines,
  reachLine,
  sayFirst,
  sentLine,
  stepTitle,
  verdictLines,
  wordsLine,
} from './brief-lines.js';
import { bandOf, subjectOf } from './brief-subject.js';
import type { Lead } from './lead.js';
import { sourceWords } from './source-words.js';
import { whenIn } from './when.js';

export interface BriefSetting {
  /** IANA zone of the reader. */
  readonly zone: string;
  /** Opening hours, where the brief should say that a lead was sent outside of them. */
  readonly hours?: Hours;
  /** When the receiver got it; "today" is this day. Left out: when this revision was made. */
  readonly receivedAt?: Iso;
}

/** Lines that belong together. Nothing in it is empty. */
export interface BriefSection {
  /** One or two words before the first line. */
  readonly title?: string;
  readonly lines: readonly string[];
  /** Begins a new block: a blank line stands before it. */
  readonly apart?: true;
}

export interface Brief {
  /** One line: band · who · what they want · next step. Marks for trials and possible spam stand at the very front. */
  readonly subject: string;
  readonly sections: readonly BriefSection[];
  /** The sections as plain text: at most 25 lines, blank ones included. */
  readonly lines: readonly string[];
}

const TITLE_WIDTH = 12;

/** The brief of a lead. The same lead and setting always give the same text. */
export const brief = (lead: Lead, setting: BriefSetting): Brief => {
  const when = whenIn(setting.zone);
  const sections: readonly BriefSection[] =
    lead.phase === 'withdrawn'
      ? [{ lines: ['The prospect took everything back. Erase what you have of this lead.'] }]
      : [
          { title: stepTitle(lead.nextStep), lines: [deadlineLine(lead, setting, when), reachLine(lead)] },
          { lines: [personLine(lead)], apart: true },
          { title: bandOf(lead).toUpperCase(), lines: verdictLines(lead), apart: true },
          {
            title: 'Added',
            lines: [wordsLine(lead)],
            apart: true,
          },
          { title: 'Fits', lines: [fitsLine(lead)] },
          { title: 'Asked', lines: questionLines(lead) },
          { title: 'Say first', lines: [sayFirst(lead)] },
          { title: 'Source', lines: [lead.attribution ? sourceWords(lead.attribution) : ''], apart: true },
          { title: 'Owner', lines: [ownerLine(lead)] },
          { title: 'Consent', lines: [consentLine(lead, when)] },
          { title: 'Answers', lines: [answersLine(lead)] },
          { title: lead.phase === 'partial' ? 'So far' : 'Sent', lines: [sentLine(lead, setting, when)] },
        ];
  const filled = withoutGaps(sections);
  return { subject: subjectOf(lead, when), sections: filled, lines: filled.flatMap(printed) };
};

/** The whole brief as one text: subject, blank line, lines. */
export const briefText = (lead: Lead, setting: BriefSetting): string => {
  const { subject, lines } = brief(lead, setting);
  return [subject, '', ...lines, ''].join('\n');
};

/** Leaves out what is empty; where a block loses its first section, the next one begins it. */
const withoutGaps = (sections: readonly BriefSection[]): readonly BriefSection[] => {
  const kept: BriefSection[] = [];
  let apart = false;
  for (const { title, lines, apart: begins } of sections) {
    apart ||= begins === true;
    const said = lines.filter((line) => line !== '');
    if (said.length === 0) continue;
    kept.push({ ...(title && { title }), lines: said, ...(apart && kept.length > 0 && { apart }) });
    apart = false;
  }
  return kept;
};

const printed = ({ title, lines, apart }: BriefSection): readonly string[] => {
  const margin = title === undefined ? '' : ' '.repeat(TITLE_WIDTH);
  const text = lines.map((line, i) => (i === 0 && title ? `${title}  `.padEnd(TITLE_WIDTH) : margin) + line);
  return apart ? ['', ...text] : text;
};
