/**
 * The one global, `window.Warmlead`. Every call works before the rest is loaded: it loads what it needs and
 * answers with a promise. Calls made before this script ran are taken from an array of the same name:
 * `window.Warmlead = window.Warmlead || []; Warmlead.push(['open'])`.
 */
import type { Options } from './options.js';

/** Calls that need the conversation; carried out by `calls.ts` once it is loaded. */
export const CONVERSATION_CALLS = ['ask', 'answer', 'prefill', 'consent', 'reset', 'forget'] as const;
export type ConversationCall = (typeof CONVERSATION_CALLS)[number];
export type CallResult = { readonly ok: true } | { readonly ok: false; readonly code: string };

export interface Actions {
  open(): Promise<void>;
  close(): Promise<void>;
  toggle(): Promise<void>;
  init(options: Options): void;
  destroy(): void;
  ready(): Promise<void>;
  call(name: ConversationCall, args: readonly unknown[]): Promise<CallResult>;
}

type Listener = (detail: unknown) => void;

/** Builds the global and carries out what was queued. Answers false when Warmlead is already on the page. */
export const installGlobal = (version: string, actions: Actions): boolean => {
  const page = window as unknown as { Warmlead?: unknown };
  const before = page.Warmlead as { version?: string } | undefined;
  if (before?.version) {
    console.warn(
      `[warmlead] embed.twice: Warmlead ${before.version} is already on this page; the second script (${version}) does nothing. Remove one of the two tags.`,
    );
    return false;
  }
  const listeners = new Map<Listener, Map<string, EventListener>>();
  const api: Record<string, unknown> = {
    version,
    open: actions.open,
    close: actions.close,
    toggle: actions.toggle,
    init: actions.init,
    destroy: actions.destroy,
    ready: actions.ready,
    /** Listens to `warmlead-<name>`; the listener gets the event's detail. */
    on(name: string, run: Listener) {
      const heard: EventListener = (event) => run((event as CustomEvent<unknown>).detail);
      const known = listeners.get(run) ?? new Map<string, EventListener>();
      if (known.has(name)) return;
      listeners.set(run, known.set(name, heard));
      document.addEventListener(`warmlead-${name}`, heard);
    },
    off(name: string, run: Listener) {
      const heard = listeners.get(run)?.get(name);
      if (heard) document.removeEventListener(`warmlead-${name}`, heard);
      listeners.get(run)?.delete(name);
    },
    /** Carries out a call written as a list: `push(['answer', 'sites', '12'])`. */
    push(call: readonly [string, ...unknown[]]) {
      const method = api[call[0]];
      return typeof method === 'function'
        ? (method as (...args: unknown[]) => unknown)(...call.slice(1))
        : undefined;
    },
  };
  for (const name of CONVERSATION_CALLS) api[name] = (...args: unknown[]) => actions.call(name, args);
  page.Warmlead = Object.freeze(api);
  if (Array.isArray(before)) {
    const push = api['push'] as (call: unknown) => void;
    void actions.ready().then(() => before.forEach(push));
  }
  return true;
};
