/** Targets of a sales team: what a month, quarter or year shall bring, and what it has brought so far. */
import type { Iso } from '../flow/log.js';
import type { Playbook } from '../playbook/schema.js';
import { DAY_MS, msOf, zoneNamed } from '../routing/zone.js';
import type { Lead } from './lead.js';

export type Target = NonNullable<NonNullable<Playbook['private']>['targets']>[number];

/** A lead with the moment at which its first delivery arrived: it counts for the period of that moment. */
export interface Arrived {
  readonly lead: Lead;
  readonly at: Iso;
}

/** How far a target is. Days are those of the company's calendar, YYYY-MM-DD. */
export interface Attained {
  readonly target: Target;
  /** First and last day of the period. */
  readonly from: string;
  readonly to: string;
  readonly done: number;
  /** Share of the goal that is reached; above 1 when there is more. */
  readonly attainment: number;
  /** What an even pace would have brought by now, today included. */
  readonly expected: number;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const MEETINGS: readonly unknown[] = ['callback', 'visit', 'booking'];

/** Days since 1970-01-01 of the first day of the period that a local moment lies in, and of the period after it. */
const periodAt = (localMs: number, months: number): readonly [number, number] => {
  const date = new Date(localMs);
  const first = Math.floor(date.getUTCMonth() / months) * months;
  const year = date.getUTCFullYear();
  return [Date.UTC(year, first) / DAY_MS, Date.UTC(year, first + months) / DAY_MS];
};

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Trials, unfinished and withdrawn leads are nobody's success. */
const isCounted = ({ target: { counts, owner }, lead }: { target: Target; lead: Lead }): boolean => {
  const { test, phase, qualification, nextStep, routing } = lead;
  if (test || phase === 'partial' || phase === 'withdrawn') return false;
  if (owner !== undefined && routing?.owner !== owner) return false;
  switch (counts) {
    case 'leads':
      return true;
    case 'qualified':
      return qualification?.verdict === 'qualified';
    case 'hot':
      return qualification?.band === 'hot';
    case 'meetings':
      return MEETINGS.includes(nextStep?.kind) && nextStep?.status !== 'cancelled';
  }
};

/** The first day of the longest period that a target of these runs, before which no lead counts; null without targets. */
export const countedFrom = (targets: readonly Target[], now: Iso, zone: string): string | null => {
  const nowMs = msOf(now);
  if (targets.length === 0 || nowMs === undefined) return null;
  const localMs = zoneNamed(zone).localMs(nowMs);
  return dateOf(Math.min(...targets.map(({ period }) => periodAt(localMs, MONTHS[period])[0])));
};

/** Every target, in its order, with what the leads amount to at a moment. An unknown zone counts as UTC. */
export const attained = (
  targets: readonly Target[],
  leads: readonly Arrived[],
  now: Iso,
  zoneName: string,
): readonly Attained[] => {
  const zone = zoneNamed(zoneName);
  const nowMs = msOf(now);
  if (nowMs === undefined) return [];
  const dayOf = (ms: number) => Math.floor(zone.localMs(ms) / DAY_MS);
  return targets.map((target) => {
    const [first, next] = periodAt(zone.localMs(nowMs), MONTHS[target.period]);
    const done = leads.filter(({ lead, at }) => {
      const arrivedMs = msOf(at);
      const day = arrivedMs === undefined ? -1 : dayOf(arrivedMs);
      return day >= first && day < next && isCounted({ target, lead });
    }).length;
    const passed = (dayOf(nowMs) + 1 - first) / (next - first);
    return {
      target,
      from: dateOf(first),
      to: dateOf(next - 1),
      done,
      attainment: done / target.goal,
      expected: target.goal * passed,
    };
  });
};
