/**
 * Who gets a lead, decided once and for good where every lead arrives: here turns can be counted and it is known
 * who is full. A browser can only share by the lead's id.
 */
import type { Iso } from '../flow/log.js';
import type { Lead, Routed } from '../lead/lead.js';
import type { Playbook, Routing } from '../playbook/schema.js';
import type { RegistrableOf } from '../routing/accounts.js';
import { dateFor, ownerNamed } from '../routing/owners.js';
import { turnBook } from '../routing/turn-book.js';
import { playbookOf } from './playbook-of.js';
import { withPrivatePart, type WithPrivate } from './private-part.js';

/** That a lead was given to somebody. No personal data is in it. */
export interface Assignment {
  readonly lead: string;
  /** Revision of the lead that it was decided by. */
  readonly revision: number;
  readonly routed: Routed;
  /** Its number among the leads that the same rule gave to somebody, from 0. */
  readonly turn: number;
  /** Day on which the lead was sent, YYYY-MM-DD, by the owner's calendar. */
  readonly day: string;
}

/** Where assignments are kept. */
export interface AssignmentStore {
  /** Of each of these leads that was given to somebody. */
  find(leads: readonly string[]): Promise<readonly Assignment[]>;
  /** The number that the next lead given by the rule at this path has: one more than the highest, 0 for the first. */
  turns(path: string): Promise<number>;
  /** How many leads an owner was given on days from `from` to `to`, both included. */
  given(owner: string, from: string, to: string): Promise<number>;
  /** Keeps it in place of an earlier one of the same lead; answers false where the turn was taken meanwhile. */
  keep(assignment: Assignment): Promise<boolean>;
}

export interface AssigningOptions {
  readonly store: AssignmentStore;
  /** Every playbook whose leads may arrive, private parts included. */
  readonly playbooks: () => readonly Playbook[];
  /** Leads that nobody has to answer, spam for example. Left out: none but trials and unfinished ones. */
  readonly isNobodys?: (lead: Lead) => boolean;
  readonly registrableOf?: RegistrableOf;
}

/** Judges and routes leads with both parts; a lead keeps its owner as long as the same rule names them. */
export interface Assigning {
  of(lead: Lead): Promise<WithPrivate | undefined>;
  /** The same of many, in their order. */
  all(leads: readonly Lead[]): Promise<readonly (WithPrivate | undefined)[]>;
}

/** Another process may take the same turn as often as this before it is given up. */
const MOST_TRIES = 20;

export const createAssigning = (options: AssigningOptions): Assigning => {
  const { store, playbooks, isNobodys, registrableOf } = options;
  const known = { ...(registrableOf && { registrableOf }) };
  let line: Promise<unknown> = Promise.resolve();

  const isAssigned = (lead: Lead): boolean =>
    lead.test !== true &&
    (lead.phase === 'complete' || lead.phase === 'updated') &&
    isNobodys?.(lead) !== true;

  const judged = async (lead: Lead, kept: Assignment | undefined): Promise<WithPrivate | undefined> => {
    const playbook = playbookOf(lead, playbooks());
    const routing = playbook?.routing;
    if (!playbook || !routing || !isAssigned(lead)) return playbook && withPrivatePart(playbook, lead, known);
    if (kept && kept.revision >= lead.revision)
      return withPrivatePart(playbook, lead, { ...known, routed: kept.routed });
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { book, next, day } = await bookFor(store, routing, playbook, lead, kept);
      const decided = withPrivatePart(playbook, lead, { ...known, book });
      const routed = decided?.lead.routing;
      if (!routed) return decided;
      const turn = kept?.routed.path === routed.path ? kept.turn : await next(routed.path);
      const { id, revision } = lead;
      if (await store.keep({ lead: id, revision, routed, turn, day: day(routed.owner ?? '') }))
        return decided;
    }
    throw new Error('No turn could be taken: others were always quicker.');
  };

  const all: Assigning['all'] = (leads) => {
    // One after the other: the next turn depends on the one before.
    const done = line.then(async () => {
      const found = await store.find(leads.map(({ id }) => id));
      const kept = new Map(found.map((assignment) => [assignment.lead, assignment]));
      const results: (WithPrivate | undefined)[] = [];
      for (const lead of leads) results.push(await judged(lead, kept.get(lead.id)));
      return results;
    });
    line = done.catch(() => undefined);
    return done;
  };
  return { all, of: async (lead) => (await all([lead]))[0] };
};

