/** Turns that are counted and days that are full: for `route`, where every lead arrives. */
import type { Routing } from '../playbook/schema.js';
import { ownerNamed } from './owners.js';
import type { TurnBook } from './route.js';
import type { Turn } from './turns.js';

export interface Counts {
  readonly routing: Routing;
  /** So many leads were given at this path before this one. */
  readonly turns: (path: string) => number;
  /** Leads that this owner was given on the same day, and in the same week from Monday on. */
  readonly given: (owner: string) => { readonly today: number; readonly thisWeek: number };
  /** As in `TurnBook`. */
  readonly keeps?: string | undefined;
}

export const turnBook = ({ routing, turns, given, keeps }: Counts): TurnBook => ({
  keeps,
  next: (path, sharing) => turnOf(turns(path), sharing),
  fullness: (owner) => {
    const { perDay = Infinity, perWeek = Infinity } = ownerNamed(routing, owner) ?? {};
    if (perDay === Infinity && perWeek === Infinity) return undefined;
    const { today, thisWeek } = given(owner);
    if (today >= perDay) return `${today} leads today`;
    return thisWeek >= perWeek ? `${thisWeek} leads this week` : undefined;
  },
});

/** Shares finer than this make no difference to who has the next turn. */
const HUNDREDTHS = 100;
/** More turns than this are never counted out in one round. */
const LONGEST_ROUND = 10_000;

/**
 * Whose turn it is where turns are counted, which only a receiver can: the same round again and again, in which
 * everybody has as many turns as their weight says, spread out evenly. `turn` is 0 for the first. Undefined when
 * nobody takes turns.
 */
export const turnOf = (turn: number, turns: readonly Turn[]): string | undefined => {
  const shares = turns.flatMap(({ owner, weight }) => {
    const share = Math.min(LONGEST_ROUND, Math.round(weight * HUNDREDTHS));
    return share > 0 ? [{ owner, share }] : [];
  });
  const divisor = shares.reduce((found, { share }) => common(found, share), 0);
  const round = shares.reduce((sum, { share }) => sum + share / divisor, 0);
  const owed = new Map<string, number>();
  let chosen: string | undefined;
  for (let i = 0; i <= turn % round; i += 1) {
    for (const { owner, share } of shares) owed.set(owner, (owed.get(owner) ?? 0) + share / divisor);
    chosen = [...owed].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
    owed.set(chosen, (owed.get(chosen) ?? 0) - round);
  }
  return chosen;
};

/** Greatest common divisor. */
const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
