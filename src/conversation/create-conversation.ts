/**
 * Leads a conversation: gives the machine its effects, turns its state into views and facts, and keeps every
 * failure inside. The only place that runs the machine. Loaded behind the first question.
 */
import { assign, createActor, fromPromise } from 'xstate';
import type { Reading } from '../flow/kinds/answer-kind.js';
import type { Iso } from '../flow/log.js';
import { createAhead } from './ahead.js';
import { beganOn, begunWith, FAILED, safely, type Beginning } from './beginning.js';
import type { Conversation, ConversationFact, ConversationView } from './contract.js';
import { conversationMachine, type ConversationEffects, type MachineEvent } from './conversation.machine.js';
import type { ConversationOptions } from './conversation-options.js';
import { fullSettingFor } from './full-setting.js';
import { adopted, begunAgain, comparedWith, restored } from './growing.js';
import { judgedOf } from './judged.js';
import { createKeeper } from './keeper.js';
import { createListeners } from './listeners.js';
import { offeringOnNeed } from './offering.js';
import type { PartialLeads } from './partial.js';
import type { Receipts } from './receipts.js';
import { isSent, unbegun, type Session } from './session.js';
import type { FullSetting } from './setting.js';
import { taken } from './taken.js';
import { toldBetween, type Moment } from './told.js';
import { brokenView, phaseOf, showsSame, viewOf, whileLookingUp, type Phase } from './view.js';
import { createWayOut } from './way-out.js';

export type { ConversationOptions } from './conversation-options.js';

/**
 * Starts a conversation and reads what is kept of it. Never throws, and neither does `send`: trouble with the
 * playbook is the phase `broken`, trouble with the store a fact.
 */
export const createConversation = (options: ConversationOptions): Conversation => {
  const { playbook, key, store, close, clock, randomness, page, early } = options;
  const { views = createListeners(), facts = createListeners(), handover: port } = options;
  const now = (): Iso => new Date(clock.nowMs()).toISOString();
  let receipts: Receipts | null = null;
  let partialLeads: PartialLeads | null = null;
  const isPartial = playbook?.delivery?.partial === 'after-consent';
  let made: FullSetting | null = null;
  const reading = (): Reading => ({
    ...options.readers?.reading(),
    at: now(),
    timeZone: page.read().timeZone,
    before: moment.session.rejection,
  });
  /** Throws for a playbook that is none. */
  const setting = (): FullSetting =>
    (made ??= {
      ...fullSettingFor(
        playbook,
        options.base ?? page.read().url,
        options.locale,
        options.readers?.translate,
      ),
      reading,
      asides: () => ahead.asides,
      offering: () => offers.get(),
      needsOf: options.readers?.needsOf,
    });
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
    receipts?.erase();
    try {
      const isTold = (!fold.submitted && !isPartial) || (await wayOut.withdraw(leadId, fold));
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
          receipts = (await options.receipts?.().catch(() => null)) ?? null;
          // Where it cannot be loaded, nothing goes before it is sent.
          const partial = isPartial && (await import('./partial.js').catch(() => null));
          if (partial) partialLeads = partial.createPartialLeads({ ...current, clock, page, wayOut, keeper });
          const kept = await store.load(key);
          if (!kept) return null;
          try {
            keeper.resume(kept.log);
            await ahead.forLog(kept.log);
            const session = restored(current, kept, now());
            return session.resumed === 'changed' ? await comparedWith(current, kept, session) : session;
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
          safely(context, () => (kept ? adopted(setting(), context, kept, now()) : fresh())),
        ),
        take: assign(({ context, event }) =>
          safely(context, () =>
            taken(setting(), context, event, { at: now(), monotonicMs: clock.monotonicMs() }),
          ),
        ),
        startOver: assign(({ context, event }) =>
          safely(context, () => begunAgain(setting(), context, event.type, fresh(), now())),
        ),
        takeBack: ({ context }) => void forget(context),
        keep: ({ context }) => keeper.keep(context.leadId, context.fold.log),
        follow: ({ context: { leadId, fold } }) => {
          if (fold.submitted && !isSent(fold)) wayOut.follow(leadId);
        },
        erase({ event }) {
          void keeper.erase();
          if (event.type === 'visitor.disowned') receipts?.erase();
        },
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
  /** The question that is shown as being looked up. */
  let lookingUp = '';
  let settleReady = () => {};
  const ready = new Promise<void>((resolve) => (settleReady = resolve));

  const viewIn = (session: Session, phase: Phase): ConversationView => {
    try {
      if (phase === 'broken') return brokenView(session);
      const judged = judgedOf(setting(), session, phase);
      const view = viewOf(setting(), session, phase, judged, receipts?.viewFor(session, phase));
      ({ lookingUp } = ahead);
      return lookingUp ? whileLookingUp(view, lookingUp, now()) : view;
    } catch {
      return brokenView(session);
    }
  };
  const show = (session: Session, phase: Phase, anew = false) => {
    if (!anew && phase === shown && showsSame(session, moment.session)) return;
    shown = phase;
    moment = { session, view: viewIn(session, phase) };
    if (views.tell(moment.view) > 0) tell({ type: 'problem', code: 'conversation.listener-failed' });
    offers.stands(session, phase);
  };
  const offers = offeringOnNeed(options.offering, setting, () => shown && show(moment.session, shown, true));
  const settle = () => {
    if (told !== moment) toldBetween(playbook, told, moment).forEach(tell);
    told = moment;
    isReady = true;
    settleReady();
  };

  const send = (event: MachineEvent) => {
    if (actor.getSnapshot().status === 'active') actor.send(event);
  };
  const ahead = createAhead({
    setting,
    fold: () => moment.session.fold,
    readers: options.readers,
    asides: options.asides,
    clock,
    onLookingUp: () => shown && ahead.lookingUp !== lookingUp && show(moment.session, shown, true),
    send: (event) => offers.follow(event, send, () => moment.session),
  });

  actor.subscribe({
    next({ value, context }) {
      // Where the first question stands, it goes on standing while the store is asked.
      if (value === 'restoring' && early) return;
      const waiting = isReady || value === 'restoring' ? [] : (options.waiting?.() ?? []);
      if (waiting.length > 0) return waiting.forEach(ahead.act);
      receipts?.note(context);
      partialLeads?.note(context);
      show(context, phaseOf(String(value)));
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
    get locale() {
      return made?.locale ?? playbook.language;
    },
    get view() {
      return moment.view;
    },
    subscribe: views.add,
    onFact: facts.add,
    send: (event) => (isReady ? ahead.act(event) : void ready.then(() => ahead.act(event))),
    ready,
    warm: () => [wayOut, offers].forEach((part) => part.warm()),
    stop() {
      actor.stop();
      wayOut.stop();
      partialLeads?.stop();
      stopReturns();
      settleReady();
    },
  };
};
