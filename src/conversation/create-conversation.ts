/**
 * Leads a conversation: gives the machine its effects, turns its state into views and facts, and keeps every
 * failure inside. The only place that runs the machine. Loaded behind the first question.
 */
import { assign, createActor, fromPromise } from 'xstate';
import type { Iso } from '../flow/log.js';
import type { Playbook } from '../playbook/schema.js';
import type { Clock, Randomness } from '../ports/clock.js';
import type { ConversationStore } from '../ports/conversation-store.js';
import type { HandoverPort } from '../ports/handover.js';
import type { PagePort } from '../ports/page.js';
import { beganOn, begunWith, FAILED, safely, type Beginning } from './beginning.js';
import type { Conversation, ConversationEvent, ConversationFact, ConversationView } from './contract.js';
import { conversationMachine, type ConversationEffects, type MachineEvent } from './conversation.machine.js';
import { fullSettingFor } from './full-setting.js';
import { adopted, restored } from './growing.js';
import { judgedOf } from './judged.js';
import { createKeeper } from './keeper.js';
import { createListeners, type Listeners } from './listeners.js';
import { isSent, unbegun, type Session } from './session.js';
import type { FullSetting } from './setting.js';
import { taken } from './taken.js';
import { toldBetween, type Moment } from './told.js';
import { brokenView, viewOf, type Phase } from './view.js';
import { createWayOut, type CloseParts } from './way-out.js';

export interface ConversationOptions {
  readonly playbook: Playbook;
  /** Under which the conversation is kept. */
  readonly key: string;
  readonly store: ConversationStore;
  /** The way to the outbox, or how to get it; asked for only when a lead is sent or was sent. */
  readonly handover: HandoverPort | (() => Promise<HandoverPort>);
  /** Loads what only sending needs; asked again after it rejected. */
  readonly close: () => Promise<CloseParts>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly page: PagePort;
  /** Language of the conversation. Left out: the playbook's own. */
  readonly locale?: string;
  /** What relative addresses of the playbook refer to. Left out: the page. */
  readonly base?: string;
  /** A trial on a live site: the lead says so. */
  readonly test?: true;
  /** Where the first question stands already: how it began, and what is shown until the store was asked. */
  readonly early?: { readonly beginning: Beginning; readonly view: ConversationView };
  /** Takes what the visitor did meanwhile: it comes first, and no question is shown that it answers. */
  readonly waiting?: () => readonly ConversationEvent[];
  /** Who listens already. */
  readonly views?: Listeners<ConversationView>;
  readonly facts?: Listeners<ConversationFact>;
}

const PHASES: { readonly [state: string]: Phase } = {
  restoring: 'restoring',
  asking: 'asking',
  reviewing: 'reviewing',
  handingOver: 'handingOver',
  stranded: 'handingOver',
  ended: 'ended',
  revising: 'ended',
};

/** What of a session shows in the view or is told. */
const SHOWN = ['fold', 'rejection', 'resumed', 'problem', 'handover', 'closing', 'delivered'] as const;

/**
 * Starts a conversation and reads what is kept of it. Never throws, and neither does `send`: trouble with the
 * playbook is the phase `broken`, trouble with the store a fact.
 */
