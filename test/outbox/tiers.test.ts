import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { indexedDbOutbox } from '../../src/adapters/indexeddb-outbox.js';
import { memoryOutbox } from '../../src/adapters/memory-outbox.js';
import type { OutboxStore } from '../../src/ports/outbox-store.js';
import { leadId, leadOf } from './deliveries.js';
import { sceneOf, siteStore } from './scene.js';
import { isBalanced } from './store-contract.js';

const SECOND = 1_000;
const a = leadId(1);
type Call = keyof OutboxStore;

/**
 * A durable store whose calls can be made to fail. Commits can be held back: "opening" before anything was
 * made of them, "completing" with the bytes written but nothing visible yet, as in a slow transaction.
 */
const troubledStore = () => {
  const inner = siteStore();
  const failing = new Set<Call>();
  let holding: 'opening' | 'completing' | null = null;
  const waiting: (() => void)[] = [];
  const through = async <T>(name: Call, call: () => Promise<T>): Promise<T> => {
    if (failing.has(name)) throw new Error('storage is unwell');
    return call();
  };
  const commit: OutboxStore['commit'] = async (lead, make, terms = {}) => {
    if (!holding) return inner.commit(lead, make, terms);
    const [newest] = await inner.recordsOf(lead);
    const made =
      holding === 'completing' ? make(Math.max(terms.after ?? 0, newest?.revision ?? 0) + 1) : null;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return inner.commit(lead, made ? () => made : make, terms);
  };
  const store: OutboxStore = {
    tier: 'durable',
    commit: (...args) => through('commit', () => commit(...args)),
    claim: (...args) => through('claim', () => inner.claim(...args)),
    settle: (...args) => through('settle', () => inner.settle(...args)),
    recordsOf: (...args) => through('recordsOf', () => inner.recordsOf(...args)),
    counts: () => through('counts', () => inner.counts()),
    hurry: (...args) => through('hurry', () => inner.hurry(...args)),
    forget: (...args) => through('forget', () => inner.forget(...args)),
  };
  return {
    store,
    inner,
    fail: (...names: Call[]) => names.forEach((name) => failing.add(name)),
    recover: () => failing.clear(),
    hold: (when: 'opening' | 'completing') => {
      holding = when;
    },
    letGo() {
      holding = null;
      for (const go of waiting.splice(0)) go();
    },
  };
};
const ALL: readonly Call[] = ['commit', 'claim', 'settle', 'recordsOf', 'counts', 'hurry', 'forget'];

