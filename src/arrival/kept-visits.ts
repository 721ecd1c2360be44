/** Reads what a device remembered of visits. Anybody may have written it, so what has the wrong shape is left out. */
import { isRecord, textOf } from '../flow/lenient.js';
import type { ArrivalKind, Iso, Touch, Touches } from '../flow/log.js';
import type { Variants } from './experiments.js';
import type { KnownVisits } from './touches.js';

/** Visits of this site, and the variants of each playbook that were seen. */
export interface KeptVisits extends KnownVisits {
  readonly variants: { readonly [playbook: string]: Variants };
}

const KINDS: readonly unknown[] = ['ad', 'newsletter', 'referral', 'search', 'booth', 'direct', 'returning'];
const LONGEST_ADDRESS = 2000;
const LONGEST_VALUE = 500;
const MOST_VALUES = 30;
const MOST_VISITS = 1_000_000;

const isTime = (value: unknown): value is Iso =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value);

const short = (value: unknown, longest: number): string => textOf(value).slice(0, longest);

const textsIn = (value: unknown): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {})
      .slice(0, MOST_VALUES)
      .map(([name, text]) => [short(name, LONGEST_VALUE), short(text, LONGEST_VALUE)] as const)
      .filter(([name, text]) => name && text),
  );

const touchIn = (value: unknown): Touch | undefined => {
  if (!isRecord(value) || !isTime(value['at']) || !KINDS.includes(value['kind'])) return undefined;
  return {
    at: value['at'],
    kind: value['kind'] as ArrivalKind,
    landing: short(value['landing'], LONGEST_ADDRESS),
    referrer: short(value['referrer'], LONGEST_ADDRESS),
    utm: textsIn(value['utm']),
    clickIds: textsIn(value['clickIds']),
  };
};

const touchesIn = (value: unknown): Touches | undefined => {
  if (!isRecord(value)) return undefined;
  const [first, last, lastNonDirect] = [value['first'], value['last'], value['lastNonDirect']].map(touchIn);
  return last && { ...(first && { first }), last, ...(lastNonDirect && { lastNonDirect }) };
};

/** What it says; null for anything that is not a record of visits. */
export const keptVisitsIn = (value: unknown): KeptVisits | null => {
  if (!isRecord(value)) return null;
  const { visits, seenAt, touches, variants } = value;
  if (!Number.isInteger(visits) || Number(visits) < 1 || Number(visits) > MOST_VISITS || !isTime(seenAt))
    return null;
  const known = touchesIn(touches);
  const seen = Object.entries(isRecord(variants) ? variants : {}).slice(0, MOST_VALUES);
  return {
    visits: Number(visits),
    seenAt,
    ...(known && { touches: known }),
    variants: Object.fromEntries(seen.map(([playbook, chosen]) => [playbook, textsIn(chosen)])),
  };
};
