/** What the brief says, part by part. Whatever has nothing to say is empty and left out. */
import type { Iso } from '../flow/log.js';
import { isOpen } from '../routing/hours.js';
import { need } from './brief-subject.js';
import type { BriefSetting } from './brief.js';
import type { Lead, LeadAnswer, NextStep } from './lead.js';
import { joined, oneLine, quoted } from './one-line.js';
import { whenIn, type When } from './when.js';

const MOST_REASONS = 4;
const MOST_QUESTIONS = 2;
const MOST_ANSWERS = 20;

export const stepTitle = (step: NextStep | undefined): string =>
  step
    ? { callback: 'CALL', call: 'CALL', booking: 'MEET', email: 'E-MAIL', link: 'LINK' }[step.kind]
    : 'ANSWER';

export const deadlineLine = (lead: Lead, { hours, receivedAt }: BriefSetting, when: When): string => {
  const { nextStep, routing } = lead;
  const dueAt = routing?.dueAt;
  const due =
    dueAt &&
    `answer due ${when.nearDay(dueAt, receivedAt ?? lead.updatedAt)} ${when.clock(dueAt)} ${when.place}`;
  const closed = hours && !isOpen(hours, sentAt(lead)) ? 'sent outside opening hours' : '';
  return joined([
    agreed(lead, when),
    routing?.name ? oneLine(routing.name, 60) : '',
    due,
    nextStep || due ? closed : '',
  ]);
};

const agreed = ({ nextStep }: Lead, when: When): string => {
  if (!nextStep) return '';
  const { kind, start, timeZone, label } = nextStep;
  if (start === undefined) {
    return joined(['chose', quoted(label), kind === 'booking' ? '(look in the calendar)' : ''], ' ');
  }
  const theirs = whenIn(timeZone ?? 'UTC');
  const elsewhere = timeZone !== undefined && theirs.clock(start) !== when.clock(start);
  const forThem = elsewhere ? `, ${theirs.clock(start)} ${theirs.place} for them` : '';
  return `${when.day(start)}, ${when.clock(start)} ${when.place}${forThem} (requested, not yet confirmed)`;
};

export const reachLine = ({ contact }: Lead): string =>
  joined([
    contact?.phone && `Call ${oneLine(contact.phone, 60)}`,
    contact?.email && `Reply ${oneLine(contact.email, 254)}`,
  ]);

export const personLine = ({ contact, locale }: Lead): string => {
  const { name, role, company, website, country } = contact ?? {};
  const told = [name, role, company, website].map((field) => oneLine(field ?? '', 100));
  const language = named('language', locale.split('-')[0] ?? '');
  const place = country && /^[A-Z]{2}$/.test(country) ? named('region', country) : country;
  return joined([...told, oneLine(place ?? '', 60), language && `writes ${language}`]);
};

/** The English name of a language or country; empty for one that nobody knows. */
const named = (type: 'language' | 'region', code: string): string => {
  try {
    const name = new Intl.DisplayNames('en-GB', { type, fallback: 'none' }).of(code);
    return name ?? '';
  } catch {
    return '';
  }
};

export const verdictLines = ({ qualification, answers }: Lead): readonly string[] => {
  if (!qualification) return [];
  const { framework, slots, score, outOf, reasons, missing } = qualification;
  const [decided, ...fired] = reasons;
  const yes = slots.filter((slot) => slot.state === 'yes').length;
  const figures = joined(
    [
      outOf > 0 ? `score ${score} of ${outOf}` : '',
      slots.length > 0
        ? joined([`${yes} of ${slots.length}`, framework === 'own' ? '' : framework, 'yes'], ' ')
        : '',
    ],
    ', ',
  );
  const labels = new Map(answers?.map((answer) => [answer.n, answer.kind === 'contact' ? '' : answer.label]));
  const shown = fired.slice(0, fired.length > MOST_REASONS ? MOST_REASONS - 1 : MOST_REASONS);
  const width = Math.max(0, ...shown.map((reason) => Math.min(40, reason.because.length)));
  const rows = shown.map(({ points = 0, because, evidence }) => {
    const said = evidence.map((n) => quoted(labels.get(n) ?? '', 60));
    return joined(
      [signed(points).padEnd(4), oneLine(because, 100).padEnd(width), joined(said, ', ')],
      ' ',
    ).trimEnd();
  });
  const rest = fired.slice(shown.length);
  const restSum = rest.reduce((sum, reason) => sum + (reason.points ?? 0), 0);
  const unknown = slots.filter((slot) => missing.includes(slot.id)).map((slot) => oneLine(slot.label, 40));
  return [
    joined([oneLine(decided?.because ?? ''), figures && `(${figures})`], ' '),
    ...rows,
    rest.length > 0 ? `and ${rest.length} more (${signed(restSum)})` : '',
    unknown.length > 0 ? `Not known: ${unknown.join(', ')}` : '',
  ];
};

