/**
 * What is done about an objection: hear it, say so, ask what stands underneath, reply, and see whether that helped. At
 * most two replies in a conversation, and always a way out. Where an objection stands is read from the log alone.
 */
import { type Facts, holds } from '../flow/conditions.js';
import type { EntryOf, Happening, LogEntry } from '../flow/log.js';
import type { Objection } from '../playbook/answering-schema.js';

type Moved = EntryOf<'objection-moved'>;

/** Replies to one objection in a conversation. */
const MOST_TRIES = 2;

/** What is said in the language of the conversation. */
export interface ObjectionWords {
  readonly helps: string;
  readonly helpsNot: string;
  readonly person: string;
  readonly carryOn: string;
  /** Said when it helped, when it is left open, and when a person takes over. */
  readonly good: string;
  readonly letGo: string;
  readonly forPerson: string;
  readonly readMore: string;
}

/** An objection that is being talked about. */
export interface OpenObjection {
  /** Number of the entry that raised it. */
  readonly of: number;
  readonly objection: Objection;
  /** Number of the latest entry about it. */
  readonly n: number;
  /** What was said last. */
  readonly said: string;
  /** let-go: nothing is asked any more until the visitor carries on. */
  readonly stage: 'exploring' | 'confirming' | 'let-go';
}

export interface ObjectionChoice {
  readonly value: string;
  readonly label: string;
}

/** Values of the choices beside those of the playbook. */
const HELPS = 'helps';
const HELPS_NOT = 'helps-not';
const PERSON = 'person';
const CARRY_ON = 'carry-on';

const isOf =
  (of: number) =>
  (entry: LogEntry): entry is Moved =>
    entry.type === 'objection-moved' && entry.of === of;

/** What ends the talk about an objection, for the visitor went on. */
const GOES_ON: readonly LogEntry['type'][] = ['answered', 'consented', 'questioned', 'submitted', 'chose'];

/** The objection that is talked about now; null: none. */
export const openIn = (log: readonly LogEntry[], objections: readonly Objection[]): OpenObjection | null => {
  const raised = log.findLast((entry) => entry.type === 'objected');
  const objection = objections.find(({ id }) => id === raised?.objection);
  if (!raised || !objection) return null;
  const of = raised.n;
  const moves = log.filter(isOf(of));
  const last = moves.at(-1);
  const n = last?.n ?? of;
  if (log.some((entry) => entry.n > n && GOES_ON.includes(entry.type))) return null;
  const said = last?.response ?? raised.response ?? '';
  const open = (stage: OpenObjection['stage']): OpenObjection => ({ of, objection, n, said, stage });
  switch (last?.to) {
    case undefined:
      return objection.explore ? open('exploring') : null;
    case 'explored':
    case 'responded':
      return open('confirming');
    case 'parked':
      return last.choice || last.response ? null : open('let-go');
    default:
      return null;
  }
};

const exploredBy = ({ explore }: Objection): readonly ObjectionChoice[] =>
  (explore?.options ?? []).map((option) =>
    typeof option === 'string' ? { value: option, label: option } : option,
  );

/** What can be tapped. */
export const choicesFor = (
  { objection, stage, of }: OpenObjection,
  log: readonly LogEntry[],
  words: ObjectionWords,
): readonly ObjectionChoice[] => {
  switch (stage) {
    case 'exploring':
      return exploredBy(objection);
    case 'let-go':
      return [{ value: CARRY_ON, label: words.carryOn }];
    case 'confirming': {
      const isSecond = log.filter(isOf(of)).filter(({ to }) => to === 'responded').length > 1;
      return [
        { value: HELPS, label: words.helps },
        { value: HELPS_NOT, label: words.helpsNot },
        ...(isSecond ? [{ value: PERSON, label: words.person }] : []),
      ];
    }
  }
};

/** What a conversation knows when an objection is raised or replied to. */
export interface Talk {
  readonly log: readonly LogEntry[];
  readonly facts: Facts;
  readonly words: ObjectionWords;
  /** Fills the placeholders of a text. */
  readonly fill: (text: string) => string;
}

