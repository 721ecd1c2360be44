/**
 * Records everything a page's own scripts could read of a chat, and everything that leaves through the page. Runs
 * in the page before any script of ours, sees nothing of this file.
 */

export interface Seen {
  /** Where it was seen: `event warmlead-answer`, `console.warn`, `attribute data-x of <div>`. */
  readonly where: string;
  readonly what: string;
}

/** What is written into a storage, with its key. */
export interface Written extends Seen {
  readonly key: string;
}

export interface LeakRecorder {
  readonly seen: Seen[];
  readonly written: Written[];
  /** What can be looked at now: attributes, addresses, performance entries, globals. */
  look(): Promise<readonly Seen[]>;
}

/** Installs `window.leakRecorder`. */
export const installLeakRecorder = (): void => {
  const seen: Seen[] = [];
  const written: Written[] = [];
  const before = new Set(Object.getOwnPropertyNames(window));
  const words = (value: unknown): string => {
    const known = new Set<unknown>();
    const told = JSON.stringify(value, (_key, part: unknown) => {
      if (typeof part === 'function') return String(part.name);
      if (part instanceof Error) return `${part.message} ${part.stack ?? ''}`;
      if (part instanceof Node || part === window) return `<${String(part)}>`;
      if (typeof part !== 'object' || part === null) return typeof part === 'bigint' ? String(part) : part;
      if (known.has(part)) return '(again)';
      known.add(part);
      return part instanceof Map || part instanceof Set ? [...part] : part;
    });
    return told ?? String(value);
  };
  const note = (where: string, ...values: readonly unknown[]) =>
    seen.push({ where, what: values.map(words).join(' ') });
  /** Calls the original, having noted the arguments. */
  const spy = (owner: object, name: string, where: string) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const original = methods[name];
    if (!original) return;
    methods[name] = function (this: unknown, ...args: unknown[]) {
      note(where, ...args);
      return original.apply(this, args);
    };
  };

  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    const { detail } = event as CustomEvent<unknown>;
    if (event.type.startsWith('warmlead') || detail)
      note(`event ${event.type}`, detail, Object.entries(event));
    return dispatchEvent.call(this, event);
  };
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'assert', 'group'])
    spy(console, name, `console.${name}`);
  addEventListener('error', ({ message, error }) => note('uncaught error', message, error));
  addEventListener('unhandledrejection', ({ reason }) => note('unhandled rejection', reason));
  for (const name of ['pushState', 'replaceState']) spy(history, name, `history.${name}`);
  for (const name of ['mark', 'measure']) spy(performance, name, `performance.${name}`);
  spy(window, 'postMessage', 'postMessage');
  for (const owner of [MessagePort, BroadcastChannel]) spy(owner.prototype, 'postMessage', 'postMessage');
  spy(window, 'open', 'window.open');
  spy(navigator, 'sendBeacon', 'sendBeacon');
  spy(navigator.clipboard ?? {}, 'writeText', 'clipboard');
  spy(XMLHttpRequest.prototype, 'open', 'XMLHttpRequest');
  const layer: unknown[] = [];
  Object.assign(window, { dataLayer: layer });
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    const where = this === localStorage ? 'localStorage' : 'sessionStorage';
    written.push({ where, key, what: value });
    setItem.call(this, key, value);
  };
  new MutationObserver((changes) => {
    for (const { target, attributeName, oldValue } of changes)
      if (attributeName && target instanceof Element)
        note(
          `attribute ${attributeName} of <${target.localName}>`,
          oldValue,
          target.getAttribute(attributeName),
        );
  }).observe(document, { attributes: true, attributeOldValue: true, subtree: true });

  const roots = (root: ParentNode): ParentNode[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
  ];
  /** Attributes of the page itself, and `data-` attributes wherever they are. */
  const attributes = (): Seen[] =>
    roots(document).flatMap((root) =>
      [...root.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name }) => root === document || name.startsWith('data-'))
          .map(({ name, value }) => ({ where: `attribute ${name} of <${element.localName}>`, what: value })),
      ),
    );
  const databases = async (): Promise<Seen[]> => {
    const found: Seen[] = [];
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('blocked'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        found.push({
          where: `IndexedDB ${name} ${store}`,
          what: words(await done(database.transaction(store).objectStore(store).getAll())),
        });
      database.close();
    }
    return found;
  };
  const recorder: LeakRecorder = {
    seen,
    written,
    look: async () => [
      ...attributes(),
      ...(await databases()),
      ...['href', 'search', 'hash'].map((part) => ({
        where: `location.${part}`,
        what: String(location[part as 'href']),
      })),
      { where: 'document', what: words([document.title, document.referrer, document.cookie, history.state]) },
      { where: 'window.name', what: window.name },
      { where: 'dataLayer', what: words(layer) },
      ...performance.getEntries().map((entry) => ({
        where: 'performance',
        what: words([entry.name, (entry as PerformanceMark).detail]),
      })),
      ...Object.getOwnPropertyNames(window)
        .filter((name) => !before.has(name) && name !== 'leakRecorder')
        .map((name) => ({
          where: `window.${name}`,
          what: words((window as unknown as Record<string, unknown>)[name]),
        })),
    ],
  };
  Object.assign(window, { leakRecorder: recorder });
};

/** The recorder as the inside of a script tag. */
// The TypeScript loader wraps inner functions in calls of __name, which a page does not have.
export const leakRecorderScript = `(() => { const __name = (fn) => fn; (${installLeakRecorder.toString()})(); })()`;

declare global {
  interface Window {
    leakRecorder: LeakRecorder;
  }
}
