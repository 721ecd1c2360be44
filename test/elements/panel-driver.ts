/**
 * Drives a chat as a person would: finds controls by what they are called, knows nothing of the structure
 * inside. Everything is removed again after each test.
 */
import { WarmleadChat } from '../../src/elements/chat/chat.js';
// Fetched with the test file, so that no test waits for it.
import '../../src/elements/later.js';
import '../../src/elements/ways-out.js';
import '../../src/elements/further.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { fakeConversation, type FakeConversation, type FakeOptions } from './fake-conversation.js';

export interface DriverOptions extends Partial<FakeOptions> {
  readonly playbook: Playbook;
  readonly mode?: WarmleadChat['mode'];
  /** Left closed; else shown, with the focus inside. */
  readonly closed?: true;
  /** Attributes of the tag. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Driver {
  readonly chat: WarmleadChat;
  readonly root: ShadowRoot;
  readonly conversation: FakeConversation;
  readonly launcher: HTMLElement;
  /** The newest control of that name. Fails when there is none. */
  control(name: string): HTMLElement;
  has(name: string): boolean;
  click(name: string): Promise<void>;
  /** Types into the composer and sends with Enter, as fast as a machine. */
  say(text: string): Promise<void>;
  readonly composer: HTMLTextAreaElement | HTMLInputElement;
  /** What has the focus: its name, "body" for nothing. */
  readonly focused: string;
  /** Everything said to screen readers so far. */
  readonly announced: readonly string[];
  /** Everything that can be read in the panel. */
  readonly text: string;
  readonly lines: readonly string[];
  /** After everything that is under way was drawn. */
  settled(): Promise<void>;
  events(name: string): readonly Event[];
}

let current: FakeConversation | null = null;
WarmleadChat.compose = () => {
  if (!current) throw Object.assign(new Error('No conversation.'), { code: 'test.none' });
  return current;
};
// A machine with much to do is slow, not wrong.
beforeEach(function () {
  this.currentTest?.timeout(60_000);
});
if (!customElements.get('warmlead-chat')) customElements.define('warmlead-chat', WarmleadChat);

/** Makes the next chat find no conversation. */
export const withoutConversation = (): void => {
  current = null;
};

/** Frames, or as long as they take where the page is not shown and none are drawn. */
export const frames = async (count = 2): Promise<void> => {
  for (let i = 0; i < count; i++) {
    await new Promise<unknown>((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 50);
    });
  }
};

/** Waits until something is the case; the runner's own limit ends it. */
export const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await frames(1);
};

const visible = (element: Element): boolean => element.getClientRects().length > 0;

/** As a screen reader calls it. */
export const nameOf = (element: Element): string => {
  const root = element.getRootNode() as ShadowRoot;
  const by = element.getAttribute('aria-labelledby');
  const labels = (element as HTMLInputElement).labels ?? [];
  return (
    (by
      ? by
          .split(' ')
          .map((id) => root.getElementById(id)?.textContent ?? '')
          .join(' ')
      : (element.getAttribute('aria-label') ??
        ([...labels].map((l) => l.textContent).join(' ') || element.textContent))
    )
      ?.replace(/\s+/g, ' ')
      .trim() ?? ''
  );
};

export const openChat = async (options: DriverOptions): Promise<Driver> => {
  const conversation = fakeConversation({ ...options, playbook: options.playbook });
  current = conversation;
  const chat = document.createElement('warmlead-chat');
  const announced: string[] = [];
  const events = new Map<string, Event[]>();
  const hear = (event: Event) => events.set(event.type, [...(events.get(event.type) ?? []), event]);
  const names = [
    'ready',
    'open',
    'close',
    'step',
    'answer',
    'submit',
    'stored',
    'delivered',
    'problem',
    'next-step',
    'forgotten',
  ];
  for (const name of names) chat.addEventListener(`warmlead-${name}`, hear);
  chat.mode = options.mode ?? 'floating';
  chat.playbook = options.playbook;
  for (const [name, value] of Object.entries(options.attributes ?? {})) chat.setAttribute(name, value);
  document.body.append(chat);
  const root = chat.renderRoot;
  const region = chat.querySelector('[slot=announcer]');
  if (!region) throw new Error('There is no announcer.');
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) announced.push(node.textContent ?? '');
  }).observe(region, { childList: true });

  const settled = async () => {
    await chat.updateComplete;
    await frames();
    await chat.updateComplete;
  };
  const controls = () =>
    [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=option]')].filter(
      visible,
    );
  const find = (name: string) => {
    const all = controls();
    return (
      all.findLast((control) => nameOf(control) === name) ??
      all.findLast((control) => nameOf(control).startsWith(name))
    );
  };
  const driver: Driver = {
    chat,
    root,
    conversation,
    announced,
    get launcher() {
      const launcher = root.getElementById('launcher');
      if (!launcher) throw new Error('There is no launcher.');
      return launcher;
    },
    control(name) {
      const control = find(name);
      if (!control) throw new Error(`No “${name}”. There is: ${controls().map(nameOf).join(', ')}.`);
      return control;
    },
    has: (name) => find(name) !== undefined,
    async click(name) {
      driver.control(name).click();
      await settled();
    },
    get composer() {
      const box = root.querySelector<HTMLTextAreaElement>('#composer');
      if (!box) throw new Error('There is no composer.');
      return box;
    },
    async say(text) {
      driver.composer.focus();
      driver.composer.value = text;
      driver.composer.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      driver.composer.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
      );
      await settled();
    },
    get focused() {
      const active = root.activeElement ?? document.activeElement;
      return !active || active === document.body || active === chat ? 'body' : nameOf(active);
    },
    get text() {
      return (root.querySelector<HTMLElement>('.panel')?.innerText ?? '').replace(/\s+/g, ' ');
    },
    get lines() {
      return [...root.querySelectorAll<HTMLElement>('[role=log] [role=listitem]')].map((line) =>
        line.innerText.replace(/\s+/g, ' ').trim(),
      );
    },
    settled,
    events: (name) => events.get(`warmlead-${name}`) ?? [],
  };
  if (options.closed) return driver;
  if (chat.mode === 'floating') chat.show({ focus: true });
  await chat.begin();
  // The second half comes after the first question was painted.
  await until(() => root.adoptedStyleSheets.length > 3);
  await settled();
  return driver;
};

export const closeChats = (): void => {
  for (const chat of document.querySelectorAll('warmlead-chat')) chat.remove();
};
