import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { indexedDbOutbox } from '../../src/adapters/indexeddb-outbox.js';
import type { Marker } from '../../src/adapters/marker.js';
import type { OutboxStore } from '../../src/ports/outbox-store.js';
import type { Clock } from '../../src/ports/clock.js';
import { deliveryOf, leadId, START_MS } from './deliveries.js';
import { simulatedClock } from './simulated-clock.js';
import { storeContract } from './store-contract.js';

const endless: Clock = { nowMs: () => START_MS, monotonicMs: () => 0, after: () => () => {} };
const memoryMarker = (isSet = false): Marker => ({
  isSet: () => isSet,
  set: () => {
    isSet = true;
  },
  clear: () => {
    isSet = false;
  },
});
const lead = leadId(1);
const terms = {
  owner: 'here',
  alone: false,
  nowMs: START_MS,
  leaseMs: 17_000,
  giveUpMs: 1e9,
  receiptMs: 1e10,
};

storeContract('IndexedDB (simulated)', { describe, it }, async () => {
  const fresh = new IDBFactory();
  const options = { clock: endless, marker: memoryMarker(true), factory: () => fresh };
  return { store: indexedDbOutbox(options), elsewhere: indexedDbOutbox(options) };
});

describe('IndexedDB outbox', () => {
  it('opens nothing as long as the marker is not set and nothing was committed', async () => {
    let opened = 0;
    const store = indexedDbOutbox({
      clock: endless,
      marker: memoryMarker(),
      factory: () => {
        opened += 1;
        return new IDBFactory();
      },
    });
    assert.deepEqual(await store.claim(terms), { claimed: null, dueMs: null, expired: [], handed: [] });
    assert.deepEqual(await store.recordsOf(lead), []);
    assert.equal(await store.forget(lead, START_MS), false);
    await store.hurry(START_MS, 'asked');
    assert.equal((await store.counts()).accepted, 0);
    assert.equal(opened, 0);
  });

  it('sets the marker with the first commit, so that the next page looks', async () => {
    const factory = new IDBFactory();
    const marker = memoryMarker();
    const first = indexedDbOutbox({ clock: endless, marker, factory: () => factory });
    await first.commit(lead, deliveryOf(lead));
    const next = indexedDbOutbox({ clock: endless, marker, factory: () => factory });
    assert.equal((await next.claim(terms)).claimed?.delivery.key, `${lead}.1`);
  });

  it('deletes the database and the marker with the last record', async () => {
    const factory = new IDBFactory();
    const marker = memoryMarker();
    const store = indexedDbOutbox({ clock: endless, marker, factory: () => factory });
    await store.commit(lead, deliveryOf(lead));
    await store.forget(lead, START_MS);
    assert.equal((await factory.databases()).length, 1);
    await store.claim(terms);
    await store.counts();
    assert.equal(marker.isSet(), false);
    assert.deepEqual(await factory.databases(), []);
  });

  it('loses no commit of another page to the deletion', async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const factory = new IDBFactory();
      const marker = memoryMarker();
      const [here, there] = [1, 2].map(() =>
        indexedDbOutbox({ clock: endless, marker, factory: () => factory }),
      ) as [OutboxStore, OutboxStore];
      await here.commit(lead, deliveryOf(lead));
      await there.recordsOf(lead);
      await here.forget(lead, START_MS);
      const claiming = here.claim(terms);
      for (let turns = 0; turns < turn; turns += 1) await Promise.resolve();
      const committing = there.commit(leadId(2), deliveryOf(leadId(2)));
      await Promise.all([claiming, committing]);
      const next = indexedDbOutbox({ clock: endless, marker, factory: () => factory });
      assert.deepEqual(
        (await next.recordsOf(leadId(2))).map(({ key }) => key),
        [`${leadId(2)}.1`],
        `after ${turn} turns`,
      );
      assert.equal(marker.isSet(), true);
    }
  });

  it('rejects in time when the database never opens', async () => {
    const clock = simulatedClock();
    const silent = {
      open: (name: string) => Object.assign(new IDBFactory().open(name), { addEventListener: () => {} }),
    } as unknown as IDBFactory;
    const store = indexedDbOutbox({ clock, marker: memoryMarker(), factory: () => silent });
    const outcome = store.commit(lead, deliveryOf(lead)).then(
      () => 'stored',
      (error: Error) => error.message,
    );
    await clock.pass(2_000);
    assert.equal(await outcome, 'storage.slow');
    assert.equal(clock.timers, 0);
  });

  it('does not write what it was given before it gave up, when the database opens after all', async () => {
    const clock = simulatedClock(30);
    const factory = new IDBFactory();
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const marker = memoryMarker(true);
    const slow = {
      open: (name: string, version: number) => {
        const real = factory.open(name, version);
        const held = real.addEventListener.bind(real);
        real.addEventListener = ((type: string, run: EventListener) =>
          held(type, (event: Event) =>
            type === 'success' ? void gate.then(() => run(event)) : run(event),
          )) as typeof real.addEventListener;
        return real;
      },
    } as unknown as IDBFactory;
    const store = indexedDbOutbox({ clock, marker, factory: () => slow });
    const committing = store.commit(lead, deliveryOf(lead)).catch((error: Error) => error.message);
    await clock.pass(2_000);
    assert.equal(await committing, 'storage.slow');
    go();
    await clock.settle();
    assert.deepEqual(await store.recordsOf(lead), []);
    assert.equal((await store.commit(lead, deliveryOf(lead)))?.revision, 1);
  });

  it('rejects where storage is blocked, and opens again when it is not', async () => {
    const factory = new IDBFactory();
    let blocked = true;
    const store = indexedDbOutbox({
      clock: endless,
      marker: memoryMarker(),
      factory: () => {
        if (blocked) throw new DOMException('blocked', 'SecurityError');
        return factory;
      },
    });
    await assert.rejects(store.commit(lead, deliveryOf(lead)), { name: 'SecurityError' });
    blocked = false;
    assert.equal((await store.commit(lead, deliveryOf(lead)))?.revision, 1);
  });

  it('lets go when another page wants to change the database, and opens it again', async () => {
    const factory = new IDBFactory();
    const store = indexedDbOutbox({ clock: endless, marker: memoryMarker(), factory: () => factory });
    await store.commit(lead, deliveryOf(lead));
    const deleted = await new Promise((resolve) => {
      const request = factory.deleteDatabase('warmlead');
      request.onsuccess = () => resolve('deleted');
      request.onblocked = () => resolve('blocked');
    });
    assert.equal(deleted, 'deleted');
    assert.deepEqual(await store.recordsOf(lead), []);
    assert.equal((await store.commit(lead, deliveryOf(lead)))?.revision, 1);
  });

  it('leaves a database alone that a later version wrote', async () => {
    const factory = new IDBFactory();
    await new Promise((resolve) => {
      const request = factory.open('warmlead', 2);
      request.onsuccess = () => {
        request.result.close();
        resolve(null);
      };
    });
    const store = indexedDbOutbox({ clock: endless, marker: memoryMarker(), factory: () => factory });
    await assert.rejects(store.commit(lead, deliveryOf(lead)), { name: 'VersionError' });
  });

  it('ends a delivery whose body somebody else erased', async () => {
    const factory = new IDBFactory();
    const store = indexedDbOutbox({ clock: endless, marker: memoryMarker(), factory: () => factory });
    await store.commit(lead, deliveryOf(lead));
    await new Promise((resolve) => {
      const request = factory.open('warmlead');
      request.onsuccess = () => {
        const clearing = request.result.transaction('bodies', 'readwrite');
        clearing.objectStore('bodies').clear();
        clearing.oncomplete = () => {
          request.result.close();
          resolve(null);
        };
      };
    });
    const { claimed, expired } = await store.claim(terms);
    assert.equal(claimed, null);
    assert.equal(expired[0]?.code, 'storage.damaged');
    assert.equal((await store.counts()).expired, 1);
  });
});
