/** What is known of a prospect's earlier visits, in words. */
import type { Arrival, Touch } from '../flow/log.js';
import { joined, oneLine } from './one-line.js';
import { sourceWords } from './source-words.js';
import type { When } from './when.js';

const HOW = {
  ad: 'by an ad',
  newsletter: 'from the newsletter',
  referral: 'by a link',
  search: 'by a search',
  booth: 'from the booth',
  direct: 'directly',
  returning: 'directly',
} as const;

/** `2nd`, `11th`, `23rd`. */
const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
};

/** For example `2nd visit; first Thu 19 Nov from the newsletter`; empty on a first visit. */
export const visitWords = ({ visits = 1, touches }: Arrival, when: Pick<When, 'day'>): string => {
  if (visits < 2) return '';
  const { first } = touches ?? {};
  const began = first && joined(['first', when.day(first.at), HOW[first.kind]], ' ');
  return joined([`${ordinal(visits)} visit`, began], '; ');
};

const touchWords = (touch: Touch): string => sourceWords({ ...touch, page: touch.landing });

/** A line for each visit that mattered, for somebody who wants to know more. */
export const pathLines = ({ touches, opened }: Arrival, when: Pick<When, 'day'>): readonly string[] => {
  const { first, lastNonDirect } = touches ?? {};
  const isOther = lastNonDirect && lastNonDirect.at !== first?.at && lastNonDirect.at !== touches?.last.at;
  const said = {
    visitor: 'by its button',
    trigger: 'by what appeared',
    link: 'by a link',
    api: 'by the page',
  };
  return [
    first ? `First, ${when.day(first.at)}: ${touchWords(first)}` : '',
    isOther ? `Before this, ${when.day(lastNonDirect.at)}: ${touchWords(lastNonDirect)}` : '',
    opened
      ? `Chat opened ${said[opened.by]}${opened.trigger ? ` (${oneLine(opened.trigger, 60)})` : ''}`
      : '',
  ].filter((line) => line !== '');
};