export const createConversation = (options: ConversationOptions): Conversation => {
  const { playbook, key, store, close, clock, randomness, page, early } = options;
  const { views = createListeners(), facts = createListeners(), handover: port } = options;
  const now = (): Iso => new Date(clock.nowMs()).toISOString();
  let made: FullSetting | null = null;
  /** Throws for a playbook that is none. */
  const setting = (): FullSetting =>
    (made ??= fullSettingFor(playbook, options.base ?? page.read().url, options.locale));
  const tell = (fact: ConversationFact) => void facts.tell(Object.freeze(fact));

  const begin = (given: Beginning): Session =>
    safely(unbegun(given.leadId), () => {
      const began = beganOn(page, setting());
      const { timeZone } = page.read();
      const { hash } = setting();
      return begunWith(setting(), { ...began, playbook: { ...began.playbook, hash }, timeZone }, given);
    });
  const fresh = (): Session => begin({ leadId: randomness.id(), at: now(), startedMs: clock.monotonicMs() });

  const keeper = createKeeper({
    store,
    key,
    onBehind: (kept) => actor.send({ type: 'store.changed', kept }),
    onUnavailable: () => tell({ type: 'problem', code: 'storage.unavailable' }),
  });
  const wayOut = createWayOut({
    setting,
    close,
    handover: typeof port === 'function' ? port : () => Promise.resolve(port),
    now,
    isOffline: () => page.read().online === false,
    onState: (change) => actor.send({ type: 'handover.changed', ...change }),
    test: options.test,
  });
  const forget = async ({ leadId, fold }: Session): Promise<void> => {
    const erased = keeper.erase();
    try {
      const isTold = !fold.submitted || (await wayOut.withdraw(leadId, fold));
      await erased;
      tell({ type: 'forgotten' });
      if (!isTold) tell({ type: 'problem', code: 'withdrawal.by-hand' });
    } catch {
      tell({ type: 'problem', code: 'forget.failed' });
    }
  };

  const actor = createActor(
    conversationMachine.provide({
      actors: {
        loadKept: fromPromise(async () => {
          const current = setting();
          const kept = await store.load(key);
          if (!kept) return null;
          try {
            keeper.resume(kept.log);
            return restored(current, kept);
          } catch {
            // What cannot be folded would break every later page as well.
            void keeper.erase();
            return null;
          }
        }),
        handOver: fromPromise(({ input }) => wayOut.settle(input)),
      },
      actions: {
        adopt: assign(({ context }, { kept }) =>
          safely(context, () => (kept ? adopted(setting(), context, kept) : fresh())),
        ),
        take: assign(({ context, event }) =>
          safely(context, () =>
            taken(setting(), context, event, { at: now(), monotonicMs: clock.monotonicMs() }),
          ),
        ),
        startOver: assign(() => fresh()),
        takeBack: ({ context }) => void forget(context),
        keep: ({ context }) => keeper.keep(context.leadId, context.fold.log),
        follow: ({ context: { leadId, fold } }) => {
          if (fold.submitted && !isSent(fold)) wayOut.follow(leadId);
        },
        erase: () => void keeper.erase(),
        hurry: () => wayOut.hurry(),
        dropIfFleeting: ({ context: { leadId, closing, handover } }) => {
          if (handover.is === 'sent' && closing?.durable === false) keeper.drop(leadId);
        },
      },
    } satisfies ConversationEffects),
    { input: early ? begin(early.beginning) : fresh() },
  );

  let moment: Moment = {
    session: actor.getSnapshot().context,
    view: early?.view ?? brokenView(unbegun('')),
  };
  let shown: Phase | null = null;
  let told: Moment | null = null;
  let isReady = false;
  let settleReady = () => {};
  const ready = new Promise<void>((resolve) => (settleReady = resolve));

  const viewIn = (session: Session, phase: Phase): ConversationView => {
    try {
      return phase === 'broken'
        ? brokenView(session)
        : viewOf(setting(), session, phase, judgedOf(setting(), session, phase));
    } catch {
      return brokenView(session);
    }
  };
  const show = (session: Session, phase: Phase) => {
    if (phase === shown && SHOWN.every((part) => session[part] === moment.session[part])) return;
    shown = phase;
    moment = { session, view: viewIn(session, phase) };
    if (views.tell(moment.view) > 0) tell({ type: 'problem', code: 'conversation.listener-failed' });
  };
  const settle = () => {
    if (told !== moment) toldBetween(playbook, told, moment).forEach(tell);
    told = moment;
    isReady = true;
    settleReady();
  };

  const send = (event: MachineEvent) => {
    if (actor.getSnapshot().status === 'active') actor.send(event);
  };

  actor.subscribe({
    next({ value, context }) {
      // Where the first question stands, it goes on standing while the store is asked.
      if (value === 'restoring' && early) return;
      const waiting = isReady || value === 'restoring' ? [] : (options.waiting?.() ?? []);
      if (waiting.length > 0) return waiting.forEach(send);
      show(context, PHASES[String(value)] ?? 'broken');
      if (value !== 'restoring') settle();
    },
    error() {
      show({ ...moment.session, problem: FAILED }, 'broken');
      settle();
    },
  });
  actor.start();
  const stopReturns = page.onReturn(() => actor.send({ type: 'page.returned' }));

  return {
    get playbook() {
      return made?.playbook ?? playbook;
    },
    get view() {
      return moment.view;
    },
    subscribe: views.add,
    onFact: facts.add,
    send: (event) => (isReady ? send(event) : void ready.then(() => send(event))),
    ready,
    warm: wayOut.warm,
    stop() {
      actor.stop();
      wayOut.stop();
      stopReturns();
      settleReady();
    },
  };
};