const signed = (points: number): string => (points < 0 ? `${points}` : `+${points}`);

const ownWords = ({ answers = [] }: Lead): readonly LeadAnswer[] =>
  answers.filter(
    ({ kind, step, label }) =>
      (kind === 'longText' || kind === 'text') &&
      label !== '' &&
      !['name', 'company', 'country', 'role', 'website'].includes(step),
  );

const latestWords = (lead: Lead): readonly LeadAnswer[] => ownWords(lead).slice(-2);

/** What they typed freely: the last two texts. */
export const wordsLine = (lead: Lead): string => joined(latestWords(lead).map(({ label }) => quoted(label)));

export const fitsLine = ({ recommendations = [] }: Lead): string => {
  const [best, ...others] = recommendations
    .filter((product) => product.matched.length > 0)
    .slice(0, 3)
    .map(
      ({ name, matched }) =>
        `${oneLine(name, 60)} (${joined(
          matched.map((why) => oneLine(why, 80)),
          ', ',
        )})`,
    );
  return joined([best, others.length > 0 ? `also ${others.join(', ')}` : '']);
};

export const questionLines = ({ questions = [] }: Lead): readonly string[] => {
  const open = questions.filter((question) => question.knowledge === null);
  const shown = [...open, ...questions.filter((question) => question.knowledge !== null)].slice(
    0,
    MOST_QUESTIONS,
  );
  const more = questions.length - shown.length;
  return shown.map(({ text, knowledge }, i) => {
    const answered = knowledge === null ? 'NOT ANSWERED: have an answer ready' : 'answered';
    return joined(
      [quoted(text, 140), answered, i === shown.length - 1 && more > 0 ? `and ${more} more` : ''],
      ' ',
    );
  });
};

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

export const ownerLine = ({ routing }: Lead): string =>
  joined([routing?.name ? oneLine(routing.name, 60) : '', oneLine(routing?.because ?? '')], ': ');

export const consentLine = ({ notice, consents }: Lead, when: When): string =>
  joined([
    notice && `Notice shown ${when.day(notice.at)}, ${when.clock(notice.at)}`,
    ...consents.map(({ purpose, granted, version }) =>
      granted
        ? `${oneLine(purpose, 40)}: given (text ${oneLine(version, 20)})`
        : `${oneLine(purpose, 40)}: not given`,
    ),
  ]);

/** Every other answer, by the name of its step. */
export const answersLine = (lead: Lead): string => {
  const { answers = [] } = lead;
  const quotedAlready = latestWords(lead);
  const told = answers.filter(
    (answer) =>
      !['contact', 'email', 'phone'].includes(answer.kind) &&
      answer.label !== '' &&
      !quotedAlready.includes(answer),
  );
  const shown = told.slice(0, MOST_ANSWERS).map(({ step, label, changed, before }) => {
    const first = changed ? ` (changed from ${oneLine(before ?? '', 40) || 'nothing'})` : '';
    return `${step.replace(/[_-]+/g, ' ')}: ${oneLine(label, 80)}${first}`;
  });
  return joined([...shown, told.length > shown.length ? `and ${told.length - shown.length} more` : '']);
};

const sentAt = (lead: Lead): Iso =>
  lead.log?.find((entry) => entry.type === 'submitted')?.at ?? lead.updatedAt;

export const sentLine = (lead: Lead, { receivedAt }: BriefSetting, when: When): string => {
  const at = sentAt(lead);
  const { id, version } = lead.playbook;
  return joined([
    `${when.day(at)}, ${when.exact(at)} ${when.place}`,
    lead.phase === 'updated' ? `changed ${when.exact(lead.updatedAt)}` : '',
    receivedAt && `received ${when.exact(receivedAt)}`,
    `playbook ${joined([oneLine(id, 64), oneLine(version, 40)], ' ')}`,
  ]);
};
