/** What the brief says of what holds them back. */
import { plainText } from '../flow/rich-text.js';
import type { BriefLine } from './brief-line.js';
import { spaced, told } from './brief-lines.js';
import type { Lead, LeadObjection } from './lead.js';
import { joined, oneLine, quoted } from './one-line.js';

const MOST_WORRIES = 3;

/** Each worry once: their latest words, what was replied, and what came of it. */
export const worryLine = (lead: Lead): BriefLine => {
  const worries = new Map<string, LeadObjection>();
  for (const one of raisedIn(lead)) {
    const before = worries.get(one.objection);
    worries.set(one.objection, { ...one, text: one.text ?? before?.text });
  }
  const more = worries.size - MOST_WORRIES;
  return told(
    ...[...worries.values()].slice(0, MOST_WORRIES).map(worryWords),
    more > 0 ? `and ${more} more` : '',
  );
};

const OUTCOMES: Readonly<Record<LeadObjection['outcome'], string>> = {
  raised: '',
  explored: '',
  responded: '',
  resolved: 'that helped',
  parked: 'left open',
  escalated: 'wants to talk to a person about it',
};

const worryWords = ({ objection, text, explored, response, outcome }: LeadObjection): string => {
  const name = capitalised(spaced(objection));
  const words = joined([quoted(text ?? '', 140), quoted(explored ?? '', 100)], ', ');
  const replied = response ? `answered (${oneLine(plainText(response), 80)})` : '';
  return joined([joined([name, words], ': '), joined([replied, OUTCOMES[outcome]], ' → ')], ', ');
};

/** Leads of earlier versions have it in their log alone. */
const raisedIn = ({ objections, log = [] }: Lead): readonly LeadObjection[] =>
  objections ??
  log.flatMap((entry) =>
    entry.type === 'objected'
      ? [
          {
            objection: entry.objection,
            category: 'other',
            outcome: 'raised',
            at: entry.at,
            ...(entry.text !== undefined && { text: entry.text }),
          },
        ]
      : [],
  );

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
