/** Checks who is away: dates that are dates, and no day on which nobody is left for what no rule takes. */
import { pathTo } from '../playbook/path.js';
import type { Playbook, Routing } from '../playbook/schema.js';
import { rulesOf } from './check-rule-order.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkAbsences = (playbook: Playbook, routing: Routing, findings: Findings): void => {
  const { error, warning } = findings;
  const { owners = {}, takeTurns = [] } = routing;
  for (const [key, { away = [] }] of Object.entries(owners)) {
    away.forEach((absence, i) => {
      const path = pathTo(pathTo(pathTo('routing.owners', key), 'away'), i);
      for (const end of ['from', 'to'] as const) {
        if (isDate(absence[end])) continue;
        error(
          'routing.away-no-date',
          `${path}.${end}`,
          `There is no ${quote(absence[end])} in the calendar.`,
          'Write a date like "2026-12-25".',
        );
      }
      if (absence.from <= absence.to) return;
      error(
        'routing.away-backwards',
        path,
        `This absence ends before it begins: ${absence.from} to ${absence.to}.`,
        'Swap the two dates.',
      );
    });
  }
  const last = rulesOf(playbook).find(({ rule: { when, postcodes } }) => !when && !postcodes)?.rule.owner;
  const sharing = last === undefined ? takeTurns : typeof last === 'string' ? [last] : last;
  const known = sharing.filter((name) => owners[name]);
  const isAway = (name: string, day: string): boolean =>
    (owners[name]?.away ?? []).some(({ from, to }) => from <= day && day <= to);
  // A day on which all are away begins with somebody's first day.
  const first = known
    .flatMap((name) => (owners[name]?.away ?? []).map(({ from }) => from))
    .toSorted()
    .find((day) => known.every((name) => isAway(name, day)));
  if (first === undefined) return;
  warning(
    'routing.everyone-away',
    last === undefined ? 'routing.takeTurns' : 'routing.rules',
    `From ${first} on everybody is away who gets what no rule takes: ${someOf(known)}. The leads come to them all the same.`,
    'Name somebody else for these days, or let the absences not overlap.',
  );
};

const isDate = (text: string): boolean => {
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === text;
};
