import type { Delivery } from '../ports/delivery.js';
import type { DeliveryRecord, OutboxStore } from '../ports/outbox-store.js';
import { EMPTY_TALLY, outboxLedger, type LedgerTables, type Tally } from './outbox-ledger.js';

interface Held {
  readonly records: Map<string, DeliveryRecord>;
  readonly bodies: Map<string, Delivery>;
  tally: Tally;
}

const empty = (): Held => ({ records: new Map(), bodies: new Map(), tally: EMPTY_TALLY });

const tablesOver = (held: Held): LedgerTables => ({
  records: async () => [...held.records.values()],
  putRecord: async (record) => held.records.set(record.key, record),
  dropRecord: async (key) => held.records.delete(key),
  body: async (key) => held.bodies.get(key),
  putBody: async (delivery) => held.bodies.set(delivery.key, delivery),
  dropBody: async (key) => held.bodies.delete(key),
  tally: async () => held.tally,
  putTally: async (tally) => {
    held.tally = tally;
  },
});

/** Tables with nothing in them, for a place that does not exist yet. What is written there is gone. */
export const emptyTables = (): LedgerTables => tablesOver(empty());

/** An outbox that lives as long as this page: for blocked storage and for owners who want nothing kept. */
export const memoryOutbox = (): OutboxStore => {
  let held = empty();
  let line: Promise<unknown> = Promise.resolve();
  return outboxLedger('memory', (_kind, work) => {
    const done = line.then(async () => {
      const copy = { records: new Map(held.records), bodies: new Map(held.bodies), tally: held.tally };
      const result = await work(tablesOver(copy));
      held = copy;
      return result;
    });
    line = done.catch(() => {});
    return done;
  });
};
