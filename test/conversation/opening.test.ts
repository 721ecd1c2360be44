import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversation, ConversationFact, ConversationView } from '../../src/conversation/contract.js';
import { createConversation } from '../../src/conversation/create-conversation.js';
import { createHandingOver } from '../../src/conversation/handing-over.js';
import { openConversation, type OpeningOptions } from '../../src/conversation/open-conversation.js';
import type { LogEntry } from '../../src/flow/log.js';
import { localised } from '../../src/playbook/localised.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { fakeHandover, fakeStore, settled, type FakeStore } from './fakes.js';
import { hot, kestrel } from './kestrel.js';

const KEY = 'warmlead:kestrel-website:';
const AT = Date.UTC(2026, 10, 23, 15);

interface Opening {
  readonly conversation: Conversation;
  readonly store: FakeStore;
  readonly views: ConversationView[];
  readonly facts: ConversationFact[];
  /** How often the rest was asked for. */
  readonly asked: () => number;
  /** The rest arrives, or cannot be loaded. */
  arrive(): Promise<void>;
  fail(): Promise<void>;
  returned(): Promise<void>;
}

/** A conversation whose second part comes when told to. */
const opened = ({
  playbook = kestrel,
  isKept = false,
  store = fakeStore(),
  locale,
}: {
  readonly playbook?: Playbook;
  readonly isKept?: boolean;
  readonly store?: FakeStore;
  readonly locale?: string;
} = {}): Opening => {
  const loads: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const returns = new Set<() => void>();
  let ids = 0;
  const shared: Omit<OpeningOptions, 'lead' | 'mayBeKept'> = {
    playbook,
    locale,
    base: 'https://kestrel.example/playbook.json',
    clock: { nowMs: () => AT + ids, monotonicMs: () => 0, after: () => () => {} },
    randomness: { id: () => (++ids).toString(16).padStart(32, '0'), unit: () => 0.5 },
    page: {
      read: () => ({
        url: 'https://kestrel.example/pricing?utm_campaign=haccp',
        landing: 'https://kestrel.example/pricing?utm_campaign=haccp',
        referrer: '',
        title: '',
        languages: [],
        timeZone: 'Europe/London',
        gpc: false,
        online: true,
      }),
      onHidden: () => () => {},
      onReturn(run) {
        returns.add(run);
        return () => void returns.delete(run);
      },
    },
  };
  const conversation = openConversation({
    ...shared,
    mayBeKept: () => isKept,
    lead: async () => {
      await new Promise<void>((resolve, reject) => loads.push({ resolve, reject }));
      return (more) =>
        createConversation({
          ...shared,
          ...more,
          key: KEY,
          store,
          handover: fakeHandover(),
          close: async () => ({ createHandingOver, updates: true }),
          readers: { reading: () => ({}), more: () => undefined, translate: localised },
        });
    },
  });
  const views: ConversationView[] = [];
  const facts: ConversationFact[] = [];
  conversation.subscribe((view) => views.push(view));
  conversation.onFact((fact) => facts.push(fact));
  return {
    conversation,
    store,
    views,
    facts,
    asked: () => loads.length,
    async arrive() {
      loads.at(-1)?.resolve();
      await settled();
    },
    async fail() {
      loads.at(-1)?.reject(new Error('offline'));
      await settled();
    },
    async returned() {
      returns.forEach((run) => run());
      await settled();
    },
  };
};

const beganIn = (log: readonly LogEntry[]) => log.find((entry) => entry.type === 'began');