/** What is counted, looked up before it is asked for: routing itself waits for nothing. */
const bookFor = async (
  store: AssignmentStore,
  routing: Routing,
  playbook: Playbook,
  lead: Lead,
  kept: Assignment | undefined,
) => {
  const at: Iso = lead.log?.find(({ type }) => type === 'submitted')?.at ?? lead.updatedAt;
  const turns = new Map<string, number>();
  for (const path of pathsOf(playbook)) turns.set(path, await store.turns(path));
  const given = new Map<string, { readonly today: number; readonly thisWeek: number }>();
  const day = (owner: string) => dateFor(routing, owner, at);
  for (const [owner, { perDay, perWeek }] of Object.entries(routing.owners ?? {})) {
    if (perDay === undefined && perWeek === undefined) continue;
    const today = day(owner);
    // A lead that is decided again is not in its own way.
    const own = kept?.routed.owner === owner && kept.day === today ? 1 : 0;
    given.set(owner, {
      today: (await store.given(owner, today, today)) - own,
      thisWeek: (await store.given(owner, mondayOf(today), today)) - own,
    });
  }
  const keeps = toldIn(playbook, lead) ?? kept?.routed.owner ?? undefined;
  const book = turnBook({
    routing,
    turns: (path) => turns.get(path) ?? 0,
    given: (owner) => given.get(owner) ?? { today: 0, thisWeek: 0 },
    keeps,
  });
  /** Accounts are no turns, and are counted all the same. */
  const next = async (path: string) => turns.get(path) ?? store.turns(path);
  return { book, next, day };
};

/** Where owners take turns. */
const pathsOf = ({ routing, private: hidden }: Playbook): readonly string[] => [
  'routing.takeTurns',
  ...(hidden?.rules ?? []).map((_, i) => `private.rules[${i}]`),
  ...(routing?.rules ?? []).map((_, i) => `routing.rules[${i}]`),
];

/** Whom the prospect asked for by name: "Ask Tom to call me" is a promise. */
const toldIn = ({ offers, routing }: Playbook, { nextStep, routing: theirs }: Lead): string | undefined => {
  const owner = theirs?.owner;
  if (!nextStep || nextStep.status === 'cancelled' || !owner || !routing || !ownerNamed(routing, owner))
    return undefined;
  const offer = offers && Object.hasOwn(offers, nextStep.offer) ? offers[nextStep.offer] : undefined;
  return offer?.label.includes('{owner}') ? owner : undefined;
};

/** The Monday of the week that a date lies in. */
const mondayOf = (date: string): string => {
  const day = new Date(`${date}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

/** Keeps assignments as long as the process lives: for tests, and as the shortest description of such a store. */
export const createMemoryAssignments = (): AssignmentStore => {
  const kept = new Map<string, Assignment>();
  return {
    find: async (leads) => leads.flatMap((lead) => kept.get(lead) ?? []),
    turns: async (path) =>
      Math.max(-1, ...[...kept.values()].map(({ routed, turn }) => (routed.path === path ? turn : -1))) + 1,
    given: async (owner, from, to) =>
      [...kept.values()].filter(({ routed, day }) => routed.owner === owner && from <= day && day <= to)
        .length,
    keep: async (assignment) => {
      const { lead, turn, routed } = assignment;
      const isTaken = [...kept.values()].some(
        (other) => other.lead !== lead && other.routed.path === routed.path && other.turn === turn,
      );
      if (!isTaken) kept.set(lead, assignment);
      return !isTaken;
    },
  };
};
