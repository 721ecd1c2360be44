/**
 * Leads that are not finished: when one goes before the visitor sends it, and that it goes. Loaded only where the
 * owner wants them.
 */
import { isRecord } from '../flow/lenient.js';
import { outlineOf } from '../flow/outline.js';
import type { FoldState } from '../flow/state.js';
import type { Playbook } from '../playbook/schema.js';
import type { Clock } from '../ports/clock.js';
import type { PagePort } from '../ports/page.js';
import type { Keeper } from './keeper.js';
import type { Session } from './session.js';
import type { WayOut } from './way-out.js';

export interface LastPartial {
  /** Number of the last log entry that it held. */
  readonly covers: number;
  /** Monotonic milliseconds. */
  readonly atMs: number;
}

/** Between two of one lead, in milliseconds. */
const GAP_MS = 30_000;

/**
 * Whether an unfinished lead may leave: not sent yet, somebody can be reached by what may be sent, and every required
 * consent is given. Where none is required, nobody agreed to anything, and nothing goes before it is sent.
 */
const mayLeave = (fold: FoldState, playbook: Playbook): boolean => {
  const { submitted, withdrawn, broken, consents, answers } = fold;
  if (submitted || withdrawn || broken) return false;
  const { contacts, purposes } = outlineOf(playbook);
  const withheld = (playbook.privacy?.consent ?? [])
    .filter(({ purpose }) => consents.get(purpose) !== true)
    .flatMap(({ covers = [] }) => covers);
  const isReachable = contacts.some(({ id }) => {
    const value = withheld.includes(id) ? null : answers.get(id)?.value;
    return isRecord(value) ? Boolean(value['email'] ?? value['phone']) : typeof value === 'string';
  });
  const required = purposes.filter((purpose) => purpose.required);
  return (
    isReachable && required.length > 0 && required.every(({ purpose }) => consents.get(purpose) === true)
  );
};

/**
 * Whether an unfinished lead goes now: the first (`last` is null) as soon as it may, later ones only when the page is
 * hidden, something was said since, and the last one is 30 s ago. `nowMs` runs like `last.atMs`.
 */
export const partialDue = (
  fold: FoldState,
  playbook: Playbook,
  last: LastPartial | null,
  nowMs: number,
  hidden: boolean,
): boolean =>
  (last === null || (hidden && fold.n > last.covers && nowMs - last.atMs >= GAP_MS)) &&
  mayLeave(fold, playbook);

export interface PartialLeads {
  /** Looks whether what was said so far is to go. */
  note(session: Session): void;
  stop(): void;
}

export interface PartialLeadsOptions {
  /** As it is spoken. */
  readonly playbook: Playbook;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly page: Pick<PagePort, 'onHidden'>;
  readonly wayOut: Pick<WayOut, 'settle'>;
  readonly keeper: Pick<Keeper, 'drop'>;
}

/** From the first question to what was said last, in milliseconds. */
const tookOf = ({ fold: { log } }: Session): number =>
  Math.max(0, Date.parse(log.at(-1)?.at ?? '') - Date.parse(log[0]?.at ?? '')) || 0;

/** Sends the unfinished leads of one conversation. What cannot be sent is tried again when more is said. */
export const createPartialLeads = (options: PartialLeadsOptions): PartialLeads => {
  const { playbook, clock, page, wayOut, keeper } = options;
  let current: Session | null = null;
  let last: LastPartial | null = null;

  const commit = async (session: Session, before: LastPartial | null): Promise<void> => {
    const { leadId, fold, decoyFilled } = session;
    try {
      const signals = { tookMs: tookOf(session), decoyFilled };
      const { durable } = await wayOut.settle({ leadId, fold, signals, covered: 0, partial: true });
      // The next page would not know of it and give its number to another revision.
      if (!durable && playbook.privacy?.storage !== 'never') keeper.drop(leadId);
    } catch {
      if (current?.leadId === leadId) last = before;
    }
  };
  const look = (hidden: boolean): void => {
    if (!current || !partialDue(current.fold, playbook, last, clock.monotonicMs(), hidden)) return;
    const before = last;
    last = { covers: current.fold.n, atMs: clock.monotonicMs() };
    void commit(current, before);
  };

  const stop = page.onHidden(() => look(true));
  return {
    note(session) {
      const { leadId, fold, quietUpTo } = session;
      const isOther = leadId !== current?.leadId;
      const isRead = quietUpTo > 0 && (isOther || quietUpTo !== current?.quietUpTo);
      current = session;
      if (isOther) last = null;
      // What comes out of the store was another page's to send.
      if (isRead && mayLeave(fold, playbook)) last = { covers: fold.n, atMs: clock.monotonicMs() };
      look(false);
    },
    stop,
  };
};