describe('outbox: storage that is slow', () => {
  it('sends and says nothing before the commit is complete', async () => {
    const { store, hold, letGo } = troubledStore();
    hold('completing');
    const { clock, endpoint, open } = sceneOf([], { store });
    const { port, story } = open();
    let said = '';
    void port.commit(a, leadOf(a)).then(({ durable }) => {
      said = `durable: ${durable}`;
    });
    await clock.pass(499);
    assert.equal(said, '');
    assert.deepEqual(story(), []);
    letGo();
    await clock.settle();
    assert.equal(said, 'durable: true');
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('takes the lead into memory after half a second, and says that it is not durable', async () => {
    const { store, fail, hold } = troubledStore();
    hold('completing');
    fail('claim', 'recordsOf', 'settle');
    const { clock, endpoint, open } = sceneOf([], { store });
    const { port, watch } = open();
    const told = watch(a);
    const committing = port.commit(a, leadOf(a));
    await clock.pass(500);
    assert.deepEqual(await committing, { revision: 1, durable: false });
    await clock.pass(SECOND);
    assert.equal(endpoint.stored.size, 1);
    assert.deepEqual(told.at(-1)?.is, 'acknowledged');
  });

  for (const when of ['opening', 'completing'] as const) {
    it(`goes on with the durable copy when ${when} took too long: same key, same bytes, one lead`, async () => {
      const { store, inner, hold, letGo } = troubledStore();
      hold(when);
      const { clock, endpoint, open } = sceneOf([503, 200], { store });
      const { port, watch, outbox } = open();
      const told = watch(a);
      let made = 0;
      const committing = port.commit(a, (revision) => {
        made += 1;
        return leadOf(a)(revision);
      });
      await clock.pass(500);
      assert.equal((await committing).durable, false);
      letGo();
      await clock.pass(SECOND / 4);
      assert.ok(told.some((state) => state && 'durable' in state && state.durable));
      await clock.pass(10 * SECOND);
      assert.equal(made, 1);
      assert.deepEqual(endpoint.conflicts, []);
      assert.equal(new Set(endpoint.attempts.map(({ body }) => body)).size, 1);
      assert.equal((await inner.counts()).acknowledged, 1);
      const counts = await outbox.counts();
      assert.ok(isBalanced(counts), JSON.stringify(counts));
      assert.equal(counts.queued, 0);
    });
  }

  it('does not send again after a reload what memory had sent before the commit completed', async () => {
    const { store, inner, hold, letGo } = troubledStore();
    hold('completing');
    const { clock, endpoint, open } = sceneOf([], { store });
    const first = open();
    const committing = first.port.commit(a, leadOf(a));
    await clock.pass(500);
    await committing;
    await clock.pass(SECOND);
    assert.equal(endpoint.attempts.length, 1);
    letGo();
    await clock.pass(SECOND);
    assert.equal((await inner.counts()).acknowledged, 1);
    first.outbox.stop();
    open();
    await clock.pass(60 * SECOND);
    assert.equal(endpoint.attempts.length, 1);
  });

  it('forgets a lead also when its commit completes only afterwards', async () => {
    const { store, hold, letGo, inner, fail, recover } = troubledStore();
    hold('completing');
    fail('claim', 'forget');
    const { clock, endpoint, open } = sceneOf([], { store, lock: { hold: () => () => {} } });
    const { port } = open({ retry: { lockMs: 1e9 } });
    const committing = port.commit(a, leadOf(a));
    await clock.pass(500);
    await committing;
    await port.forget(a);
    recover();
    letGo();
    await clock.settle();
    assert.equal((await inner.counts()).forgotten, 1);
    open();
    await clock.pass(60 * SECOND);
    assert.equal(endpoint.attempts.length, 0);
  });

  it('forgets a lead also while its commit is under way', async () => {
    const { store, hold, letGo, inner } = troubledStore();
    hold('completing');
    const { clock, endpoint, open } = sceneOf([], { store, lock: { hold: () => () => {} } });
    const { port } = open();
    const committing = port.commit(a, leadOf(a));
    const forgetting = port.forget(a);
    await clock.pass(100);
    letGo();
    assert.equal((await committing).durable, true);
    assert.equal(await forgetting, false);
    assert.equal((await inner.counts()).forgotten, 1);
    await clock.pass(60 * SECOND);
    assert.equal(endpoint.attempts.length, 0);
  });

  it('makes a new revision when the number it gave out in memory was taken all along', async () => {
    const { store, hold, letGo } = troubledStore();
    const { clock, endpoint, open } = sceneOf([], { store });
    const first = open();
    await first.port.commit(a, leadOf(a, 'first'));
    await clock.pass(2 * SECOND);
    first.outbox.stop();
    hold('opening');
    const committing = open().port.commit(a, leadOf(a, 'second'));
    await clock.pass(500);
    assert.deepEqual(await committing, { revision: 1, durable: false });
    letGo();
    await clock.pass(20 * SECOND);
    assert.match(endpoint.stored.get(`${a}.2`) ?? '', /second/);
  });
});

describe('outbox: storage that fails', () => {
  it('delivers from memory when everything is blocked, and reports it once', async () => {
    const { store, fail } = troubledStore();
    fail(...ALL);
    const { clock, endpoint, open } = sceneOf([503, 200], { store });
    const { port, story, facts, watch } = open();
    const told = watch(a);
    assert.deepEqual(await port.commit(a, leadOf(a)), { revision: 1, durable: false });
    assert.deepEqual(await port.commit(leadId(2), leadOf(leadId(2))), { revision: 1, durable: false });
    await clock.pass(20 * SECOND);
    assert.equal(endpoint.stored.size, 2);
    assert.equal(story().filter((type) => type === 'problem').length, 1);
    assert.ok(facts.some((fact) => fact.type === 'problem' && fact.code === 'storage.unavailable'));
    assert.equal(told.at(-1)?.is, 'acknowledged');
  });

  it('counts on where memory left off when storage comes back', async () => {
    const { store, fail, recover } = troubledStore();
    fail(...ALL);
    const { clock, endpoint, open } = sceneOf([], { store });
    const { port } = open();
    await port.commit(a, leadOf(a, 'one'));
    recover();
    assert.deepEqual(await port.commit(a, leadOf(a, 'two')), { revision: 2, durable: true });
    await clock.pass(10 * SECOND);
    assert.deepEqual(endpoint.conflicts, []);
    assert.match(endpoint.stored.get(`${a}.2`) ?? '', /two/);
  });

  it('sends nothing twice because an acknowledgement could not be written down', async () => {
    const { store, fail, recover } = troubledStore();
    const { clock, endpoint, open, store: same } = sceneOf([], { store });
    const { port, outbox } = open();
    fail('settle');
    await port.commit(a, leadOf(a));
    await clock.pass(30 * SECOND);
    assert.equal(endpoint.attempts.length, 1);
    recover();
    outbox.hurry();
    await clock.pass(30 * SECOND);
    assert.equal(endpoint.attempts.length, 1);
    assert.equal((await same.counts()).acknowledged, 1);
  });

  it('looks again, ever more rarely, for what it could not read', async () => {
    const { store, inner, fail, recover } = troubledStore();
    const { clock, endpoint, open } = sceneOf([], { store });
    const first = open();
    await first.port.commit(a, leadOf(a));
    first.outbox.stop();
    fail('claim');
    open();
    await clock.pass(60 * SECOND);
    recover();
    await clock.pass(120 * SECOND);
    assert.equal(endpoint.stored.size, 1);
    assert.equal((await inner.counts()).acknowledged, 1);
  });

  it('sends from memory without waiting for a database that never opens', async () => {
    const { clock, endpoint, open } = sceneOf([]);
    const silent = {
      open: (name: string) => Object.assign(new IDBFactory().open(name), { addEventListener: () => {} }),
    } as unknown as IDBFactory;
    const { port } = open({
      store: indexedDbOutbox({
        clock,
        marker: { isSet: () => true, set: () => {}, clear: () => {} },
        factory: () => silent,
      }),
    });
    const committing = port.commit(a, leadOf(a));
    await clock.pass(500);
    assert.equal((await committing).durable, false);
    await clock.pass(5 * SECOND);
    assert.equal(endpoint.stored.size, 1);
  });

  it('tries once more from memory when the page is hidden', async () => {
    const memory = memoryOutbox();
    const { clock, endpoint, open } = sceneOf([...Array<'no connection'>(8).fill('no connection'), 200]);
    const { port, page } = open({ store: memory, fallback: memory });
    assert.equal((await port.commit(a, leadOf(a))).durable, false);
    await clock.pass(200 * SECOND);
    const before = endpoint.attempts.length;
    assert.equal(before, 8);
    page.hide();
    await clock.settle();
    assert.equal(endpoint.stored.size, 1);
  });
});