/**
 * The entries of an objection that is raised. `n` is the number that its first entry gets; `text` is left out where an
 * answer raised it.
 */
export const raising = (objection: Objection, n: number, talk: Talk, text?: string): readonly Happening[] => {
  const { id, acknowledge = '', explore, replies = [], exit } = objection;
  const { log, words, fill } = talk;
  const isNew = !log.some((entry) => entry.type === 'objected' && entry.objection === id);
  const objected = (response?: string): Happening => ({
    type: 'objected',
    objection: id,
    ...(text !== undefined && { text }),
    ...(response && { response }),
  });
  if (replies.length === 0)
    return [objected(fill(exit ?? words.letGo)), { type: 'objection-moved', of: n, to: 'parked' }];
  const hello = isNew ? acknowledge : '';
  if (explore && isNew) return [objected(fill([hello, explore.ask].filter(Boolean).join(' ')))];
  return [objected(fill(hello)), ...replying(objection, n, talk, {})];
};

/** What follows from what the visitor tapped or typed about an open objection. */
export const answering = (
  { objection, of, stage }: OpenObjection,
  talk: Talk,
  value: string,
  label: string,
): readonly Happening[] => {
  const { words } = talk;
  const over = (to: Moved['to'], response: string): readonly Happening[] => [
    { type: 'objection-moved', of, to, choice: label, response },
  ];
  if (value === CARRY_ON) return [{ type: 'objection-moved', of, to: 'parked', choice: label }];
  if (value === HELPS) return over('resolved', words.good);
  if (value === PERSON) return over('escalated', words.forPerson);
  if (value === HELPS_NOT) return replying(objection, of, talk, { choice: label });
  // Own words, or what stands underneath.
  const explored: Happening = { type: 'objection-moved', of, to: 'explored', choice: label };
  return [explored, ...replying(objection, of, talk, stage === 'exploring' ? { explored: value } : {})];
};

interface Heard {
  /** What was tapped to get a reply. */
  readonly choice?: string;
  /** What stands underneath, where it was asked and tapped. */
  readonly explored?: string;
}

/** The next reply that fits and was not said yet; after two, or where none is left, the exit. */
const replying = (objection: Objection, of: number, talk: Talk, heard: Heard): readonly Happening[] => {
  const { log, words, fill } = talk;
  const said = saidIn(log, objection.id);
  const explored = heard.explored ?? exploredIn(log, of, objection);
  const facts: Facts = (name) => (name === 'explored' ? explored : talk.facts(name));
  const reply = (objection.replies ?? [])
    .map((one) => (typeof one === 'string' ? { say: one } : one))
    .filter((one) => !('when' in one) || holds(one.when, facts) === true)
    .map(({ say, ...more }) => ('url' in more && more.url ? `${say} [${words.readMore}](${more.url})` : say))
    .map(fill)
    .find((one) => !said.includes(one));
  const choice = heard.choice === undefined ? {} : { choice: heard.choice };
  const moved = { type: 'objection-moved', of, ...choice } as const;
  return [
    reply === undefined || said.length >= MOST_TRIES
      ? { ...moved, to: 'parked', response: fill(objection.exit ?? words.letGo) }
      : { ...moved, to: 'responded', response: reply },
  ];
};

/** Every reply to an objection so far, however often it was raised. */
const saidIn = (log: readonly LogEntry[], id: string): readonly string[] => {
  const raised = log.flatMap((entry) =>
    entry.type === 'objected' && entry.objection === id ? [entry.n] : [],
  );
  return log.flatMap((entry) =>
    entry.type === 'objection-moved' && entry.to === 'responded' && raised.includes(entry.of)
      ? [entry.response ?? '']
      : [],
  );
};

const exploredIn = (log: readonly LogEntry[], of: number, objection: Objection): string | undefined => {
  const tapped = log.find((entry) => isOf(of)(entry) && entry.to === 'explored');
  const choice = tapped?.type === 'objection-moved' ? tapped.choice : undefined;
  return exploredBy(objection).find(({ label }) => label === choice)?.value;
};
