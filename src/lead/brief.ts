/**
 * The brief: a lead on one screen. This is the one model of it; mail, Slack and CRM note only dress it. How it
 * reads is fixed by the files under `test/fixtures/leads`. Labels are the playbook's, quotes the prospect's,
 * the words between them English. Not part of what browsers load.
 */
import type { Iso } from '../flow/log.js';
import type { Hours } from '../routing/hours.js';
import { actsOf } from './brief-acts.js';
import { againLine, earlierOf } from './brief-again.js';
import {
  answersLine,
  consentLine,
  deadlineLine,
  fitsLine,
  followUpLine,
  ownerLine,
  personLine,
  questionLines,
  sayFirst,
  sentLine,
  wordsLine,
} from './brief-lines.js';
import { stepTitle } from './brief-step.js';
import { bandOf, marksOf, subjectOf, whoOf } from './brief-subject.js';
import { worryLine } from './brief-worries.js';
import type { BriefLine } from './brief-line.js';
import { lineText, printed } from './brief-text.js';
import { verdictLines } from './brief-verdict.js';
import type { Lead } from './lead.js';
import { sourceWords } from './source-words.js';
import { visitWords } from './visit-words.js';
import { whenIn } from './when.js';

export interface BriefSetting {
  /** IANA zone of the reader. One that is unknown reads as UTC. */
  readonly zone: string;
  /** Opening hours, where the brief should say that a lead was sent outside of them. */
  readonly hours?: Hours;
  /** When the receiver got it; "today" is this day. Left out: when this revision was made. */
  readonly receivedAt?: Iso;
  /**
   * Leads of the same person, in any order. Those that began within 30 days before this one count: the brief
   * then says "2nd conversation" and what is different from the one before. Trials, withdrawn leads and
   * other revisions of this lead never count.
   */
  readonly earlier?: readonly Lead[];
  /** Days are written as dates, never "today" or "tomorrow": for what is read later. */
  readonly dated?: boolean;
}

/** What a section is about. A dress chooses by it what stands out, what is small and what is left out. */
export type BriefPart =
  | 'again'
  | 'step'
  | 'person'
  | 'verdict'
  | 'words'
  | 'fits'
  | 'worry'
  | 'questions'
  | 'say'
  | 'source'
  | 'owner'
  | 'tasks'
  | 'consent'
  | 'answers'
  | 'sent'
  | 'withdrawn';

/** Lines that belong together. Nothing in it is empty. */
export interface BriefSection {
  readonly part: BriefPart;
  /** One or two words before the first line. */
  readonly title?: string;
  readonly lines: readonly BriefLine[];
  /** Begins a new block: a blank line stands before it. */
  readonly apart?: true;
}

export interface Brief {
  /**
   * One line: band · who · what they want · next step. Marks for trials and possible spam stand at the very
   * front. Seldom longer than 120 characters, never than 200.
   */
  readonly subject: string;
  /** What to beware of: `[TEST]`, `Possible spam (filled in 1.2 s)`. Also part of the subject. */
  readonly marks: readonly string[];
  /** Hot, Warm, Cold, Not a fit, Too early to say; empty for a lead that was withdrawn. */
  readonly band: string;
  /** The name, else the address or the number they gave; empty when they gave none. */
  readonly who: string;
  readonly sections: readonly BriefSection[];
  /** The sections as plain text: at most 25 lines, blank ones included. */
  readonly lines: readonly string[];
}

/** The brief of a lead. The same lead and setting always give the same brief; any lead that fits the schema has one. */
export const brief = (lead: Lead, setting: BriefSetting): Brief => {
  const when = whenIn(setting.zone);
  const withdrawn = lead.phase === 'withdrawn';
  const earlier = earlierOf(lead, setting.earlier);
  const sections: readonly BriefSection[] = withdrawn
    ? [
        {
          part: 'withdrawn',
          lines: ['The prospect took everything back. Erase what you have of this lead.'],
        },
      ]
    : [
        { part: 'again', title: 'Again', lines: [againLine(lead, earlier, when)] },
        {
          part: 'step',
          title: stepTitle(lead.nextStep),
          lines: [deadlineLine(lead, setting, when), { acts: actsOf(lead) }],
        },
        { part: 'person', lines: [personLine(lead)], apart: true },
        { part: 'verdict', title: bandOf(lead), lines: verdictLines(lead), apart: true },
        { part: 'words', title: 'Added', lines: [wordsLine(lead)], apart: true },
        { part: 'fits', title: 'Fits', lines: [fitsLine(lead)] },
        { part: 'worry', title: 'Worry', lines: [worryLine(lead)] },
        { part: 'questions', title: 'Asked', lines: questionLines(lead) },
        { part: 'say', title: 'Say first', lines: [sayFirst(lead)] },
        {
          part: 'source',
          title: 'Source',
          lines: lead.attribution ? [sourceWords(lead.attribution), visitWords(lead.attribution, when)] : [],
          apart: true,
        },
        { part: 'owner', title: 'Owner', lines: [ownerLine(lead)] },
        { part: 'tasks', title: 'Then', lines: [followUpLine(lead, setting, when)] },
        { part: 'consent', title: 'Consent', lines: [consentLine(lead, when)] },
        { part: 'answers', title: 'Answers', lines: [answersLine(lead)] },
        {
          part: 'sent',
          title: lead.phase === 'partial' ? 'So far' : 'Sent',
          lines: [sentLine(lead, setting, when)],
        },
      ];
  const filled = withoutGaps(sections);
  return {
    subject: subjectOf(lead, earlier.length, when),
    marks: marksOf(lead),
    band: withdrawn ? '' : bandOf(lead),
    who: whoOf(lead, 100),
    sections: filled,
    lines: filled.flatMap(printed),
  };
};

/** Leaves out what is empty; where a block loses its first section, the next one begins it. */
const withoutGaps = (sections: readonly BriefSection[]): readonly BriefSection[] => {
  const kept: BriefSection[] = [];
  let apart = false;
  for (const { part, title, lines, apart: begins } of sections) {
    apart ||= begins === true;
    const said = lines.filter((line) => lineText(line) !== '');
    if (said.length === 0) continue;
    kept.push({ part, ...(title && { title }), lines: said, ...(apart && kept.length > 0 && { apart }) });
    apart = false;
  }
  return kept;
};
