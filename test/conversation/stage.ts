/** A conversation on a stage: every port is a fake that reads as a script, time moves only when told to. */
import { further } from '../../src/compose/further.js';
import type { Asides } from '../../src/conversation/asides.js';
import type {
  Conversation,
  ConversationEvent,
  ConversationFact,
  ConversationView,
} from '../../src/conversation/contract.js';
import { createConversation } from '../../src/conversation/create-conversation.js';
import { createHandingOver } from './routed.js';
import type { Offering } from '../../src/conversation/offering.js';
import type { Receipts } from '../../src/conversation/receipts.js';
import type { CloseParts } from '../../src/conversation/way-out.js';
import type { LogEntry } from '../../src/flow/log.js';
import { localised } from '../../src/playbook/localised.js';
import type { Playbook } from '../../src/playbook/schema.js';
import {
  fakeHandover,
  fakeStore,
  fakeTime,
  settled,
  type FakeHandover,
  type FakeStore,
  type FakeTime,
} from './fakes.js';
import { hot, kestrel } from './kestrel.js';

export interface StageOptions {
  readonly playbook?: Playbook;
  /** Under which it is kept. */
  readonly key?: string;
  readonly store?: FakeStore;
  readonly handover?: FakeHandover;
  readonly updates?: boolean;
  readonly locale?: string;
  readonly url?: string;
  readonly close?: () => Promise<CloseParts>;
  readonly test?: true;
  readonly time?: FakeTime;
  readonly receipts?: () => Promise<Receipts>;
  readonly asides?: (playbook: Playbook, locale: string) => Promise<Asides>;
  readonly offering?: () => Promise<Offering>;
}

let ids = 0;

export interface Stage {
  readonly conversation: Conversation;
  readonly store: FakeStore;
  readonly handover: FakeHandover;
  readonly time: FakeTime;
  readonly facts: ConversationFact[];
  readonly views: ConversationView[];
  readonly view: ConversationView;
  readonly network: { online: boolean };
  /** The log as the visitor's device would keep it. */
  readonly kept: readonly LogEntry[];
  send(event: ConversationEvent): void;
  answer(step: string, raw: string): void;
  /** Answers everything asked from this table, up to (not including) the step `until`. */
  answerAll(answers?: { readonly [step: string]: string }, until?: string): void;
  settled(): Promise<void>;
  returned(): void;
  hidden(): void;
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

/** Starts a conversation and leads it to its lead. */
export const sent = async (options: StageOptions = {}): Promise<Stage> => {
  const stage = await staged(options);
  stage.answerAll();
  await settled();
  return stage;
};

/** Starts a conversation that is still being restored. */
export const staging = (options: StageOptions = {}): Stage => {
  const {
    playbook = kestrel,
    key = KEY,
    url = 'https://kestrel.example/pricing?utm_campaign=haccp',
  } = options;
  const { store = fakeStore(), handover = fakeHandover(), time = fakeTime(), updates = true } = options;
  const returns = new Set<() => void>();
  const hides = new Set<() => void>();
  const network = { online: true };
  const facts: ConversationFact[] = [];
  const views: ConversationView[] = [];
  const conversation = createConversation({
    playbook,
    key,
    store,
    handover,
    readers: { reading: () => further, more: () => undefined, translate: localised },
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
        online: network.online,
      }),
      onHidden(run) {
        hides.add(run);
        return () => void hides.delete(run);
      },
      onReturn(run) {
        returns.add(run);
        return () => void returns.delete(run);
      },
    },
    locale: options.locale,
    receipts: options.receipts,
    asides: options.asides,
    offering: options.offering,
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
    network,
    get view() {
      return conversation.view;
    },
    get kept() {
      return store.kept.get(key)?.log ?? [];
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
    hidden: () => hides.forEach((run) => run()),
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
