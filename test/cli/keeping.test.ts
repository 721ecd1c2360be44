/** Holds what `warmlead explain` says about kept data to what the page really does. */
import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indexedDbOutbox } from '../../src/adapters/indexeddb-outbox.js';
import { storageMarker } from '../../src/adapters/marker.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { webConversationStore } from '../../src/adapters/web-conversation-store.js';
import { KEEPING } from '../../src/cli/keeping.js';
import { keptBy } from '../../src/authoring/data-kept.js';
import type { LogEntry } from '../../src/flow/log.js';
import { deliveryOf, leadId } from '../outbox/deliveries.js';
import { small } from '../playbook/fixtures.js';

/** A storage that holds what it is given. */
const emptyStorage = (): Storage => {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    clear: () => held.clear(),
    key: (n) => [...held.keys()][n] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
};
const namesIn = (storage: Storage): readonly (string | null)[] =>
  Array.from({ length: storage.length }, (_, n) => storage.key(n));

const entry: LogEntry = {
  n: 1,
  at: '2026-11-23T12:00:00.000Z',
  type: 'questioned',
  text: 'Hi',
  knowledge: null,
};

describe('what explain says is kept', () => {
  for (const [remember, lifetimeMs] of [
    ['tab', KEEPING.tabMs],
    ['device', KEEPING.deviceMs],
  ] as const) {
    it(`is true of a conversation remembered for the ${remember}`, async () => {
      const [session, local] = [emptyStorage(), emptyStorage()];
      let nowMs = 0;
      const store = webConversationStore({
        remember,
        clock: { nowMs: () => nowMs, monotonicMs: () => nowMs, after: () => () => {} },
        marker: storageMarker([() => local]),
        session: () => session,
        local: () => local,
      });
      // The key is the one that the page makes for a playbook and a chat without a name.
      const key = `warmlead:${small.id}:`;
      await store.append(key, leadId(1), 0, [entry]);
      const [kept] = keptBy({ ...small, privacy: { remember } }, KEEPING);
      const area = kept?.storage === 'localStorage' ? local : session;
      assert.ok(namesIn(area).includes(kept?.name ?? ''));
      assert.ok(namesIn(local).includes(KEEPING.marker));
      nowMs = lifetimeMs - 1;
      assert.ok(await store.load(key));
      nowMs = lifetimeMs;
      assert.equal(await store.load(key), null);
      assert.ok(!namesIn(area).includes(kept?.name ?? ''));
    });
  }

  it('is true of the database of leads that wait', async () => {
    const marker = storageMarker([emptyStorage]);
    await indexedDbOutbox({ clock: systemClock(), marker }).commit(leadId(1), deliveryOf(leadId(1)));
    const names = (await indexedDB.databases()).map(({ name }) => name);
    assert.deepEqual(names, [KEEPING.database]);
  });

  it('is true of the panel that was open', async () => {
    const [session, local] = [emptyStorage(), emptyStorage()];
    let leave = () => {};
    Object.assign(globalThis, {
      localStorage: local,
      sessionStorage: session,
      document: { querySelector: () => ({}) },
      addEventListener: (_type: string, run: () => void) => void (leave = run),
    });
    const { noteOnLeaving } = await import('../../src/embed/open-flag.js');
    noteOnLeaving();
    leave();
    assert.deepEqual(namesIn(session), []);
    local.setItem(KEEPING.marker, '1');
    leave();
    assert.deepEqual(namesIn(session), [KEEPING.openFlag]);
  });
});
