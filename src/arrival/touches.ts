/** Visits and how each began. Pure: what was known before and what is seen now in, what is known then out. */
import type { Arrival, Iso, Touch, Touches } from '../flow/log.js';

/** What a device may remember of visits. */
export interface KnownVisits {
  /** How many there were, the present one included. */
  readonly visits: number;
  /** When the latest page of them was looked at. */
  readonly seenAt: Iso;
  /** Absent where nobody may know how they came. */
  readonly touches?: Touches;
}

/** A page after a longer rest than this is another visit. */
const REST_MS = 30 * 60_000;

/** What of an arrival makes its touch. */
export const touchOf = ({ kind, landing, referrer, utm, clickIds }: Arrival, at: Iso): Touch => ({
  at,
  kind,
  landing,
  referrer,
  utm,
  clickIds,
});

/**
 * What is known once this page is looked at. Another visit begins after half an hour without a page, or when
 * somebody comes by another campaign, link or search. The first touch that was not direct stays for ever; the last
 * one that was not direct outlives direct visits. Where the browser asks not to be tracked, visits are counted and
 * nothing else is remembered.
 */
export const visitsWith = (known: KnownVisits | null, arrival: Arrival, at: Iso): KnownVisits => {
  const isDirect = arrival.kind === 'direct';
  const isRested = !known || !(Date.parse(at) - Date.parse(known.seenAt) < REST_MS);
  const isNew = isRested || (!isDirect && !arrival.gpc && !isSame(known.touches?.last, arrival));
  const visits = (known?.visits ?? 0) + (isNew ? 1 : 0);
  if (arrival.gpc) return { visits, seenAt: at };
  const before = known?.touches;
  if (before && !isNew) return { visits, seenAt: at, touches: before };
  const last = touchOf(arrival, at);
  const first = before?.first ?? (isDirect ? undefined : last);
  const lastNonDirect = isDirect ? before?.lastNonDirect : last;
  return {
    visits,
    seenAt: at,
    touches: { ...(first && { first }), last, ...(lastNonDirect && { lastNonDirect }) },
  };
};

/** The next page of a visit is reached by the same landing page, as long as the script tag saw that. */
const isSame = (last: Touch | undefined, { kind, landing, referrer }: Arrival): boolean =>
  last?.kind === kind && last.landing === landing && last.referrer === referrer;

/**
 * The arrival as it looks with what is known of its visits. A later page of a visit belongs to how that began. Who
 * comes back directly is `returning`; who comes back by an ad is an ad's visitor on a later visit.
 */
export const arrivalKnowing = (arrival: Arrival, { visits, touches }: KnownVisits): Arrival => {
  const { last } = touches ?? {};
  const began: Arrival =
    last && arrival.kind === 'direct'
      ? {
          ...arrival,
          kind: last.kind,
          landing: last.landing,
          referrer: last.referrer,
          utm: last.utm,
          clickIds: last.clickIds,
        }
      : arrival;
  if (visits < 2) return began;
  return {
    ...began,
    kind: began.kind === 'direct' ? 'returning' : began.kind,
    ...(touches && { touches }),
    visits,
  };
};
