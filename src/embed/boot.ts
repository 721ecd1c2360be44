/**
 * What happens before anybody asked for anything: one button, nothing fetched, nothing stored. The
 * conversation is loaded on intent (a click, a call, an inline chat that comes into view), or when idle on
 * a device that already keeps something of an earlier conversation.
 */
import { drawLauncher } from '../elements/launcher/launcher.js';
import { offerContact } from './contact-fallback.js';
import { installGlobal, versionHere, warn, type CallResult, type ConversationCall } from './global.js';
import { hostIsSound } from './host-probe.js';
import { optionsFrom, optionsFromTag, wantsTriggers, type Options } from './options.js';
import { TRIAL } from './trial.js';

/** What the lazily loaded half offers. */
export interface Talk {
  call(chat: HTMLElement, name: ConversationCall, args: readonly unknown[]): Promise<CallResult>;
  /**
   * Sends what an earlier page left behind, shows a panel that was open there, and what a trial shows its owner:
   * also where there is no chat.
   */
  resume(floating: HTMLElement | null, options: Options): void;
}
/** What a chat element can do once it is defined. */
interface Chat extends HTMLElement {
  playbook?: string | object;
  landing?: string;
  storage?: string | undefined;
  show(showing?: object): void;
  hide(): void;
  toggle(): void;
}

/** `/careers*`: a star stands for anything, and a slash at the end makes no difference. */
const isHere = (pattern: string): boolean =>
  new RegExp(`^${pattern.replace(/[^*\w]/g, '\\$&').replaceAll('*', '.*')}/?$`).test(location.pathname);

/** Starts Warmlead on this page. `load` brings the conversation; it is asked again after a failure. */
export const boot = (
  script: HTMLScriptElement | null,
  load: (options: Options, attempt: number) => Promise<Talk>,
  version: string,
): void => {
  if (versionHere()) return warn('embed.twice: remove one.');
  const landing = location.href;
  const sound = hostIsSound();
  let options = optionsFrom(
    (window as { WarmleadOptions?: unknown }).WarmleadOptions,
    optionsFromTag(script),
  );
  let floating: Chat | null = null;
  let loading: Promise<Talk> | null = null;
  let attempt = 0;
  /** The owner tries something out. */
  let trial: unknown;
  /** Puts the company's contact in the place of the floating chat's button. */
  let giveUp = () => {};

  const talk = (): Promise<Talk> =>
    (loading ??= (sound ? load(options, attempt++) : Promise.reject()).catch((error: unknown) => {
      loading = null;
      if (attempt === 1) warn('embed.chunk-failed: is chunks/ beside the script?');
      throw error;
    }));

  const chats = () => document.querySelectorAll<Chat>('warmlead-chat');
  /** Chats that the page's author placed are loaded when they come into view. */
  const coming = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) talk().catch(() => {});
  });

  const create = () => {
    const inline = document.querySelector('script[type$=json][data-warmlead]');
    const playbook = options.playbook ?? inline?.textContent;
    if (floating || !playbook) return;
    const chat = document.createElement('warmlead-chat') as Chat;
    for (const [name, value] of Object.entries({ ...options, playbook: '', mode: 'floating' }))
      chat.setAttribute(name, value);
    chat.playbook = playbook;
    const button = drawLauncher(chat, chat.attachShadow({ mode: 'open' }), options);
    button.addEventListener('click', toggle);
    giveUp = () => offerContact(button, options);
    if (!sound) giveUp();
    floating = chat;
    document.body.append(chat);
    performance.mark('warmlead:launcher');
  };
  /** The chat of the calls: the floating one, else the first that the page's author placed. */
  const place = (): Chat | undefined => {
    if ((options.preview && !trial) || options.exclude?.match(/[^\s,]+/g)?.some(isHere)) return;
    create();
    for (const chat of chats()) {
      chat.landing = landing;
      chat.storage = options.storage;
      if (chat !== floating) coming.observe(chat);
    }
    return floating ?? chats()[0];
  };

  const withChat = async (act: (chat: Chat, loaded: Talk) => unknown): Promise<unknown> => {
    await started;
    const chat = place();
    if (!chat) return { ok: false, code: 'embed.no-chat' };
    try {
      return await act(chat, await talk());
    } catch {
      if (!loading) giveUp();
      return { ok: false, code: 'embed.chunk-failed' };
    }
  };
  const toggle = () => withChat((chat) => chat.toggle());

  const actions = {
    open: (by?: unknown) => withChat((chat) => chat.show({ by })),
    close: () => loading && withChat((chat) => chat.hide()),
    toggle,
    init(given: Options) {
      options = optionsFrom(options, given);
      place();
    },
    destroy() {
      for (const chat of chats()) chat.remove();
      floating = null;
      delete (window as { Warmlead?: unknown }).Warmlead;
    },
    ready: () => started,
  };
  const resume = () => {
    talk().then(
      (loaded) => loaded.resume(floating, options),
      () => {},
    );
  };
  const start = () => {
    if (!sound) warn('host.unsupported: Object changed.');
    let kept;
    try {
      // In the address anything but "off", or a link to the open chat; or what `trial.ts` noted earlier in this tab.
      trial = /warmlead=[^o]|#warmlead/.test(location.href) || sessionStorage[TRIAL];
      // The marker: an earlier page kept something on this device.
      kept = localStorage['warmlead'];
    } catch {
      // Blocked storage keeps nothing.
    }
    if ((place() && (kept || wantsTriggers(options) || options.events)) || trial)
      (window.requestIdleCallback ?? setTimeout)(resume);
  };
  const started = new Promise<unknown>((next) =>
    document.body ? next(0) : addEventListener('DOMContentLoaded', next),
  ).then(start);
  // Links that open the chat; where there is none they lead where they say.
  addEventListener('click', (event) => {
    if (!(event.target as Element).closest?.('[data-warmlead-open],[href$="#warmlead"]') || !place()) return;
    event.preventDefault();
    void actions.open('link');
  });
  installGlobal(version, actions, (name, args) => withChat((chat, { call }) => call(chat, name, args)));
};
