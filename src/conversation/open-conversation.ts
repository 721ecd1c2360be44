/**
 * Opens a conversation with its first question, and fetches what leads it on. What the visitor does meanwhile is
 * kept in order and not lost.
 */
import { beganOn, begunWith, type Beginning } from './beginning.js';
import type { Conversation, ConversationEvent, ConversationFact, ConversationView } from './contract.js';
import type { ConversationOptions } from './create-conversation.js';
import { createListeners } from './listeners.js';
import { unbegun } from './session.js';
import { settingFor } from './setting.js';
import { brokenView, viewOf } from './view.js';

type Shared = 'playbook' | 'clock' | 'randomness' | 'page' | 'locale' | 'base';

export interface OpeningOptions extends Pick<ConversationOptions, Shared> {
  /** Loads what leads the conversation, as a function that starts it; asked again after it rejected. */
  readonly lead: () => Promise<
    (more: Pick<ConversationOptions, 'early' | 'waiting' | 'views' | 'facts'>) => Conversation
  >;
  /**
   * Whether an earlier page may have kept something: then that is read before anything is asked, else the
   * first question stands at once.
   */
  readonly mayBeKept: () => boolean;
}

/** Judging comes later: what depends on it cannot be asked yet. */
const unjudged = (): never => {
  throw new Error('Nothing is judged yet.');
};

/** What leads the conversation could not be loaded. */
const UNAVAILABLE = Object.freeze({ code: 'conversation.unavailable' });

/**
 * Opens a conversation. Never throws; what cannot be loaded is the phase `broken` until it can. An answer that has
 * to wait for it takes the question out of the view meanwhile.
 */
export const openConversation = (options: OpeningOptions): Conversation => {
  const { playbook, clock, page } = options;
  const views = createListeners<ConversationView>();
  const facts = createListeners<ConversationFact>();
  const beginning: Beginning = {
    leadId: options.randomness.id(),
    at: new Date(clock.nowMs()).toISOString(),
    startedMs: clock.monotonicMs(),
  };

  const nothing = unbegun(beginning.leadId);
  let view: ConversationView = { ...brokenView(nothing), phase: 'restoring', problem: null };
  /** Whether the first question stands: nothing has to be read, translated or mended before it can be asked. */
  const asks = (): boolean => {
    try {
      const locale = options.locale ?? playbook.language;
      if (options.mayBeKept() || (playbook.texts && locale !== playbook.language)) return false;
      const base = options.base ?? page.read().url;
      const setting = settingFor({ written: playbook, playbook, locale, base, standingOf: unjudged });
      const session = begunWith(setting, beganOn(page, setting), beginning);
      if (session.fold.position.at !== 'step') return false;
      view = viewOf(setting, session, 'asking');
      return true;
    } catch {
      // What is wrong is found out and said by what is loaded next.
      return false;
    }
  };
  const isEarly = asks();

  let led: Conversation | null = null;
  let isStopped = false;
  let hasFailed = false;
  let stopReturns = () => {};
  const waiting: ConversationEvent[] = [];
  let settleReady = () => {};
  const ready = new Promise<void>((resolve) => (settleReady = resolve));

  const start = async (): Promise<void> => {
    let isBack = false;
    stopReturns();
    stopReturns = page.onReturn(() => (isBack = true));
    hasFailed = false;
    try {
      const lead = await options.lead();
      stopReturns();
      if (isStopped) return;
      const taken = () => waiting.splice(0);
      led = lead({ views, facts, waiting: taken, ...(isEarly && { early: { beginning, view } }) });
      await led.ready;
    } catch {
      stopReturns();
      if (isStopped) return;
      // The connection came back while it was still being waited for.
      if (isBack) return start();
      hasFailed = true;
      stopReturns = page.onReturn(() => void start());
      // The question may stand as long as nobody waits for what follows it.
      if (view.problem !== UNAVAILABLE && (!isEarly || waiting.length > 0)) {
        view = Object.freeze({ ...view, phase: 'broken', asking: null, problem: UNAVAILABLE });
        views.tell(view);
        facts.tell({ type: 'problem', ...UNAVAILABLE });
      }
    }
    settleReady();
  };
  void start();

  return {
    get playbook() {
      return led?.playbook ?? playbook;
    },
    get locale() {
      return led?.locale ?? options.locale ?? playbook.language;
    },
    get view() {
      return led?.view ?? view;
    },
    subscribe: views.add,
    onFact: facts.add,
    send(event) {
      if (led) return led.send(event);
      // Typed to a question that is answered already; it must not answer the next one unseen.
      if (event.type === 'visitor.typed' && isEarly && !view.asking) return;
      waiting.push(event);
      if (view.asking) {
        view = Object.freeze({ ...view, asking: null });
        views.tell(view);
      }
      if (hasFailed) void start();
    },
    ready,
    warm: () => led?.warm(),
    stop() {
      isStopped = true;
      stopReturns();
      led?.stop();
      settleReady();
    },
  };
};
