/**
 * What happens before anybody asked for anything: one button, nothing fetched, nothing stored. The
 * conversation is loaded on intent (a click, a call, an inline chat that comes into view), or when idle on
 * a device that already keeps something of an earlier conversation.
 */
import { buildLauncher } from '../elements/launcher/launcher.js';
import { pageMatches } from '../arrival/page-matches.js';
import type { ConversationCall, CallResult } from './global.js';
import { installGlobal } from './global.js';
import { hostIsSound } from './host-probe.js';
import { offerContact } from './contact-fallback.js';
import { optionsFromObject, optionsFromTag, type Options } from './options.js';

/** What the lazily loaded half offers. */
export interface Talk {
  call(chat: HTMLElement, name: ConversationCall, args: readonly unknown[]): Promise<CallResult>;
  /** Sends what an earlier page left behind. */
  resumeOutbox(): void;
}
/** What a chat element can do once it is defined. */
interface Chat extends HTMLElement {
  playbook?: string | object;
  landing?: string;
  readonly open: boolean;
  show(options?: { focus: boolean }): void;
  hide(): void;
}

const MARKER = 'warmlead';
const OPEN_FLAG = 'warmlead:open';
/** Attributes of the element that are options of the tag under the same name. */
const PASSED_ON = [
  'name',
  'locale',
  'accent',
  'side',
  'scheme',
  'label',
  'offset',
  'fallback-email',
  'fallback-phone',
  'fallback-url',
] as const;

const storage = (name: 'localStorage' | 'sessionStorage'): Storage | null => {
  try {
    return window[name];
  } catch {
    return null;
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
      '[warmlead] host.unsupported: another script changed Object.prototype, Array.prototype or Array.from, so the chat is not loaded. Remove that script (often an old Prototype.js or MooTools); until then visitors get your contact link.',
    );
  }

  const talk = (): Promise<Talk> => {
    if (!sound) return Promise.reject(new Error('host.unsupported'));
    loading ??= load(options, attempt++).catch((error: unknown) => {
      loading = null;
      if (attempt === 1)
        console.warn(
          '[warmlead] embed.chunk-failed: a file beside the script could not be loaded. Check that the whole folder was uploaded and that the page may load scripts from there.',
        );
      throw error;
    });
    return loading;
  };

  const create = () => {
    const inline = document.querySelector('script[type="application/json"][data-warmlead]');
    const playbook = options.playbook ?? inline?.textContent ?? '';
    const excluded = (options.exclude ?? '')
      .split(/[\s,]+/)
      .some((pattern) => pattern && pageMatches(pattern, location.pathname));
    if (floating || !playbook || excluded) return;
    const chat = document.createElement('warmlead-chat') as Chat;
    for (const name of PASSED_ON) {
      const value = options[name];
      if (value) chat.setAttribute(name, value);
    }
    chat.setAttribute('mode', 'floating');
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
    const button = chat.shadowRoot?.querySelector('button');
    button?.setAttribute('aria-busy', 'true');
    try {
      await talk();
      await customElements.whenDefined('warmlead-chat');
      act(chat);
    } catch {
      if (button && chat === floating) offerContact(button, options);
    } finally {
      button?.removeAttribute('aria-busy');
    }
  };
  const open = () => withChat((chat) => chat.show());
  const close = () => (loading ? withChat((chat) => chat.hide()) : Promise.resolve());
  const toggle = () => withChat((chat) => (chat.open ? chat.hide() : chat.show()));

  const seen = new WeakSet<Element>();
  /** Chats that the page's author placed are loaded when they come into view. */
  const adopt = () => {
    const coming = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        coming.unobserve(entry.target);
        (entry.target as Chat).landing = landing;
        void talk().catch(() => {});
      }
    });
    for (const chat of document.querySelectorAll('warmlead-chat')) {
      if (chat === floating || seen.has(chat)) continue;
      seen.add(chat);
      coming.observe(chat);
    }
  };

  const start = () => {
    create();
    adopt();
    if (!document.querySelector('warmlead-chat')) return;
    if (!storage('localStorage')?.getItem(MARKER)) return;
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    idle(() => {
      void talk().then(
        (loaded) => {
          loaded.resumeOutbox();
          if (floating && storage('sessionStorage')?.getItem(OPEN_FLAG)) floating.show({ focus: false });
        },
        () => {},
      );
    });
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
    async call(name: ConversationCall, args: readonly unknown[]): Promise<CallResult> {
      await started;
      create();
      const chat = floating ?? document.querySelector<HTMLElement>('warmlead-chat');
      if (!chat) return { ok: false, code: 'embed.no-chat' };
      try {
        return await (await talk()).call(chat, name, args);
      } catch {
        return { ok: false, code: 'embed.chunk-failed' };
      }
    },
  };
  if (!installGlobal(version, actions)) return;
  started = new Promise<void>((resolve) => {
    const go = () => {
      start();
      resolve();
    };
    if (document.body) queueMicrotask(go);
    else document.addEventListener('DOMContentLoaded', go, { once: true });
  });
  // What was open stays open on the next page, but only where the visitor already acted.
  addEventListener('pagehide', () => {
    if (!storage('localStorage')?.getItem(MARKER)) return;
    const session = storage('sessionStorage');
    if (floating?.open) session?.setItem(OPEN_FLAG, '1');
    else session?.removeItem(OPEN_FLAG);
  });
};
