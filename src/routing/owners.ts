/** Who there is to get leads: names, own hours, absences. */
import { textOf } from '../flow/lenient.js';
import type { Iso } from '../flow/log.js';
import type { Routing } from '../playbook/schema.js';
import { entriesOf, listOf } from '../qualification/unchecked.js';
import { HORIZON_DAYS, type Hours } from './hours.js';
import { DAY_MS, isoOf, msOf, zoneNamed } from './zone.js';

export type Owner = NonNullable<Routing['owners']>[string];

/** The owner with this key; undefined for anything that is none. */
export const ownerNamed = ({ owners }: Routing, key: string): Owner | undefined =>
  owners && Object.hasOwn(owners, key) ? owners[key] : undefined;

/** What an owner is called. */
export const nameOf = (routing: Routing, key: string): string =>
  textOf(ownerNamed(routing, key)?.name) || key;

/** When an owner is there: in hours of their own, else in everybody's. */
export const hoursOf = (routing: Routing, key: string | null): Hours | undefined =>
  (key === null ? undefined : ownerNamed(routing, key)?.hours) ?? routing.hours;

/** The date that a calendar in the owner's zone shows, YYYY-MM-DD; empty for what is no time. */
export const dateFor = (routing: Routing, key: string, at: Iso): string => {
  const atMs = msOf(at);
  if (atMs === undefined) return '';
  return isoOf(zoneNamed(textOf(hoursOf(routing, key)?.zone) || 'UTC').localMs(atMs)).slice(0, 10);
};

/** The last day of the absence that this moment falls into, YYYY-MM-DD; undefined while the owner is there. */
export const awayUntil = (routing: Routing, key: string, at: Iso): string | undefined => {
  const away = entriesOf(ownerNamed(routing, key)?.away);
  if (away.length === 0) return undefined;
  const today = dateFor(routing, key, at);
  return today === ''
    ? undefined
    : away.find(({ from, to }) => textOf(from) <= today && today <= textOf(to))?.to;
};

/**
 * When the owner is there from a moment on: in their hours, closed on the days of their absences too. Everybody's
 * hours where no owner is named or known. Undefined without either.
 */
export const presenceOf = (
  routing: Routing | undefined,
  key: string | null | undefined,
  from: Iso,
): Hours | undefined => {
  if (!routing || key === null || key === undefined) return routing?.hours;
  const hours = hoursOf(routing, key);
  const away = entriesOf(ownerNamed(routing, key)?.away);
  const fromMs = msOf(from);
  if (!hours || away.length === 0 || fromMs === undefined) return hours;
  // A day more on both sides: what began yesterday may run past midnight, and zones have other dates.
  const days = Array.from({ length: HORIZON_DAYS + 4 }, (_, i) =>
    isoOf(fromMs + (i - 2) * DAY_MS).slice(0, 10),
  );
  const gone = days.filter((day) =>
    away.some(({ from: first, to }) => textOf(first) <= day && day <= textOf(to)),
  );
  return { ...hours, closed: [...listOf(hours.closed), ...gone] };
};
