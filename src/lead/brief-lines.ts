/** What the brief says, part by part. Whatever has nothing to say is empty and left out. */
import type { Iso } from '../flow/log.js';
import { isOpen } from '../routing/hours.js';
import type { BriefLine } from './brief-line.js';
import { need } from './brief-subject.js';
import { agreed, detailWords } from './brief-step.js';
import type { BriefSetting } from './brief.js';
import type { Lead, LeadAnswer } from './lead.js';
import { knownWords } from './known-words.js';
import { filled, joined, oneLine, quoted } from './one-line.js';
import type { When } from './when.js';

const MOST_QUESTIONS = 2;
const MOST_ANSWERS = 20;
const MOST_BECAUSE = 3;
const MOST_CONSENTS = 6;

/** What was agreed and for when, who answers, by when. */
export const deadlineLine = (lead: Lead, setting: BriefSetting, when: When): BriefLine => {
  const { nextStep, routing } = lead;
  const { hours, receivedAt = lead.updatedAt, dated } = setting;
  const dueAt = routing?.dueAt;
  const day = dueAt && (dated ? when.day(dueAt) : when.nearDay(dueAt, receivedAt));
  const due = dueAt && day && `answer due ${day} ${when.clock(dueAt)} ${when.place}`;
  const closed = hours && !isOpen(hours, sentAt(lead)) ? 'sent outside opening hours' : '';
  return told(
    agreed(lead, when),
    ...detailWords(nextStep),
    routing?.name ? oneLine(routing.name, 60) : '',
    due,
    nextStep || due ? closed : '',
  );
};

/** The name first. */
export const personLine = ({ contact, locale }: Lead): BriefLine => {
  const { name, role, company, website, country } = contact ?? {};
  const language = named('language', locale.split('-')[0] ?? '');
  const place = country && /^[A-Z]{2}$/.test(country) ? named('region', country) || country : country;
  return told(
    ...[name, role, company, website].map((field) => oneLine(field ?? '', 100)),
    oneLine(place ?? '', 60),
    language && `writes ${language}`,
  );
};

export const told = (...parts: readonly (string | undefined)[]): BriefLine => ({ parts: filled(parts) });

/** The English name of a language or country; empty for one that nobody knows. */
const named = (type: 'language' | 'region', code: string): string => {
  try {
    const name = new Intl.DisplayNames('en-GB', { type, fallback: 'none' }).of(code);
    return name ?? '';
  } catch {
    return '';
  }
};

const ownWords = ({ answers = [] }: Lead): readonly LeadAnswer[] =>
  answers.filter(
    ({ kind, step, label }) =>
      (kind === 'longText' || kind === 'text') &&
      label !== '' &&
      !['name', 'company', 'country', 'role', 'website'].includes(step),
  );

/** What the brief quotes in full. */
export const latestWords = (lead: Lead): readonly LeadAnswer[] => ownWords(lead).slice(-2);

/** What they typed freely: the last two texts. */
export const wordsLine = (lead: Lead): string => joined(latestWords(lead).map(({ label }) => quoted(label)));

export const fitsLine = ({ recommendations = [] }: Lead): string => {
  const [best, ...others] = recommendations
    .filter(({ matched, relaxed = [] }) => matched.length + relaxed.length > 0)
    .slice(0, 3)
    .map(
      ({ name, matched, relaxed = [] }) =>
        `${oneLine(name, 60)} (${joined(
          [...matched.slice(0, MOST_BECAUSE), ...relaxed.slice(0, 1).map((lack) => `but ${lack}`)].map(
            (why) => oneLine(why, 80),
          ),
          ', ',
        )})`,
    );
  return joined([best, others.length > 0 ? `also ${others.join(', ')}` : '']);
};

/** A name from the playbook as words: "current_supplier" is "current supplier". */
export const spaced = (name: string): string => oneLine(name.replace(/[_-]+/g, ' '), 40);

/** Those that nobody answered first. */
export const questionLines = ({ questions = [] }: Lead): readonly BriefLine[] => {
  const asked = questions.map(({ text, knowledge, helpful, writtenFrom }) => ({
    asked: quoted(text, 140),
    answered: knowledge !== null,
    ...(helpful !== undefined && { helpful }),
    ...(writtenFrom && { written: true as const }),
    more: 0,
  }));
  const said = asked.filter((question) => question.asked !== '');
  const sorted = said.toSorted((a, b) => rankOf(a) - rankOf(b));
  const shown = sorted.slice(0, MOST_QUESTIONS);
  const more = said.length - shown.length;
  return shown.map((question, i) => (i === shown.length - 1 ? { ...question, more } : question));
};

const rankOf = ({ answered, helpful = true }: { answered: boolean; helpful?: boolean }): number =>
  answered ? (helpful ? 2 : 1) : 0;

