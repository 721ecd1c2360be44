/**
 * Starts a conversation: gives the machine its effects, turns its state into views and facts, and keeps every
 * failure inside. The only place that runs the machine.
 */
import { assign, createActor, fromPromise } from 'xstate';
import { arrivalFrom } from '../arrival/arrival.js';
import type { Happening, Iso } from '../flow/log.js';
import type { Playbook } from '../playbook/schema.js';
import type { Clock, Randomness } from '../ports/clock.js';
import type { ConversationStore } from '../ports/conversation-store.js';
import type { HandoverPort } from '../ports/handover.js';
import type { PagePort } from '../ports/page.js';
import type { Conversation, ConversationFact, ConversationView } from './contract.js';
import { conversationMachine, type MachineEvent } from './conversation.machine.js';
import { createKeeper } from './keeper.js';
import { createListeners } from './listeners.js';
import { adopted, begun, isSent, restored, unbegun, type Session } from './session.js';
import { settingFor, type Setting } from './setting.js';
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
}

const FAILED = Object.freeze({ code: 'conversation.failed' });

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
  const { playbook, key, store, close, clock, randomness, page } = options;
  const port = options.handover;
  const now = (): Iso => new Date(clock.nowMs()).toISOString();
  let made: Setting | null = null;
  /** Throws for a playbook that is none. */
  const setting = (): Setting =>
    (made ??= settingFor(playbook, options.base ?? page.read().url, options.locale));

  const views = createListeners<ConversationView>();
  const facts = createListeners<ConversationFact>();
  const tell = (fact: ConversationFact) => void facts.tell(Object.freeze(fact));

  const began = (): Happening => {
    const { url, landing, referrer, timeZone } = page.read();
    const { hash, locale } = setting();
    const { id, version = '' } = playbook;
    const arrival = arrivalFrom({ url, landing, referrer });
    return { type: 'began', playbook: { id, version, hash }, locale, timeZone, arrival };
  };
  /** Does it, or breaks the conversation instead of the page. */
  const safely = (session: Session, make: () => Session): Session => {
    try {
      return make();
    } catch {
      return { ...session, problem: FAILED };
    }
  };
  const fresh = (): Session => {
    const leadId = randomness.id();
    return safely(unbegun(leadId), () => begun(setting(), leadId, began(), now(), clock.monotonicMs()));
  };

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
      if (fold.submitted) await wayOut.withdraw(leadId, fold);
      await erased;
      tell({ type: 'forgotten' });
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
    }),
    { input: fresh() },
  );

  let moment: Moment = { session: actor.getSnapshot().context, view: brokenView(unbegun('')) };
  let shown: Phase | null = null;
  let told: Moment | null = null;
  let settleReady = () => {};
  const ready = new Promise<void>((resolve) => (settleReady = resolve));

  const viewIn = (session: Session, phase: Phase): ConversationView => {
    try {
      return phase === 'broken' ? brokenView(session) : viewOf(setting(), session, phase);
    } catch {
      return brokenView(session);
    }
  };
  const show = (session: Session, phase: Phase) => {
    if (phase === shown && SHOWN.every((part) => session[part] === moment.session[part])) return;
    shown = phase;
    moment = { session, view: viewIn(session, phase) };
    if (views.tell(moment.view) > 0) tell({ type: 'problem', code: 'conversation.listener-failed' });
    if (phase === 'restoring') return;
    toldBetween(playbook, told, moment).forEach(tell);
    told = moment;
    settleReady();
  };

  actor.subscribe({
    next: ({ value, context }) => show(context, PHASES[String(value)] ?? 'broken'),
    error: () => show({ ...moment.session, problem: FAILED }, 'broken'),
  });
  actor.start();
  const stopReturns = page.onReturn(() => actor.send({ type: 'page.returned' }));

  const send = (event: MachineEvent) => {
    if (actor.getSnapshot().status === 'active') actor.send(event);
  };
  return {
    get playbook() {
      return made?.playbook ?? playbook;
    },
    get view() {
      return moment.view;
    },
    subscribe: views.add,
    onFact: facts.add,
    send: (event) => (shown === 'restoring' ? void ready.then(() => send(event)) : send(event)),
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
