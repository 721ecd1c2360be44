/** The brief's subject: what a sales person reads before opening it. */
import { bandWord } from '../qualification/band-word.js';
import type { Lead, LeadAnswer, NextStep } from './lead.js';
import { joined, oneLine } from './one-line.js';
import type { When } from './when.js';

/** Below this many milliseconds nobody reads the questions. */
const IN_NO_TIME_MS = 3000;

/** Band · who · what they want · next step; marks for trials and possible spam at the very front. */
export const subjectOf = (lead: Lead, when: When): string => {
  if (lead.phase === 'withdrawn') return joined([lead.test && '[TEST]', 'Withdrawn: erase this lead'], ' ');
  const { name, company, email, phone } = lead.contact ?? {};
  const who = joined([oneLine(name ?? email ?? phone ?? '', 60), oneLine(company ?? '', 60)], ', ');
  const line = joined([
    spam(lead),
    bandOf(lead),
    who,
    oneLine(need(lead)?.label ?? '', 60),
    stepWords(lead.nextStep, when),
  ]);
  return joined([lead.test && '[TEST]', line], ' ');
};

/** The one word for how warm a lead is. */
export const bandOf = ({ qualification }: Lead): string =>
  qualification ? bandWord(qualification) : 'Too early to say';

/** What makes a lead look as if a machine had written it; undefined when nothing does. */
export const spam = ({ signals }: Lead): string | undefined => {
  if (signals?.decoyFilled) return 'Possible spam (filled a hidden field)';
  const took = signals?.tookMs ?? Infinity;
  return took < IN_NO_TIME_MS ? `Possible spam (filled in ${(took / 1000).toFixed(1)} s)` : undefined;
};

/** The answer that fills the need; of several the last, which is the most precise. */
export const need = ({ qualification, answers }: Lead): LeadAnswer | undefined => {
  const slot = qualification?.slots.find(({ id }) => id === 'need' || id === 'challenges');
  return answers?.findLast(({ n }) => slot?.evidence.includes(n));
};

const stepWords = (step: NextStep | undefined, when: When): string => {
  if (!step) return '';
  if (step.start !== undefined) {
    const [weekday] = when.day(step.start).split(' ');
    return `${step.kind === 'booking' ? 'meet' : 'call'} ${weekday} ${when.clock(step.start)}`;
  }
  return {
    callback: 'wants a call',
    booking: 'went to pick a time',
    email: 'wants an e-mail',
    link: 'followed a link',
    call: 'wanted to call',
  }[step.kind];
};
