/**
 * What of a conversation may leave the browser. Not: answers that the walk did not take, with their
 * corrections; answers that a consent covers which was not granted, and with a contact, phone or address step also
 * what was said about next steps; anything before the conversation began.
 */
import { factsFrom } from '../flow/facts.js';
import { placeholdersIn, questionOf } from '../flow/fill-prompt.js';
import { fold } from '../flow/fold.js';
import type { EntryOf, LogEntry } from '../flow/log.js';
import type { FoldState } from '../flow/state.js';
import type { Playbook } from '../playbook/schema.js';
import { standingOf } from '../qualification/judge.js';
import { entriesOf, listOf } from '../qualification/unchecked.js';

/** Steps whose answers may not be sent: covered by a consent that was not granted. */
export const withheldSteps = (playbook: Playbook, state: FoldState): ReadonlySet<string> =>
  new Set(
    entriesOf(playbook.privacy?.consent)
      .filter((consent) => state.consents.get(consent.purpose) !== true)
      .flatMap((consent) => listOf(consent.covers)),
  );

/**
 * The log, reduced to what may be sent. Entries keep their numbers, so there may be gaps. Where an answer
 * was taken but may not be sent, its question stands as withheld and the walk goes on behind it; where that
 * leads another way, what lies off it stays behind, too. Questions that quoted an answer which stays behind
 * are filled anew. Folding the result finds no dead answers, and reducing it again changes nothing.
 */
export const minimise = (playbook: Playbook, state: FoldState): readonly LogEntry[] => {
  const withheld = withheldSteps(playbook, state);
  const standing = standingOf(playbook);
  const began = state.log.findIndex((entry) => entry.type === 'began');
  const whole = state.log.slice(Math.max(0, began));
  const behind = new Set<string>();

  const isKeptBack = hasContact(playbook, withheld);
  let log: readonly LogEntry[] = whole.map((entry) =>
    isAnswer(entry) && withheld.has(entry.step)
      ? emptied(entry)
      : isKeptBack && entry.type === 'chose'
        ? withoutDetails(entry)
        : entry,
  );
  let kept = state;
  do {
    const dead = new Set(kept.dead);
    const answered = new Map(log.flatMap((entry) => (isAnswer(entry) ? [[entry.n, entry.step]] : [])));
    const stays = (n: number): boolean => dead.has(n) || withheld.has(answered.get(n) ?? '');
    for (const [n, step] of answered) if (stays(n)) behind.add(step);
    log = log.filter((entry) => !dead.has(entry.n) && !('of' in entry && stays(entry.of)));
    log = withoutRaised(log, stays);
    kept = fold(playbook, log, standing);
  } while (log.some(({ n }) => kept.dead.includes(n)));
  const asked = promptsWithout(playbook, kept, behind);
  return log.map((entry) => {
    const prompt = entry.type === 'answered' ? asked.get(entry.step) : undefined;
    return prompt === undefined ? entry : { ...entry, prompt };
  });
};

/** Whether it is their contact details that stay behind: then what was said about a next step does so, too. */
const hasContact = (playbook: Playbook, withheld: ReadonlySet<string>): boolean =>
  entriesOf(playbook.steps).some(
    ({ id, kind }) => withheld.has(id) && /^(?:contact|phone|address)$/.test(kind ?? ''),
  );

const withoutDetails = ({ details: _, ...rest }: EntryOf<'chose'>): LogEntry => rest;

type AnswerEntry = Extract<LogEntry, { type: 'answered' | 'prefilled' }>;

const isAnswer = (entry: LogEntry): entry is AnswerEntry =>
  entry.type === 'answered' || entry.type === 'prefilled';

/** Without objections that an answer raised which stays behind: they would tell it. */
const withoutRaised = (log: readonly LogEntry[], stays: (n: number) => boolean): readonly LogEntry[] => {
  const raised = new Set(
    log.flatMap((entry) =>
      entry.type === 'objected' && entry.text === undefined && stays(entry.n - 1) ? [entry.n] : [],
    ),
  );
  return log.filter(
    (entry) => !raised.has(entry.n) && !(entry.type === 'objection-moved' && raised.has(entry.of)),
  );
};

const emptied = (entry: AnswerEntry): LogEntry => ({
  type: 'answered',
  n: entry.n,
  at: entry.at,
  step: entry.step,
  prompt: entry.type === 'answered' ? entry.prompt : '',
  raw: '',
  value: null,
  withheld: true,
  locale: entry.type === 'answered' ? entry.locale : '',
});

/** The questions that quote a step of which an answer stays behind, filled with what may be sent. */
const promptsWithout = (
  playbook: Playbook,
  kept: FoldState,
  behind: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const answers = new Map([...kept.answers].filter(([step]) => !behind.has(step)));
  const facts = factsFrom(answers);
  return new Map(
    entriesOf(playbook.steps).flatMap((step) =>
      placeholdersIn(step.ask ?? '').some((name) => behind.has(name.split('.')[0] ?? name))
        ? [[step.id, questionOf(step, facts, playbook)]]
        : [],
    ),
  );
};