describe('opening a conversation', () => {
  it('asks the first question before anything else is loaded', () => {
    const { conversation, store } = opened();
    assert.equal(conversation.view.phase, 'asking');
    assert.equal(conversation.view.asking?.step.id, 'need');
    assert.ok(conversation.view.fold.turns.length > 0);
    assert.deepEqual(store.calls, []);
  });

  it('goes on with the same lines once the rest is there, and completes how it began', async () => {
    const { conversation, arrive, facts } = opened();
    const { turns } = conversation.view.fold;
    await arrive();
    assert.deepEqual(conversation.view.fold.turns, turns);
    const began = beganIn(conversation.view.fold.log);
    assert.equal(began?.timeZone, 'Europe/London');
    assert.match(began?.playbook.hash ?? '', /^[0-9a-f]{16}$/);
    assert.equal(conversation.view.judgement.framework, 'BANT');
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['step'],
    );
  });

  it('never shows anything but the question on the way', async () => {
    const { arrive, views } = opened();
    await arrive();
    assert.ok(views.every(({ phase, asking }) => phase === 'asking' && asking?.step.id === 'need'));
  });

  it('takes what was answered meanwhile, in order, and a double click once', async () => {
    const { conversation, arrive, store } = opened();
    for (const [step, raw] of Object.entries(hot).slice(0, 2)) {
      conversation.send({ type: 'visitor.answered', step, raw });
      conversation.send({ type: 'visitor.answered', step, raw });
    }
    assert.deepEqual([conversation.view.phase, conversation.view.asking], ['asking', null]);
    await arrive();
    assert.deepEqual(
      conversation.view.answers.map(({ step }) => step),
      Object.keys(hot).slice(0, 2),
    );
    assert.equal(store.kept.get(KEY)?.log.length, 3);
  });

  it('reads what may be kept before it asks', async () => {
    const first = opened();
    await first.arrive();
    first.conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    await settled();
    const second = opened({ isKept: true, store: first.store });
    assert.equal(second.conversation.view.phase, 'restoring');
    await second.arrive();
    await second.conversation.ready;
    assert.equal(second.conversation.view.asking?.step.id, 'sites');
    assert.equal(second.conversation.view.resumed, 'same');
  });

  it('asks in the language of the visitor, and in no other before', async () => {
    const texts = { de: { need: { ask: 'Was soll besser werden?' } } };
    const { conversation, arrive, views } = opened({ playbook: { ...kestrel, texts }, locale: 'de' });
    assert.equal(conversation.view.phase, 'restoring');
    await arrive();
    assert.equal(conversation.view.asking?.question, 'Was soll besser werden?');
    assert.ok(views.every(({ asking }) => asking === null || asking.question === 'Was soll besser werden?'));
  });

  it('shows the way to the company where the rest cannot be loaded, and goes on when it can', async () => {
    const { conversation, arrive, fail, returned, facts, asked } = opened();
    conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    await fail();
    await conversation.ready;
    assert.deepEqual(
      [conversation.view.phase, conversation.view.problem],
      ['broken', { code: 'conversation.unavailable' }],
    );
    assert.deepEqual(facts, [{ type: 'problem', code: 'conversation.unavailable' }]);
    await returned();
    assert.equal(asked(), 2);
    await arrive();
    assert.equal(conversation.view.asking?.step.id, 'sites');
    await returned();
    assert.equal(asked(), 2);
  });

  it('tries again at once where the connection came back while it was waiting', async () => {
    const { conversation, asked, fail, arrive, returned } = opened();
    conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    await returned();
    await fail();
    assert.equal(asked(), 2);
    assert.equal(conversation.view.problem, null);
    await arrive();
    assert.equal(conversation.view.asking?.step.id, 'sites');
  });

  it('lets the question stand where the rest cannot be loaded, and tries again when it is answered', async () => {
    const { conversation, arrive, fail, asked, facts } = opened();
    await fail();
    assert.equal(conversation.view.asking?.step.id, 'need');
    assert.deepEqual(facts, []);
    conversation.send({ type: 'visitor.answered', step: 'need', raw: 'alarms' });
    assert.equal(asked(), 2);
    await arrive();
    assert.equal(conversation.view.asking?.step.id, 'sites');
  });

  it('waits for the rest where the first question depends on what is judged', async () => {
    const first = {
      id: 'hello',
      say: 'Hi',
      next: [{ when: { score: { atMost: 5 } }, go: 'sites' }],
    } as const;
    const { conversation, arrive } = opened({ playbook: { ...kestrel, steps: [first, ...kestrel.steps] } });
    assert.equal(conversation.view.phase, 'restoring');
    await arrive();
    assert.equal(conversation.view.asking?.step.id, 'sites');
  });

  it('takes what is typed twice while it waits for one answer', async () => {
    const { conversation, arrive } = opened();
    conversation.send({ type: 'visitor.typed', text: 'Paper logs for audits' });
    conversation.send({ type: 'visitor.typed', text: '12' });
    await arrive();
    assert.deepEqual(
      conversation.view.answers.map(({ step }) => step),
      ['need'],
    );
  });

  it('does not let a question be answered that the page has just answered', async () => {
    const { conversation, arrive, views } = opened();
    conversation.send({ type: 'page.prefilled', values: { need: 'alarms' } });
    await arrive();
    assert.equal(conversation.view.asking?.step.id, 'sites');
    assert.deepEqual(
      views.map(({ asking }) => asking?.step.id),
      [undefined, 'sites'],
    );
  });

  it('is quiet after it was stopped while the rest could not be loaded', async () => {
    const { conversation, fail, returned, asked, facts } = opened({ isKept: true });
    conversation.stop();
    await fail();
    await returned();
    assert.deepEqual([asked(), facts], [1, []]);
  });

  it('says once that the rest cannot be loaded', async () => {
    const { fail, returned, facts } = opened({ isKept: true });
    for (let i = 0; i < 3; i++) {
      await fail();
      await returned();
    }
    assert.equal(facts.length, 1);
  });

  it('shows the way to the company at once where it could not even ask', async () => {
    const { conversation, fail } = opened({ isKept: true });
    await fail();
    assert.equal(conversation.view.phase, 'broken');
  });

  it('starts nothing any more after it was stopped', async () => {
    const { conversation, arrive, facts, store } = opened();
    conversation.stop();
    await arrive();
    await conversation.ready;
    assert.deepEqual([facts, store.calls], [[], []]);
  });

  for (const [name, playbook] of [
    ['nothing', null],
    ['an empty object', {}],
    ['steps that are no list', { ...kestrel, steps: 'none' }],
  ] as const) {
    it(`leaves a playbook that is ${name} to be judged by the rest`, async () => {
      const { conversation, arrive } = opened({ playbook: playbook as unknown as Playbook });
      assert.equal(conversation.view.phase, 'restoring');
      await arrive();
      assert.equal(conversation.view.phase, 'broken');
    });
  }
});
