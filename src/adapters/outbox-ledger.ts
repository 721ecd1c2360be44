/**
 * The rules of an outbox's storage, written once for every place that can hold it: which revision comes next,
 * what is due, what a failure leads to, what is erased. A place only has to offer tables and transactions.
 *
 * Records and bodies are apart: looking for work never reads a body, and erasing one leaves the receipt.
 */
import type { Delivery } from '../ports/delivery.js';
import type { Accounting, DeliveryRecord, DeliveryState, OutboxStore } from '../ports/outbox-store.js';
import {
  byTurn,
  isDue,
  isErased,
  isHanded,
  isHeldByAnother,
  isLive,
  isOutOfTime,
  mayBeThere,
  wayOf,
} from './outbox-rules.js';

/** Deliveries that ended, and all there ever were. Kept apart from the records, because those are dropped one day. */
export type Tally = Omit<Accounting, 'queued' | 'parked'>;

export const EMPTY_TALLY: Tally = { accepted: 0, acknowledged: 0, expired: 0, superseded: 0, forgotten: 0 };

/** What one transaction sees. */
export interface LedgerTables {
  records(): Promise<readonly DeliveryRecord[]>;
  putRecord(record: DeliveryRecord): Promise<unknown>;
  dropRecord(key: string): Promise<unknown>;
  body(key: string): Promise<Delivery | undefined>;
  putBody(delivery: Delivery): Promise<unknown>;
  dropBody(key: string): Promise<unknown>;
  tally(): Promise<Tally>;
  putTally(tally: Tally): Promise<unknown>;
}

/**
 * Runs work in one transaction: all of it or nothing, one at a time for all who share the place. Resolves
 * when it is complete. "commit" has to survive a killed browser where the place can promise that.
 */
export type RunTransaction = <T>(
  kind: 'read' | 'write' | 'commit',
  work: (tables: LedgerTables) => Promise<T>,
) => Promise<T>;

const newestFirst = (a: DeliveryRecord, b: DeliveryRecord): number => b.revision - a.revision;

const finish = async (
  tables: LedgerTables,
  record: DeliveryRecord,
  state: Exclude<DeliveryState, 'queued' | 'sending' | 'parked'>,
  atMs: number,
): Promise<DeliveryRecord> => {
  const unsure = record.unsure ?? (record.state === 'sending' ? true : undefined);
  const finished = { ...record, state, atMs, dueMs: null, owner: undefined, held: undefined, unsure };
  const tally = await tables.tally();
  await tables.putTally({ ...tally, [state]: tally[state] + 1 });
  await tables.dropBody(record.key);
  await tables.putRecord(finished);
  return finished;
};

