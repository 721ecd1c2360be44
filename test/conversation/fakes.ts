/** Ports that read as scripts. */
import type { Lead } from '../../src/lead/lead.js';
import type { ConversationStore, KeptConversation } from '../../src/ports/conversation-store.js';
import type { HandoverPort, HandoverState } from '../../src/ports/handover.js';

/** Lets everything that is under way come to rest. Nothing here waits for real time. */
export const settled = async (): Promise<void> => {
  for (let i = 0; i < 6; i++) await new Promise((resolve) => setImmediate(resolve));
};

export interface FakeStore extends ConversationStore {
  readonly kept: Map<string, KeptConversation>;
  readonly calls: string[];
  mode: 'stored' | 'unavailable' | 'behind';
}

/** Keeps in memory what a storage would keep, as text, so that nothing is shared by reference. */
export const fakeStore = (): FakeStore => {
  const kept = new Map<string, KeptConversation>();
  const store: FakeStore = {
    kept,
    calls: [],
    mode: 'stored',
    async load(key) {
      store.calls.push('load');
      return structuredClone(kept.get(key) ?? null);
    },
    async append(key, leadId, after, entries) {
      store.calls.push(`append ${after} ${entries.length}`);
      if (store.mode !== 'stored') return store.mode;
      const before = kept.get(key);
      if ((before?.log.at(-1)?.n ?? 0) !== after || (before && before.leadId !== leadId)) return 'behind';
      kept.set(key, { leadId, log: [...(before?.log ?? []), ...structuredClone(entries)] });
      return 'stored';
    },
    async erase(key) {
      store.calls.push('erase');
      kept.delete(key);
    },
  };
  return store;
};

export interface FakeHandover extends HandoverPort {
  /** Every document committed, in order. */
  readonly leads: Lead[];
  /** Whether it was to be held back, for each of them. */
  readonly holds: boolean[];
  readonly forgotten: string[];
  hurried: number;
  durable: boolean;
  attempted: boolean;
  /** The destination gets one thing only, and may have it. */
  gone: boolean;
  /** Nothing can be written: every commit fails. */
  unwritable: boolean;
  /** Set to hold commits back until it is called. */
  gate: Promise<void>;
  /** Says where the newest revision of a lead stands. */
  report(leadId: string, state: HandoverState): void;
}

export const fakeHandover = (): FakeHandover => {
  const states = new Map<string, { revision: number; state: HandoverState; phase?: Lead['phase'] }>();
  const watchers = new Set<{ leadId: string; run: Parameters<HandoverPort['watch']>[1] }>();
  const port: FakeHandover = {
    leads: [],
    holds: [],
    forgotten: [],
    hurried: 0,
    durable: true,
    attempted: false,
    gone: false,
    unwritable: false,
    gate: Promise.resolve(),
    async commit(leadId, make, { hold = false } = {}) {
      await port.gate;
      if (port.gone) return { revision: 0, durable: true, refused: true };
      if (port.unwritable) return { revision: 0, durable: false };
      const revision = (states.get(leadId)?.revision ?? 0) + 1;
      const made = make(revision);
      const phase = made.phase === 'complete' ? undefined : made.phase;
      port.leads.push(made);
      port.holds.push(hold);
      states.set(leadId, { revision, phase, state: { is: 'queued', durable: port.durable } });
      port.report(leadId, { is: 'queued', durable: port.durable });
      return { revision, durable: port.durable };
    },
    watch(leadId, run) {
      const watcher = { leadId, run };
      watchers.add(watcher);
      queueMicrotask(() => {
        const known = states.get(leadId);
        if (watchers.has(watcher)) run(known?.revision ?? 0, known?.state ?? null, known?.phase);
      });
      return () => void watchers.delete(watcher);
    },
    hurry: () => void port.hurried++,
    async forget(leadId) {
      port.forgotten.push(leadId);
      return port.attempted;
    },
    report(leadId, state) {
      const { revision = 0, phase } = states.get(leadId) ?? {};
      states.set(leadId, { revision, phase, state });
      for (const watcher of watchers) if (watcher.leadId === leadId) watcher.run(revision, state, phase);
    },
  };
  return port;
};

/** Time that stands still until it is moved. */
export interface FakeTime {
  nowMs: number;
  monotonicMs: number;
  pass(ms: number): void;
}
export const fakeTime = (): FakeTime => {
  const time = {
    nowMs: Date.UTC(2026, 10, 23, 15, 0, 0),
    monotonicMs: 5_000,
    pass(ms: number) {
      time.nowMs += ms;
      time.monotonicMs += ms;
    },
  };
  return time;
};