/** A first sentence made of nothing but their own words. None for people who are in the wrong place. */
export const sayFirst = (lead: Lead): string => {
  if (lead.qualification?.verdict === 'disqualified') return '';
  const [first = ''] = (lead.contact?.name ?? '').trim().split(/\s/);
  const hello = oneLine(first.endsWith('.') ? (lead.contact?.name ?? '') : first, 60);
  const say = (verb: string, text: string, then: string): string => {
    const words = oneLine(text, 140);
    const stop = /[.!?…]\u2069?$/.test(words) ? '' : '.';
    return `"${hello ? `${hello}, you` : 'You'} ${verb}: “${words}”${stop} ${then}"`;
  };
  const wrote = ownWords(lead).at(-1);
  if (wrote) return say('wrote', wrote.label, 'Tell me more about that.');
  const asked = lead.questions?.find((question) => question.knowledge === null);
  if (asked) return say('asked', asked.text, 'Let’s begin with that.');
  const wants = need(lead);
  return wants ? say('said', wants.label, 'Tell me more about that.') : '';
};

export const ownerLine = ({ routing }: Lead): BriefLine =>
  told(
    joined([oneLine(routing?.name ?? '', 60), oneLine(routing?.because ?? '')], ': '),
    routing?.account && `account ${oneLine(routing.account, 60)}`,
    routing?.territory && `territory ${oneLine(routing.territory, 60)}`,
  );

const MOST_TASKS = 3;
const DOES = { call: 'call', email: 'e-mail', message: 'message', visit: 'visit', task: 'to do' } as const;

/** What is planned and by when, in a line; what to do there is told by the program that keeps tasks. */
export const followUpLine = (
  { tasks = [], updatedAt }: Lead,
  { receivedAt = updatedAt, dated }: BriefSetting,
  when: When,
): BriefLine => {
  const more = tasks.length - MOST_TASKS;
  return told(
    ...tasks.slice(0, MOST_TASKS).map(({ do: act, dueAt }) => {
      const day = dated ? when.day(dueAt) : when.nearDay(dueAt, receivedAt);
      return day && `${DOES[act]} ${day} ${when.clock(dueAt)}`;
    }),
    more > 0 ? `and ${more} more` : '',
  );
};

export const consentLine = ({ notice, consents }: Lead, when: When): BriefLine => {
  const more = consents.length - MOST_CONSENTS;
  return told(
    notice && joined([joined(['Notice shown', when.day(notice.at)], ' '), when.clock(notice.at)], ', '),
    ...consents.slice(0, MOST_CONSENTS).map(({ purpose, granted, version }) => {
      const text = oneLine(version, 20);
      const given = text ? `given (text ${text})` : 'given';
      return joined([oneLine(purpose, 40), granted ? given : 'not given'], ': ');
    }),
    more > 0 ? `and ${more} more` : '',
  );
};

/** Whether the answer says who it is, which the brief tells elsewhere. */
export const isContact = ({ kind }: LeadAnswer): boolean => ['contact', 'email', 'phone'].includes(kind);

/** How the brief calls the question. */
export const answerName = ({ step }: LeadAnswer): string => spaced(step);

/** Every other answer, by the name of its step. */
export const answersLine = (lead: Lead): BriefLine => {
  const { answers = [] } = lead;
  const quotedAlready = latestWords(lead);
  const others = answers.filter(
    (answer) => !isContact(answer) && answer.label !== '' && !quotedAlready.includes(answer),
  );
  const more = others.length - MOST_ANSWERS;
  return told(
    ...others.slice(0, MOST_ANSWERS).map((answer) => {
      const { label, changed, before } = answer;
      const first = changed ? ` (changed from ${oneLine(before ?? '', 40) || 'nothing'})` : '';
      const known = knownWords(answer);
      return joined([answerName(answer), oneLine(label, 80)], ': ') + first + (known && ` (${known})`);
    }),
    more > 0 ? `and ${more} more` : '',
  );
};

const sentAt = (lead: Lead): Iso =>
  lead.log?.find((entry) => entry.type === 'submitted')?.at ?? lead.updatedAt;

export const sentLine = (lead: Lead, { receivedAt }: BriefSetting, when: When): BriefLine => {
  const at = sentAt(lead);
  const { id, version } = lead.playbook;
  const moment = when.exact(at);
  return told(
    moment && `${when.day(at)}, ${moment} ${when.place}`,
    lead.phase === 'updated' ? joined(['changed', when.exact(lead.updatedAt)], ' ') : '',
    receivedAt && joined(['received', when.exact(receivedAt)], ' '),
    joined(['playbook', oneLine(id, 64), oneLine(version, 40)], ' '),
  );
};
