import { expect } from 'chai';
import { indexedDbOutbox } from '../../src/adapters/indexeddb-outbox.js';
import { storageMarker } from '../../src/adapters/marker.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { deliveryOf, leadId, START_MS } from '../outbox/deliveries.js';
import { storeContract } from '../outbox/store-contract.js';

const lead = leadId(1);
const clock = systemClock();
/** A busy machine must not fail the contract; the limit has its own tests. */
const limitMs = 60_000;

const erased = (): Promise<unknown> => {
  localStorage.clear();
  sessionStorage.clear();
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('warmlead');
    request.onsuccess = resolve;
    request.onerror = resolve;
  });
};
const outbox = () => indexedDbOutbox({ clock, marker: storageMarker(), limitMs });

storeContract('IndexedDB', { describe, it }, async () => {
  await erased();
  return { store: outbox(), elsewhere: outbox() };
});

describe('IndexedDB outbox in a browser', () => {
  beforeEach(erased);
  after(erased);

  it('makes no database by looking', async () => {
    const store = outbox();
    await store.recordsOf(lead);
    await store.hurry(START_MS, 'asked');
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include('warmlead');
    expect(localStorage.length).to.equal(0);
  });

  it('leaves the marker that makes the next page look', async () => {
    await outbox().commit(lead, deliveryOf(lead));
    expect(localStorage.getItem('warmlead')).to.equal('2');
    expect((await outbox().recordsOf(lead)).length).to.equal(1);
  });

  it('asks for the strictest durability, for the commit', async () => {
    const asked: (string | undefined)[] = [];
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      asked.push(`${mode} ${options?.durability}`);
      return real.call(this, names, mode, options);
    };
    try {
      const store = outbox();
      await store.commit(lead, deliveryOf(lead));
      await store.counts();
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    expect(asked).to.deep.equal(['readwrite strict', 'readonly default']);
  });

  it('leaves neither database nor marker once its last lead was erased', async () => {
    const store = outbox();
    await store.commit(lead, deliveryOf(lead));
    await store.forget(lead, START_MS);
    const terms = { owner: 'here', alone: true, nowMs: START_MS, leaseMs: 1, giveUpMs: 1e9, receiptMs: 1e10 };
    await store.claim(terms);
    expect(localStorage.length).to.equal(0);
    // The deletion waits for the connection to close; the test would run out of time if it never came.
    while ((await indexedDB.databases()).some(({ name }) => name === 'warmlead'));
  });

  it('steps aside when somebody deletes the database, and starts anew', async () => {
    const store = outbox();
    await store.commit(lead, deliveryOf(lead));
    await erased();
    expect((await store.commit(lead, deliveryOf(lead)))?.revision).to.equal(1);
  });
});
