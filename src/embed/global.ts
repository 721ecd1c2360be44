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
  /** Resolves when the chat is on the page. */
  ready(): Promise<void>;
}
export type Call = (name: ConversationCall, args: readonly unknown[]) => Promise<CallResult>;

type Listener = (detail: unknown) => void;
type Api = Record<string, (...args: never[]) => unknown>;

/** Builds the global and carries out what was queued. Answers false when Warmlead is already on the page. */
export const installGlobal = (version: string, actions: Actions, call: Call): boolean => {
  const page = window as unknown as {
    Warmlead?: readonly (readonly [string, ...never[]])[] & { version?: string };
  };
  const before = page.Warmlead;
  if (before?.version) {
    console.warn(
      `[warmlead] embed.twice: version ${before.version} is already here. Remove one of the two tags.`,
    );
    return false;
  }
  // One listener for one function, so that `off` finds what `on` added and adding twice is adding once.
  const heard = new WeakMap<Listener, EventListener>();
  const listenerFor = (run: Listener): EventListener => {
    const known = heard.get(run) ?? ((event) => run((event as CustomEvent<unknown>).detail));
    heard.set(run, known);
    return known;
  };
  const api: Api = {
    ...(actions as unknown as Api),
    /** Listens to `warmlead-<name>`; the listener gets the event's detail. */
    on: (name: string, run: Listener) => document.addEventListener(`warmlead-${name}`, listenerFor(run)),
    off: (name: string, run: Listener) => document.removeEventListener(`warmlead-${name}`, listenerFor(run)),
    /** Carries out a call written as a list: `push(['answer', 'sites', '12'])`. */
    push: ([name, ...args]: readonly [string, ...never[]]) => api[name]?.(...args),
  };
  for (const name of CONVERSATION_CALLS) api[name] = (...args) => call(name, args);
  page.Warmlead = Object.freeze({ ...api, version }) as never;
  if (Array.isArray(before))
    void actions.ready().then(() => before.forEach((queued) => api['push']?.(queued as never)));
  return true;
};
