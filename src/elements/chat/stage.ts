/**
 * What the interface itself remembers (which page or menu is open, which answer is being changed) and the scene
 * made of it for the templates. What a visitor does passes through here to the conversation.
 */
import type { ReactiveControllerHost } from 'lit';
import type { ConversationEvent } from '../../conversation/contract.js';
import { isSafeHref } from '../../flow/rich-text.js';
import { askedIn, type Asked } from '../inputs/asked.js';
import type { ScrollKeeper } from '../log/scroll-keeper.js';
import type { Scene } from '../scene.js';
import type { Connection } from './connection.js';

type Host = ReactiveControllerHost & {
  readonly renderRoot: ShadowRoot;
  readonly playbook: unknown;
  readonly mode: string;
  readonly isTest: boolean;
  hide(): void;
};

const CLOSED = { page: null, menuOpen: false, whyOpen: false, allProducts: false, copied: false } as const;
type Ui = Pick<Scene, keyof typeof CLOSED>;

export class Stage {
  readonly #host: Host;
  readonly #connection: Connection;
  readonly #scroll: ScrollKeeper;
  #ui: Ui = CLOSED;
  #changing: number | null = null;
  #time: Scene['time'] | null = null;

  constructor(host: Host, connection: Connection, scroll: ScrollKeeper) {
    this.#host = host;
    this.#connection = connection;
    this.#scroll = scroll;
  }

  /** What is to be drawn now; null as long as there is no conversation. */
  scene(): Scene | null {
    const { conversation, texts, locale } = this.#connection;
    if (!conversation) return null;
    const { view, playbook } = conversation;
    const asked = askedIn(view, playbook, this.#changing);
    const give = (raw: string, decoyFilled?: boolean) => {
      if (asked) this.#give(asked, raw, decoyFilled);
    };
    const { isTest } = this.#host;
    return { ...this.#ui, ...this.#acts, texts, locale, playbook, view, asked, give, isTest };
  }

  /** Something typed into the composer. */
  type(text: string): void {
    const scene = this.scene();
    if (scene && scene.asked?.of != null) scene.give(text);
    else this.#acts.send({ type: 'visitor.typed', text });
  }

  /** One step back: the menu, the page, the answer that is being changed, then the panel. */
  escape(): void {
    const { menuOpen, page } = this.#ui;
    if (menuOpen) this.#acts.toggle('menuOpen');
    else if (page) this.#acts.show(null);
    else if (this.#changing !== null) this.#acts.change(null);
    else if (this.#host.mode === 'floating') this.#host.hide();
  }

  /** A click anywhere in the panel: on the way to change an answer, or beside the open menu, which closes it. */
  readonly clicked = (event: Event): void => {
    const { target } = event;
    const change = target instanceof HTMLElement ? target.dataset['change'] : undefined;
    if (change) this.#acts.change(Number(change));
    const isAtMenu = (at: EventTarget) => at instanceof Element && at.matches('.menu, #more');
    if (this.#ui.menuOpen && !event.composedPath().some(isAtMenu)) this.#acts.toggle('menuOpen');
  };

  /** Another question is drawn: its reason is folded away again. */
  turn(): void {
    if (this.#ui.whyOpen) this.#set({ whyOpen: false });
  }

  /** Answers the question that a control belonged to; a late click on one that is gone answers nothing. */
  #give({ key, of, step }: Asked, raw: string, decoyFilled = false): void {
    const { conversation } = this.#connection;
    if (!conversation) return;
    if (askedIn(conversation.view, conversation.playbook, this.#changing)?.key !== key) return;
    const before = conversation.view.rejection;
    this.#acts.send(
      of === null
        ? { type: 'visitor.answered', step: step.id, raw, ...(decoyFilled && { decoyFilled }) }
        : { type: 'visitor.corrected', of, raw },
    );
    const { rejection } = conversation.view;
    if (this.#changing !== null && (rejection === null || rejection === before)) this.#acts.change(null);
  }

  #set(change: Partial<Ui>): void {
    this.#ui = { ...this.#ui, ...change };
    this.#host.requestUpdate();
  }

  readonly #acts: Pick<Scene, 'href' | 'time' | 'send' | 'change' | 'show' | 'toggle' | 'copy'> = {
    href: (url) => {
      if (!url || !isSafeHref(url)) return undefined;
      const { playbook } = this.#host;
      const isAddress = typeof playbook === 'string' && !/^\s*\{/.test(playbook);
      try {
        return new URL(url, new URL(isAddress ? playbook : '', document.baseURI)).href;
      } catch {
        return undefined;
      }
    },
    time: (at) => {
      const { later, locale } = this.#connection;
      return later ? (this.#time ??= later.timeIn(locale))(at) : '';
    },
    send: (event: ConversationEvent) => {
      this.#scroll.follow();
      if (/restarted|withdrew|disowned/.test(event.type)) this.#changing = null;
      this.#connection.conversation?.send(event);
    },
    change: (of) => {
      this.#changing = of;
      this.#scroll.follow();
      this.#set({ menuOpen: false, page: null });
    },
    show: (page) => this.#set({ page, menuOpen: false }),
    toggle: (what) => this.#set({ [what]: !this.#ui[what] }),
    copy: (text) => {
      const { later } = this.#connection;
      if (later) void later.copyText(text, this.#host.renderRoot).then((copied) => this.#set({ copied }));
    },
  };
}
