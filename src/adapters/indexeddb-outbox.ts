/**
 * The durable outbox: the only storage of a browser whose completed writes survive a killed process.
 * Opened on the first commit, or on the first look where the marker says that leads are kept; before that every
 * look finds nothing and nothing is written. With its last record the database goes, too.
 */
import type { Clock } from '../ports/clock.js';
import type { Delivery } from '../ports/delivery.js';
import type { DeliveryRecord, OutboxStore } from '../ports/outbox-store.js';
import { answered, completed } from './database-requests.js';
import type { Marker } from './marker.js';
import { emptyTables } from './memory-outbox.js';
import {
  EMPTY_TALLY,
  outboxLedger,
  type LedgerTables,
  type RunTransaction,
  type Tally,
} from './outbox-ledger.js';

/** Name of the database. */
export const DATABASE = 'warmlead';
const VERSION = 1;
const TABLES = ['records', 'bodies', 'tally'] as const;

export interface IndexedDbOutboxOptions {
  readonly clock: Clock;
  readonly marker: Marker;
  /** Gets the factory; may throw where storage is blocked. */
  readonly factory?: () => IDBFactory;
  /** How long one call may take, opening included, before it rejects. Milliseconds, default 2,000. */
  readonly limitMs?: number;
}

const tablesOver = (transaction: IDBTransaction): LedgerTables => {
  const records = transaction.objectStore('records');
  const bodies = transaction.objectStore('bodies');
  const tally = transaction.objectStore('tally');
  // What lies in a table is what was put there, by this version of it.
  return {
    records: () => answered<DeliveryRecord[]>(records.getAll()),
    putRecord: (record) => answered(records.put(record)),
    dropRecord: (key) => answered(records.delete(key)),
    body: (key) => answered<Delivery | undefined>(bodies.get(key)),
    putBody: (delivery) => answered(bodies.put(delivery)),
    dropBody: (key) => answered(bodies.delete(key)),
    tally: async () => (await answered<Tally | undefined>(tally.get('tally'))) ?? EMPTY_TALLY,
    putTally: (value) => answered(tally.put(value, 'tally')),
  };
};

/** Opens the database, making it where it does not exist. `onClosed` is called when it can be used no longer. */
const openDatabase = async (
  factory: IDBFactory,
  onClosed: (isDeleted: boolean) => void,
): Promise<IDBDatabase> => {
  const request = factory.open(DATABASE, VERSION);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('records', { keyPath: 'key' });
    request.result.createObjectStore('bodies', { keyPath: 'key' });
    request.result.createObjectStore('tally');
  });
  const database = await answered(request);
  // Another page upgrades or deletes the database and waits for us to let go.
  database.addEventListener('versionchange', ({ newVersion }) => {
    database.close();
    onClosed(newVersion === null);
  });
  database.addEventListener('close', () => onClosed(false));
  return database;
};

/** An outbox in IndexedDB, shared by all pages of the origin. */
export const indexedDbOutbox = ({
  clock,
  marker,
  factory = () => globalThis.indexedDB,
  limitMs = 2_000,
}: IndexedDbOutboxOptions): OutboxStore => {
  let opening: Promise<IDBDatabase> | null = null;
  /** How often the database was deleted under our hands. */
  let deletions = 0;

  const open = (): Promise<IDBDatabase> => {
    const mine = (opening ??= (async () =>
      openDatabase(factory(), (isDeleted) => {
        if (isDeleted) deletions += 1;
        forgetIt(mine);
      }))());
    mine.catch(() => forgetIt(mine));
    return mine;
  };
  const forgetIt = (which: Promise<IDBDatabase>) => {
    if (opening === which) opening = null;
  };

  /**
   * Asks for the deletion of a database without records, from inside a transaction that saw this. Whoever commits
   * behind it hears of the deletion before its commit is complete, and repeats it in a new database.
   */
  const eraseEmpty = async (tables: LedgerTables): Promise<void> => {
    if ((await tables.records()).length > 0) return;
    factory().deleteDatabase(DATABASE);
    marker.clear('leads');
  };

  const run: RunTransaction = (kind, work) => {
    if (kind !== 'commit' && !opening && !marker.isSet('leads')) return work(emptyTables());
    return new Promise((resolve, reject) => {
      let late = false;
      let abort = () => {};
      const cancel = clock.after(limitMs, () => {
        late = true;
        abort();
        reject(new Error('storage.slow'));
      });
      const transact = async (): ReturnType<typeof work> => {
        const database = await open();
        if (late) throw new Error('storage.slow');
        const before = deletions;
        const transaction = database.transaction(TABLES, kind === 'read' ? 'readonly' : 'readwrite', {
          durability: kind === 'commit' ? 'strict' : 'default',
        });
        const done = completed(transaction);
        abort = () => stop(transaction);
        // Both promises reject when it fails; the one nobody waits for must not be reported as unhandled.
        done.catch(() => {});
        try {
          const tables = tablesOver(transaction);
          const result = await work(tables);
          if (kind === 'commit') marker.set('leads');
          if (kind === 'write') await eraseEmpty(tables);
          await done;
          return kind === 'commit' && deletions > before ? transact() : result;
        } catch (error) {
          stop(transaction);
          throw error;
        }
      };
      transact().then(resolve, reject).finally(cancel);
    });
  };
  return outboxLedger('durable', run);
};

const stop = (transaction: { abort(): void }) => {
  try {
    transaction.abort();
  } catch {
    // It is over already, which is all we want.
  }
};
