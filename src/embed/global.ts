/**
 * The one global, `window.Warmlead`. Every call works before the rest is loaded: it loads what it needs and
 * answers with a promise. Calls made before this script ran are taken from an array of the same name:
 * `window.Warmlead = window.Warmlead || []; Warmlead.push(['open'])`.
 */
import type { Options } from './options.js';

/** Calls that need the conversation; carried out by `calls.ts` once it is loaded. */
export type ConversationCall = 'ask' | 'answer' | 'prefill' | 'consent' | 'reset' | 'forget';
/** One text, because that is the shortest way to carry it. */
export const CONVERSATION_CALLS = 'ask answer prefill consent reset forget'.split(
  ' ',
) as readonly ConversationCall[];
export type CallResult = { readonly ok: true } | { readonly ok: false; readonly code: string };

export interface Actions {
  /** `by`: who opened it, where that was not a script of the page. */
  open(by?: unknown): Promise<unknown>;
  close(): unknown;
  toggle(): Promise<unknown>;
  init(options: Options): void;
  destroy(): void;
  /** Resolves when the chat is on the page. */
  ready(): Promise<void>;
}
export type Call = (name: ConversationCall, args: readonly unknown[]) => Promise<unknown>;

type Listener = (detail: unknown) => void;
type Queued = readonly [string, ...never[]];
type Api = Record<string, (...args: never[]) => unknown>;

/** Tells the site's owner of trouble: `code: what it is, and the cure`. */
export const warn = (words: string): void => console.warn(`[warmlead] ${words}`);

/** What may stand there before us: calls in a list, another copy, or anything else of that name. */
type Before = { readonly version?: string; forEach?(run: (queued: Queued) => void): void } | undefined;
const before = (): Before => (window as { Warmlead?: Before }).Warmlead;

/** The version of a copy of Warmlead that was here first. */
export const versionHere = (): string | undefined => before()?.version;

/** Builds the global, and carries out what was queued once the chat is on the page. */
export const installGlobal = (version: string, actions: Actions, call: Call): void => {
  // One listener for one function, so that `off` finds what `on` added and adding twice is adding once.
  const heard = new WeakMap<Listener, EventListener>();
  /** Listens to `warmlead-<name>`, or does so no more; the listener gets the event's detail. */
  const listening =
    (method: 'addEventListener' | 'removeEventListener') =>
    (name: string, run: Listener): void => {
      const known = heard.get(run) ?? ((event) => run((event as CustomEvent<unknown>).detail));
      heard.set(run, known);
      document[method](`warmlead-${name}`, known);
    };
  const api: Api = {
    ...(actions as unknown as Api),
    on: listening('addEventListener'),
    off: listening('removeEventListener'),
  };
  for (const name of CONVERSATION_CALLS) api[name] = (...args) => call(name, args);
  /** Carries out a call written as a list: `push(['answer', 'sites', '12'])`. */
  const push = ([name, ...args]: Queued) => api[name]?.(...args);
  const queue = before();
  (window as { Warmlead?: unknown }).Warmlead = { ...api, push, version };
  void actions.ready().then(() => queue?.forEach?.(push));
};
