/** A conversation on a stage: every port is a fake that reads as a script, time moves only when told to. */
import type {
  Conversation,
  ConversationEvent,
  ConversationFact,
  ConversationView,
} from '../../src/conversation/contract.js';
import { createConversation } from '../../src/conversation/create-conversation.js';
import { createHandingOver } from '../../src/conversation/handing-over.js';
import type { CloseParts } from '../../src/conversation/way-out.js';
import type { LogEntry } from '../../src/flow/log.js';
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { ConversationStore, KeptConversation } from '../../src/ports/conversation-store.js';
import type { HandoverPort, HandoverState } from '../../src/ports/handover.js';
import { hot, kestrel } from './kestrel.js';

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
  readonly forgotten: string[];
  hurried: number;
  durable: boolean;
  attempted: boolean;
  /** Nothing can be written: every commit fails. */
  unwritable: boolean;
  /** Set to hold commits back until it is called. */
  gate: Promise<void>;
  /** Says where the newest revision of a lead stands. */
  report(leadId: string, state: HandoverState): void;
}

export const fakeHandover = (): FakeHandover => {
  const states = new Map<string, { revision: number; state: HandoverState }>();
  const watchers = new Set<{ leadId: string; run: Parameters<HandoverPort['watch']>[1] }>();
  const port: FakeHandover = {
    leads: [],
    forgotten: [],
    hurried: 0,
    durable: true,
    attempted: false,
    unwritable: false,
    gate: Promise.resolve(),
    async commit(leadId, make) {
      await port.gate;
      if (port.unwritable) return { revision: 0, durable: false };
      const revision = (states.get(leadId)?.revision ?? 0) + 1;
      port.leads.push(make(revision));
      states.set(leadId, { revision, state: { is: 'queued', durable: port.durable } });
      port.report(leadId, { is: 'queued', durable: port.durable });
      return { revision, durable: port.durable };
    },
    watch(leadId, run) {
      const watcher = { leadId, run };
      watchers.add(watcher);
      queueMicrotask(() => {
        const known = states.get(leadId);
        if (watchers.has(watcher)) run(known?.revision ?? 0, known?.state ?? null);
      });
      return () => void watchers.delete(watcher);
    },
    hurry: () => void port.hurried++,
    async forget(leadId) {
      port.forgotten.push(leadId);
      return port.attempted;
    },
    report(leadId, state) {
      const revision = states.get(leadId)?.revision ?? 0;
      states.set(leadId, { revision, state });
      for (const watcher of watchers) if (watcher.leadId === leadId) watcher.run(revision, state);
    },
  };
  return port;
};

export interface StageOptions {
  readonly playbook?: Playbook;
  readonly store?: FakeStore;
  readonly handover?: FakeHandover;
  readonly updates?: boolean;
  readonly locale?: string;
  readonly url?: string;
  readonly close?: () => Promise<CloseParts>;
  readonly test?: true;
  readonly time?: FakeTime;
}

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

let ids = 0;

export interface Stage {
  readonly conversation: Conversation;
  readonly store: FakeStore;
  readonly handover: FakeHandover;
  readonly time: FakeTime;
  readonly facts: ConversationFact[];
  readonly views: ConversationView[];
  readonly view: ConversationView;
  /** The log as the visitor's device would keep it. */
  readonly kept: readonly LogEntry[];
  send(event: ConversationEvent): void;
  answer(step: string, raw: string): void;
  /** Answers everything asked from this table, up to (not including) the step `until`. */
  answerAll(answers?: { readonly [step: string]: string }, until?: string): void;
  settled(): Promise<void>;
  returned(): void;
  /** Leaves the page and comes back: same device, same outbox, later. */
  reload(changes?: StageOptions): Promise<Stage>;
}

export const KEY = 'warmlead:kestrel-website:';

/** Starts a conversation and waits until it is there. */
export const staged = async (options: StageOptions = {}): Promise<Stage> => {
  const stage = staging(options);
  await stage.conversation.ready;
  return stage;
};

/** Starts a conversation that is still being restored. */
export const staging = (options: StageOptions = {}): Stage => {
  const { playbook = kestrel, url = 'https://kestrel.example/pricing?utm_campaign=haccp' } = options;
  const { store = fakeStore(), handover = fakeHandover(), time = fakeTime(), updates = true } = options;
  const returns = new Set<() => void>();
  const facts: ConversationFact[] = [];
  const views: ConversationView[] = [];
  const conversation = createConversation({
    playbook,
    key: KEY,
    store,
    handover,
    close: options.close ?? (async () => ({ createHandingOver, updates })),
    clock: {
      nowMs: () => time.nowMs,
      monotonicMs: () => time.monotonicMs,
      after: () => () => {},
    },
    randomness: { id: () => (++ids).toString(16).padStart(32, '0'), unit: () => 0.5 },
    page: {
      read: () => ({
        url,
        landing: url,
        referrer: '',
        title: 'Pricing',
        languages: ['en'],
        timeZone: 'Europe/London',
        gpc: false,
      }),
      onHidden: () => () => {},
      onReturn(run) {
        returns.add(run);
        return () => void returns.delete(run);
      },
    },
    locale: options.locale,
    test: options.test,
    base: 'https://kestrel.example/playbook.json',
  });
  conversation.onFact((fact) => facts.push(fact));
  conversation.subscribe((view) => views.push(view));
  const stage: Stage = {
    conversation,
    store,
    handover,
    time,
    facts,
    views,
    get view() {
      return conversation.view;
    },
    get kept() {
      return store.kept.get(KEY)?.log ?? [];
    },
    send(event) {
      time.pass(1_000);
      conversation.send(event);
    },
    answer: (step, raw) => stage.send({ type: 'visitor.answered', step, raw }),
    answerAll(answers = hot, until) {
      for (let i = 0; i < 50; i++) {
        const step = conversation.view.asking?.step.id;
        const raw = step === undefined || step === until ? undefined : answers[step];
        if (step === undefined || raw === undefined) return;
        stage.answer(step, raw);
      }
    },
    settled,
    returned: () => returns.forEach((run) => run()),
    async reload(changes = {}) {
      await settled();
      conversation.stop();
      time.nowMs += 60_000;
      time.monotonicMs = 0;
      return staged({ ...options, store, handover, time, ...changes });
    },
  };
  return stage;
};
