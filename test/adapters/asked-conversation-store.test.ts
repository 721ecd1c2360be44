import { expect } from 'chai';
import { askedConversationStore, type HostWord } from '../../src/adapters/asked-conversation-store.js';
import { storageMarker } from '../../src/adapters/marker.js';
import { webConversationStore, type Remember } from '../../src/adapters/web-conversation-store.js';
import type { LogEntry } from '../../src/flow/log.js';

const KEY = 'demo/main';
const STORED = `warmlead:conversation:${KEY}`;
const lead = 'a'.repeat(32);
const other = 'b'.repeat(32);
const clock = { nowMs: () => 0, monotonicMs: () => 0, after: () => () => {} };
const entry = (n: number): LogEntry => ({
  n,
  at: '2026-11-23T12:00:00.000Z',
  type: 'questioned',
  text: 'Hi',
  knowledge: null,
});
const over = (remember: Remember) => webConversationStore({ remember, clock, marker: storageMarker() });
const page = () => {
  const word: HostWord = { allowed: null };
  const store = askedConversationStore({ word, kept: over('device'), memory: over('nothing') });
  const hears = (allowed: boolean) => {
    word.allowed = allowed;
    return store.move();
  };
  return { store, hears, word };
};
const stored = () => Object.keys(localStorage).sort();

describe('a store that waits for the word of the page', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('stores nothing until there is a yes, and then all that was said', async () => {
    const { store, hears } = page();
    expect(await store.append(KEY, lead, 0, [entry(1)])).to.equal('stored');
    expect(stored()).to.deep.equal([]);
    await hears(true);
    expect(stored()).to.deep.equal(['warmlead', STORED]);
    expect(await store.append(KEY, lead, 1, [entry(2)])).to.equal('stored');
    expect((await over('device').load(KEY))?.log.length).to.equal(2);
  });

  it('goes on in memory after a no, with nothing left behind, and back again', async () => {
    const { store, hears } = page();
    await hears(true);
    await store.append(KEY, lead, 0, [entry(1)]);
    await hears(false);
    expect(stored()).to.deep.equal([]);
    expect(await store.append(KEY, lead, 1, [entry(2)])).to.equal('stored');
    expect((await store.load(KEY))?.log.length).to.equal(2);
    expect(stored()).to.deep.equal([]);
    await hears(true);
    expect((await over('device').load(KEY))?.log.length).to.equal(2);
  });

  it('takes what an earlier page kept for a yes, until it hears otherwise', async () => {
    await over('device').append(KEY, lead, 0, [entry(1)]);
    const { store, hears } = page();
    expect((await store.load(KEY))?.leadId).to.equal(lead);
    await store.append(KEY, lead, 1, [entry(2)]);
    expect((await over('device').load(KEY))?.log.length).to.equal(2);
    await hears(false);
    expect(stored()).to.deep.equal([]);
  });

  it('leaves what another tab kept meanwhile, and says so with the next entry', async () => {
    const { store, hears } = page();
    await store.append(KEY, lead, 0, [entry(1)]);
    await over('device').append(KEY, other, 0, [entry(1)]);
    await hears(true);
    expect(await store.append(KEY, lead, 1, [entry(2)])).to.equal('behind');
    expect((await store.load(KEY))?.leadId).to.equal(other);
  });

  it('appends nothing to what is being moved', async () => {
    const { store, hears } = page();
    const results = [store.append(KEY, lead, 0, [entry(1)])];
    const moved = hears(true);
    results.push(store.append(KEY, lead, 1, [entry(2)]));
    await moved;
    expect(await Promise.all(results)).to.deep.equal(['stored', 'stored']);
    expect((await over('device').load(KEY))?.log.length).to.equal(2);
  });

  it('erases wherever it stands', async () => {
    const { store, hears } = page();
    await hears(true);
    await store.append(KEY, lead, 0, [entry(1)]);
    await store.erase(KEY);
    expect(stored()).to.deep.equal([]);
    expect(await store.load(KEY)).to.equal(null);
  });
});
