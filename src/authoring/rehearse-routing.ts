/**
 * Who would get which of many leads, as where leads are received: with accounts, counted turns and full days. Also
 * what that tells of the rules: leads that nobody gets, rules that get into each other's way, rules that never decide.
 */
import { factsFrom } from '../flow/facts.js';
import { emptyState } from '../flow/fold.js';
import type { Iso, Value } from '../flow/log.js';
import type { Answer, Answers } from '../flow/state.js';
import type { Contact, Routed } from '../lead/lead.js';
import { readNeeds } from '../matching/needs.js';
import { recommend } from '../matching/recommend.js';
import type { Playbook } from '../playbook/schema.js';
import { judge, standingOf } from '../qualification/judge.js';
import { privateClaims, type RegistrableOf } from '../routing/accounts.js';
import { furtherRouting } from '../routing/further.js';
import { dateFor } from '../routing/owners.js';
import { claimsThatHold, route } from '../routing/route.js';
import { turnBook } from '../routing/turn-book.js';
import { rulesOf } from './check-rule-order.js';

/** A lead as a table tells it. */
export interface TriedLead {
  /** Line of the table. */
  readonly line: number;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly contact: Contact;
  /** Facts that are no answers: country, language, arrival, campaign and so on. They count first. */
  readonly also: ReadonlyMap<string, Value>;
  /** When it was sent. Undefined: the table does not say, so nobody is ever full. */
  readonly at: Iso | undefined;
}

export interface TriedRoute extends Routed {
  readonly line: number;
  readonly contact: Contact;
  /** Paths of everything that held, in order; the first that names somebody who is there decided. */
  readonly held: readonly string[];
}

export interface RuleUse {
  readonly path: string;
  readonly because: string;
  /** Lines of the leads that it holds for. */
  readonly holds: readonly number[];
  /** Lines of the leads that it decided. */
  readonly decides: readonly number[];
}

/** Two rules that hold for the same leads and name others. */
export interface Overlap {
  readonly first: string;
  readonly second: string;
  readonly lines: readonly number[];
}

export interface Rehearsal {
  readonly routes: readonly TriedRoute[];
  /** Leads by owner, those who get none among them, most first. */
  readonly load: readonly { readonly owner: string; readonly name: string; readonly leads: number }[];
  /** Lines of leads that nobody gets. */
  readonly holes: readonly number[];
  readonly overlaps: readonly Overlap[];
  readonly rules: readonly RuleUse[];
}

export interface RehearsalOptions {
  readonly registrableOf: RegistrableOf;
  /** Taken for the time of leads that say none. */
  readonly now: Iso;
}

export const rehearseRouting = (
  playbook: Playbook,
  leads: readonly TriedLead[],
  { registrableOf, now }: RehearsalOptions,
): Rehearsal => {
  const routing = playbook.routing ?? {};
  const turns = new Map<string, number>();
  const days: { readonly owner: string; readonly day: string }[] = [];
  const whoOf = new Map(rulesOf(playbook).map(({ rule, path }) => [path, [rule.owner].flat().join()]));
  const routes = leads.map(({ line, answers, contact, also, at }): TriedRoute => {
    const { facts, prefix } = factsOf(playbook, answers, contact, also);
    const first = privateClaims(playbook.private, contact, registrableOf);
    const sent = at ?? now;
    const book = turnBook({
      routing,
      turns: (path: string) => turns.get(path) ?? 0,
      given: (owner: string) => {
        const today = dateFor(routing, owner, sent);
        const own = at === undefined ? [] : days.filter((each) => each.owner === owner);
        return {
          today: own.filter(({ day }) => day === today).length,
          thisWeek: own.filter(({ day }) => weekOf(day) === weekOf(today)).length,
        };
      },
    });
    const { band } = judge(playbook, { ...emptyState(playbook), answers }, sent);
    const routed = route({
      playbook,
      facts,
      leadId: `${line}`,
      at: sent,
      band,
      prefix,
      first,
      further: furtherRouting,
      book,
    }) ?? { owner: null, name: null, because: 'The playbook names nobody', path: 'routing' };
    turns.set(routed.path, (turns.get(routed.path) ?? 0) + 1);
    if (routed.owner !== null) days.push({ owner: routed.owner, day: dateFor(routing, routed.owner, sent) });
    const held = claimsThatHold(routing, { facts, first, further: furtherRouting }).map(({ path }) => path);
    return { ...routed, line, contact, held };
  });
  return {
    routes,
    load: Object.entries(routing.owners ?? {})
      .map(([owner, { name }]) => ({
        owner,
        name,
        leads: routes.filter((each) => each.owner === owner).length,
      }))
      .toSorted((a, b) => b.leads - a.leads),
    holes: routes.filter(({ owner }) => owner === null).map(({ line }) => line),
    overlaps: overlapsIn(routes, whoOf),
    rules: rulesOf(playbook).map(({ rule: { because }, path }) => ({
      path,
      because,
      holds: routes.filter(({ held }) => held.includes(path)).map(({ line }) => line),
      decides: routes.filter((each) => each.path === path).map(({ line }) => line),
    })),
  };
};

const factsOf = (
  playbook: Playbook,
  answers: ReadonlyMap<string, Answer>,
  contact: Contact,
  also: ReadonlyMap<string, Value>,
): { readonly facts: Answers; readonly prefix: string | undefined } => {
  const standing = standingOf(playbook)(answers);
  const asked = factsFrom(answers, standing);
  const said: Answers = (name) => also.get(name) ?? asked(name);
  const recommendations = playbook.products ? recommend(playbook, answers, readNeeds) : undefined;
  const locale = String(also.get('language') ?? playbook.language);
  return {
    facts: furtherRouting.withAlsoKnown(said, { answers, contact, locale, recommendations }),
    prefix: furtherRouting.countryPrefix(said, contact),
  };
};

const overlapsIn = (
  routes: readonly TriedRoute[],
  whoOf: ReadonlyMap<string, string>,
): readonly Overlap[] => {
  const found = new Map<string, { first: string; second: string; lines: number[] }>();
  for (const { held, line } of routes) {
    const rules = held.filter((path) => whoOf.has(path));
    rules.forEach((second, j) => {
      for (const first of rules.slice(0, j)) {
        if (whoOf.get(first) === whoOf.get(second)) continue;
        const key = `${first} ${second}`;
        const pair = found.get(key) ?? { first, second, lines: [] };
        pair.lines.push(line);
        found.set(key, pair);
      }
    });
  }
  return [...found.values()];
};

/** A number for the week from Monday on that a date lies in. 1970-01-01 was a Thursday. */
const weekOf = (date: string): number =>
  Math.floor((Date.parse(`${date}T00:00:00.000Z`) / 86_400_000 + 3) / 7);
