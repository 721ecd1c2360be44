/** The rules of an outbox that need no place: what is due, what a destination may have, where a revision goes. */
import type { Delivery } from '../ports/delivery.js';
import type { ClaimTerms, DeliveryRecord } from '../ports/outbox-store.js';

/** How much later than it was asked a storage may do something. More than that, and the clock was set back. */
export const SLACK_MS = 5_000;

export const isLive = ({ state }: DeliveryRecord): boolean =>
  state === 'queued' || state === 'sending' || state === 'parked';

/** Whether this page may take it now. A lease counts for everybody where a second attempt makes a second record. */
export const isDue = (record: DeliveryRecord, { nowMs, owner, alone, only }: ClaimTerms): boolean => {
  if (only !== undefined) return record.key === only && record.held === true && record.owner === owner;
  if (!isLive(record) || record.dueMs === null) return false;
  if (record.state === 'sending' && record.owner === owner) return record.once !== true;
  if (record.state === 'sending' && alone && !record.once) return true;
  // A clock that was set back must not make anybody wait for the difference.
  return record.dueMs <= nowMs || nowMs < record.atMs - SLACK_MS;
};

/** Tried in vain for too long, or never to be tried again and old. One that was never tried gets its chance. */
export const isOutOfTime = (record: DeliveryRecord, terms: ClaimTerms): boolean =>
  isLive(record) &&
  terms.nowMs - record.committedMs >= terms.giveUpMs &&
  (record.dueMs === null || (record.attempts > 0 && isDue(record, terms)));

/** Fresh ones first, then whoever waited longest. */
export const byTurn = (a: DeliveryRecord, b: DeliveryRecord): number =>
  a.attempts - b.attempts || (a.dueMs ?? 0) - (b.dueMs ?? 0) || a.committedMs - b.committedMs;

/** Whether the destination may have it. */
export const mayBeThere = ({ state, unsure }: DeliveryRecord): boolean =>
  state === 'sending' || state === 'acknowledged' || unsure === true;

/** Another page holds it back and may be sending it right now. */
export const isHeldByAnother = (record: DeliveryRecord, owner: string | undefined, nowMs: number): boolean =>
  record.held === true &&
  record.owner !== owner &&
  record.atMs - SLACK_MS <= nowMs &&
  nowMs < (record.dueMs ?? 0);

/**
 * Of what is due: sent by a page that did not live to see the answer, to a destination that makes a record of
 * everything. The browser carries such a request to its end, so that sending it again would nearly always make a
 * second record. Where there was no network, it did not.
 */
export const isHanded = ({ key, once, offline }: DeliveryRecord, { only, wasBegun }: ClaimTerms): boolean =>
  only === undefined && once === true && offline !== true && wasBegun?.(key) === true;

/** Where a revision goes: to the destination that has the earlier ones, and from there to no other. */
export const wayOf = (
  { backup, ...delivery }: Delivery,
  there: readonly DeliveryRecord[],
): { readonly delivery: Delivery; readonly byBackup: boolean } => {
  if (backup && there.some((record) => record.backup)) {
    const { once: _once, answers: _answers, ...rest } = delivery;
    return { delivery: { ...rest, ...backup }, byBackup: true };
  }
  const isKnown = there.some(({ state }) => state === 'acknowledged');
  return { delivery: backup && !isKnown ? { ...delivery, backup } : delivery, byBackup: false };
};

/** What was erased is needed until its withdrawal is numbered and has ended; where nothing was tried there is none. */
export const isErased = ({ lead }: DeliveryRecord, records: readonly DeliveryRecord[]): boolean => {
  const ofLead = records.filter((record) => record.lead === lead);
  const withdrawal = ofLead.find(({ erased }) => !erased);
  const isTold = withdrawal ? !isLive(withdrawal) : ofLead.every(({ attempts }) => attempts === 0);
  return isTold && ofLead.some(({ erased }) => erased);
};
