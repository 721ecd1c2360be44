/** "2nd conversation": what is different from the one before. */
import { DAY_MS, msOf } from '../routing/zone.js';
import type { BriefLine } from './brief-line.js';
import { answerName, isContact, latestWords } from './brief-lines.js';
import { bandOf, nthConversation, stepWords } from './brief-subject.js';
import type { Lead } from './lead.js';
import { joined, oneLine } from './one-line.js';
import type { When } from './when.js';

/** After that many days a conversation begins afresh. */
const REMEMBERED_DAYS = 30;
const MOST_DIFFERENCES = 5;

/** The leads that count as earlier conversations, oldest first. Of each the latest revision. */
export const earlierOf = (lead: Lead, leads: readonly Lead[] = []): readonly Lead[] => {
  const now = msOf(lead.createdAt) ?? NaN;
  const latest = new Map<string, Lead>();
  for (const other of leads) {
    const ago = now - (msOf(other.createdAt) ?? NaN);
    if (other.id === lead.id || other.test || !(ago >= 0 && ago <= REMEMBERED_DAYS * DAY_MS)) continue;
    if (other.revision >= (latest.get(other.id)?.revision ?? 0)) latest.set(other.id, other);
  }
  return [...latest.values()]
    .filter(({ phase }) => phase !== 'withdrawn')
    .toSorted((a, b) => (msOf(a.createdAt) ?? 0) - (msOf(b.createdAt) ?? 0));
};

/** For example `2nd conversation · sites: 12 (was 5) · last one Thu 19 Nov (Warm, wants a call)`. */
export const againLine = (lead: Lead, earlier: readonly Lead[], when: When): BriefLine => {
  const last = earlier.at(-1);
  if (!last) return '';
  const differences = differencesOf(lead, last);
  const more = differences.length - MOST_DIFFERENCES;
  const then = joined([bandOf(last), stepWords(last.nextStep, when)], ', ');
  const day = when.day(last.createdAt);
  return {
    parts: [
      nthConversation(earlier.length),
      ...(differences.length > 0 ? differences.slice(0, MOST_DIFFERENCES) : ['the same answers as before']),
      ...(more > 0 ? [`and ${more} more`] : []),
      `last one ${day} (${then})`,
    ],
  };
};

/** What is said now and was not said, or otherwise, then; without what the brief quotes in full anyway. */
const differencesOf = (lead: Lead, { answers: before = [] }: Lead): readonly string[] => {
  const { answers = [] } = lead;
  const quotedAlready = latestWords(lead);
  return answers
    .filter((answer) => !isContact(answer) && answer.label !== '' && !quotedAlready.includes(answer))
    .flatMap((answer) => {
      const then = before.find(({ step }) => step === answer.step)?.label ?? '';
      if (then === answer.label) return [];
      const was = oneLine(then, 40);
      const said = oneLine(answer.label, 60);
      const name = answerName(answer);
      // A unit says what it is already: "40 sites".
      const isNamed = said.toLowerCase().includes(name.toLowerCase());
      return [`${isNamed ? '' : `${name}: `}${said} (${was ? `was ${was}` : 'new'})`];
    });
};