/** The storage rules over a place. */
export const outboxLedger = (tier: OutboxStore['tier'], run: RunTransaction): OutboxStore => ({
  tier,

  commit: (lead, make, { after = 0, owner, holdMs = 0, wasBegun } = {}) =>
    run('commit', async (tables) => {
      const earlier = (await tables.records()).filter((record) => record.lead === lead);
      const revision = Math.max(after, ...earlier.map((record) => record.revision)) + 1;
      const made = make(revision);
      const key = `${lead}.${revision}`;
      if (made.key !== key) throw new Error(`made ${made.key}, not ${key}`);
      const there = earlier.filter(mayBeThere);
      const { delivery, byBackup } = wayOf(made, there);
      const { once, phase } = delivery;
      const nowMs = Date.parse(delivery.committedAt);
      const isTaken =
        phase === 'withdrawn' ||
        there.length > 0 ||
        earlier.some((record) => isHeldByAnother(record, owner, nowMs) || wasBegun?.(record.key));
      if (once && isTaken) return null;
      for (const record of earlier) {
        if (isLive(record) && record.state !== 'sending') await finish(tables, record, 'superseded', nowMs);
      }
      const tally = await tables.tally();
      await tables.putTally({ ...tally, accepted: tally.accepted + 1 });
      await tables.putBody(delivery);
      await tables.putRecord({
        key,
        lead,
        revision,
        state: 'queued',
        committedMs: nowMs,
        atMs: nowMs,
        attempts: 0,
        dueMs: nowMs,
        ...(once && { once }),
        ...(once && holdMs > 0 && { held: true, owner, dueMs: nowMs + holdMs }),
        ...(phase && { phase }),
        ...(byBackup && { backup: true }),
      });
      return delivery;
    }),

  claim: (terms) =>
    run('write', async (tables) => {
      const expired: DeliveryRecord[] = [];
      const handed: DeliveryRecord[] = [];
      const waiting: DeliveryRecord[] = [];
      const records = await tables.records();
      for (const record of records) {
        if (isOutOfTime(record, terms)) {
          expired.push(await finish(tables, record, 'expired', terms.nowMs));
        } else if (isLive(record)) {
          waiting.push(record);
        } else if (terms.nowMs - record.atMs >= terms.receiptMs || isErased(record, records)) {
          await tables.dropRecord(record.key);
        }
      }
      for (const record of waiting.filter((each) => isDue(each, terms)).sort(byTurn)) {
        if (isHanded(record, terms)) {
          handed.push(await finish(tables, { ...record, unseen: true }, 'acknowledged', terms.nowMs));
          continue;
        }
        const delivery = await tables.body(record.key);
        if (delivery) {
          const attempt = record.attempts + 1;
          await tables.putRecord({
            ...record,
            state: 'sending',
            owner: terms.owner,
            attempts: attempt,
            atMs: terms.nowMs,
            dueMs: terms.nowMs + terms.leaseMs,
            held: undefined,
            offline: terms.offline,
          });
          return { claimed: { delivery, attempt }, dueMs: null, expired, handed };
        }
        // Somebody cleared half of our storage: there is nothing left to send.
        expired.push(await finish(tables, { ...record, code: 'storage.damaged' }, 'expired', terms.nowMs));
      }
      const due = waiting.flatMap(({ dueMs }) => dueMs ?? []);
      return { claimed: null, dueMs: due.length > 0 ? Math.min(...due) : null, expired, handed };
    }),

  settle: ({ owner, key, outcome, dueMs, nowMs, backupMs = Infinity, offline }) =>
    run('write', async (tables) => {
      const records = await tables.records();
      const record = records.find((each) => each.key === key);
      if (!record || !isLive(record)) return record?.state ?? null;
      if (outcome.is === 'superseded' && record.state === 'sending') return record.state;
      if (outcome.is === 'acknowledged' || outcome.is === 'superseded') {
        const unseen = outcome.is === 'acknowledged' && outcome.status === 0;
        return (await finish(tables, unseen ? { ...record, unseen } : record, outcome.is, nowMs)).state;
      }
      if (record.state !== 'sending' || record.owner !== owner) return record.state;
      if (records.some((each) => each.lead === record.lead && each.revision > record.revision)) {
        return (await finish(tables, record, 'superseded', nowMs)).state;
      }
      const isRetry = outcome.is === 'retry';
      const { code } = outcome;
      const answered = outcome.status !== undefined;
      const failingMs = record.failingMs ?? (offline ? undefined : nowMs);
      const unsure = isRetry || record.unsure;
      const settled = { ...record, atMs: nowMs, dueMs, code, answered, owner: undefined, failingMs, unsure };
      const hasFailed = !isRetry || (!offline && nowMs - (failingMs ?? nowMs) >= backupMs);
      const body = hasFailed && !record.backup ? await tables.body(key) : undefined;
      if (body?.backup) {
        const { once: _once, answers: _answers, backup, ...delivery } = body;
        await tables.putBody({ ...delivery, ...backup });
        const { once } = backup;
        await tables.putRecord({ ...settled, state: 'queued', dueMs: nowMs, backup: true, once });
        return 'queued';
      }
      const state = isRetry ? 'queued' : 'parked';
      await tables.putRecord({ ...settled, state });
      if (outcome.is === 'park' && dueMs !== null) {
        // One probe at a time: the others that are parked wait as long as this one.
        for (const other of records) {
          if (other.state !== 'parked' || other.dueMs === null || other.dueMs >= dueMs) continue;
          await tables.putRecord({ ...other, dueMs });
        }
      }
      return state;
    }),

  recordsOf: (lead) =>
    run('read', async (tables) =>
      (await tables.records()).filter((record) => record.lead === lead).sort(newestFirst),
    ),

  counts: () =>
    run('read', async (tables) => {
      const live = (await tables.records()).filter(isLive);
      const parked = live.filter(({ state }) => state === 'parked').length;
      return { ...(await tables.tally()), queued: live.length - parked, parked };
    }),

  hurry: (nowMs, why) =>
    run('write', async (tables) => {
      for (const record of await tables.records()) {
        const waits =
          record.dueMs !== null &&
          record.dueMs > nowMs &&
          !record.held &&
          (record.state === 'queued' || (record.state === 'parked' && why === 'asked'));
        if (waits && (why === 'asked' || !record.answered))
          await tables.putRecord({ ...record, dueMs: nowMs });
      }
    }),

  forget: (lead, nowMs) =>
    run('write', async (tables) => {
      const records = (await tables.records()).filter((record) => record.lead === lead);
      for (const record of records) {
        const erased = { ...record, erased: true } as const;
        if (isLive(record)) await finish(tables, erased, 'forgotten', nowMs);
        else await tables.putRecord(erased);
      }
      return records.some((record) => (record.once ? mayBeThere(record) : record.attempts > 0));
    }),
});
