/**
 * What happens before anybody asked for anything: one button, nothing fetched, nothing stored. The
 * conversation is loaded on intent (a click, a call, an inline chat that comes into view), or when idle on
 * a device that already keeps something of an earlier conversation.
 */
import { buildLauncher } from '../elements/launcher/launcher.js';
import type { ConversationCall, CallResult } from './global.js';
import { installGlobal } from './global.js';
import { hostIsSound } from './host-probe.js';
import { offerContact } from './contact-fallback.js';
import { optionsFromObject, optionsFromTag, type Options } from './options.js';

/** What the lazily loaded half offers. */
export interface Talk {
  call(chat: HTMLElement, name: ConversationCall, args: readonly unknown[]): Promise<CallResult>;
  /** Sends what an earlier page left behind, and shows a panel that was open there. */
  resume(floating: HTMLElement | null): void;
}
/** What a chat element can do once it is defined. */
interface Chat extends HTMLElement {
  playbook?: string | object;
  landing?: string;
  readonly open: boolean;
  show(options?: { focus: boolean }): void;
  hide(): void;
}

/** `/careers*`: a star stands for anything, and a slash at the end makes no difference. */
const isHere = (pattern: string): boolean =>
  new RegExp(`^${pattern.replace(/[^*\w]/g, '\\$&').replaceAll('*', '.*')}/?$`).test(location.pathname);

/** Whether an earlier page kept something on this device. */
const isMarked = (): boolean => {
  try {
    return localStorage.getItem('warmlead') !== null;
  } catch {
    return false;
  }
};

/** Starts Warmlead on this page. `load` brings the conversation; it is asked again after a failure. */
export const boot = (
  script: HTMLScriptElement | null,
  load: (options: Options, attempt: number) => Promise<Talk>,
  version: string,
): void => {
  const landing = location.href;
  let options: Options = {
    ...optionsFromObject((window as { WarmleadOptions?: unknown }).WarmleadOptions),
    ...optionsFromTag(script),
  };
  let floating: Chat | null = null;
  let loading: Promise<Talk> | null = null;
  let attempt = 0;
  let started = Promise.resolve();
  const sound = hostIsSound();
  if (!sound) {
    console.warn(
      '[warmlead] host.unsupported: a script of this page (an old Prototype.js or MooTools?) changed Object or Array. Remove it.',
    );
  }

  const talk = (): Promise<Talk> => {
    if (!sound) return Promise.reject(new Error('host.unsupported'));
    loading ??= load(options, attempt++).catch((error: unknown) => {
      loading = null;
      if (attempt === 1)
        console.warn(
          '[warmlead] embed.chunk-failed: the folder "chunks" beside the script is missing, or the page may not load scripts from it.',
        );
      throw error;
    });
    return loading;
  };

  const create = () => {
    const inline = document.querySelector('script[type="application/json"][data-warmlead]');
    const playbook = options.playbook ?? inline?.textContent ?? '';
    const excluded = options.exclude?.split(/[\s,]+/).some((pattern) => pattern && isHere(pattern));
    if (floating || !playbook || excluded) return;
    const chat = document.createElement('warmlead-chat') as Chat;
    for (const [name, value] of Object.entries({ ...options, playbook: '', mode: 'floating' }))
      chat.setAttribute(name, value);
    chat.playbook = playbook;
    chat.landing = landing;
    const root = chat.shadowRoot ?? chat.attachShadow({ mode: 'open' });
    const { button } = buildLauncher(chat, root, options);
    button.addEventListener('click', () => void toggle());
    floating = chat;
    document.body.append(chat);
    if (!sound) offerContact(button, options);
    performance.mark('warmlead:launcher');
  };

  const withChat = async (act: (chat: Chat) => void): Promise<void> => {
    await started;
    create();
    const chat = floating ?? document.querySelector<Chat>('warmlead-chat');
    if (!chat) return;
    try {
      await talk();
      act(chat);
    } catch {
      const button = floating?.shadowRoot?.querySelector('button');
      if (button) offerContact(button, options);
    }
  };
  const open = () => withChat((chat) => chat.show());
  const close = () => (loading ? withChat((chat) => chat.hide()) : Promise.resolve());
  const toggle = () => withChat((chat) => (chat.open ? chat.hide() : chat.show()));

  /** Chats that the page's author placed are loaded when they come into view. */
  const coming = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || target === floating) continue;
      coming.unobserve(target);
      (target as Chat).landing = landing;
      void talk().catch(() => {});
    }
  });
  const adopt = () => document.querySelectorAll('warmlead-chat').forEach((chat) => coming.observe(chat));

  const start = () => {
    create();
    adopt();
    if (!isMarked() || !document.querySelector('warmlead-chat')) return;
    const idle = window.requestIdleCallback ?? setTimeout;
    idle(
      () =>
        void talk().then(
          (loaded) => loaded.resume(floating),
          () => {},
        ),
    );
  };

  const call = async (name: ConversationCall, args: readonly unknown[]): Promise<CallResult> => {
    await started;
    create();
    const chat = floating ?? document.querySelector<HTMLElement>('warmlead-chat');
    if (!chat) return { ok: false, code: 'embed.no-chat' };
    try {
      return await (await talk()).call(chat, name, args);
    } catch {
      return { ok: false, code: 'embed.chunk-failed' };
    }
  };
  const actions = {
    open,
    close,
    toggle,
    init(given: Options) {
      options = { ...options, ...optionsFromObject(given) };
      create();
      adopt();
    },
    destroy() {
      for (const chat of document.querySelectorAll('warmlead-chat')) chat.remove();
      floating = null;
      delete (window as { Warmlead?: unknown }).Warmlead;
    },
    ready: () => started,
  };
  if (!installGlobal(version, actions, call)) return;
  started = new Promise<void>((resolve) => {
    const go = () => {
      start();
      resolve();
    };
    if (document.body) queueMicrotask(go);
    else document.addEventListener('DOMContentLoaded', go, { once: true });
  });
};
