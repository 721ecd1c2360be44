/** The chat's line to its conversation: has it composed, listens, and tells the page what happened. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Conversation, ConversationView } from '../../conversation/contract.js';
import type { Opened } from '../../flow/log.js';
import type { Playbook } from '../../playbook/schema.js';
import { en, textsFor, usableLocale, type FirstTexts } from '../../locales/index.js';
import { adopt } from '../css.js';
import { eventOf, WarmleadEvent } from '../events.js';
import type { Later, Returning } from '../panel/panel.js';
import { afterPaint } from './after-paint.js';
import type { ChatAttributes } from './chat-attributes.js';

/** What a chat knows when its conversation is composed. */
export interface ChatOptions {
  /** The playbook, its address, or its text as JSON. */
  readonly playbook: Playbook | object | string;
  /** Tells several chats over one playbook apart; empty for the only one. */
  readonly name: string;
  /** Language wished for, BCP 47; empty: the playbook's own. */
  readonly locale: string;
  /** Where the visit began, as long as the script tag saw it; empty when unknown. */
  readonly landing: string;
  /** How the panel came to be opened; left out where nobody knows. */
  readonly opened: Opened | undefined;
  /** A trial: leads say so. */
  readonly test: boolean;
  /** Itself, for what is measured of it. */
  readonly chat: ChatAttributes;
}

/** Makes a conversation. Rejects with `{code}` when the playbook cannot be had. */
export type Compose = (options: ChatOptions) => Conversation | Promise<Conversation>;

/** How often the second half is fetched before the company's own contact is shown, until something happens. */
const TRIES = 2;

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ShadowRoot };

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' && code !== '' ? code : 'chat.unavailable';
};

export class Connection implements ReactiveController {
  /** Null until it can be drawn: begun, read, and its language there. */
  conversation: Conversation | null = null;
  /** The first half of the texts; all of them once the second half of the chat is there. */
  texts: FirstTexts = en;
  locale = 'en';
  failed = false;
  later: Later | null | false = null;
  returning: Returning | null = null;
  readonly #host: Host;
  #beginning: Promise<Conversation> | null = null;
  #stops: (() => void)[] = [];
  #run = 0;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get view(): ConversationView | null {
    return this.conversation?.view ?? null;
  }

  /** The conversation, composed when it is first asked for; after a failure the next call tries again. */
  begin(compose: Compose | undefined, chat: ChatAttributes): Promise<Conversation> {
    const { playbook, name, locale, landing, opened, isTest: test } = chat;
    const options = { playbook, name, locale, landing, opened, test, chat };
    return (this.#beginning ??= this.#begin(this.#run, compose, options).catch((error: unknown) => {
      this.#beginning = null;
      this.failed = true;
      this.#host.dispatchEvent(new WarmleadEvent('problem', { code: codeOf(error) }));
      this.#host.requestUpdate();
      throw error;
    }));
  }

  /** A chat that is only moved within the page goes on; one that was taken out ends. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  async #begin(run: number, compose: Compose | undefined, options: ChatOptions): Promise<Conversation> {
    if (!compose || !options.playbook)
      throw Object.assign(new Error('There is no playbook.'), { code: 'playbook.missing' });
    const conversation = await compose(options);
    this.#stops.push(
      conversation.onFact((fact) => this.#host.dispatchEvent(eventOf(fact))),
      () => conversation.stop(),
    );
    if (conversation.view.phase === 'restoring') await conversation.ready;
    const locale = usableLocale(conversation.locale);
    const texts = (await textsFor(locale)) ?? en;
    // Taken out of the page meanwhile.
    if (run !== this.#run) {
      conversation.stop();
      return conversation;
    }
    Object.assign(this, { texts, locale, conversation, failed: false });
    this.#stops.push(
      conversation.subscribe(() => {
        // What happens in the conversation needs it.
        if (this.later === false) this.#loadLater(1);
        this.#host.requestUpdate();
      }),
    );
    this.#host.requestUpdate();
    afterPaint(() => this.#loadLater(TRIES));
    const { id, version = '' } = conversation.playbook;
    const { resumed } = conversation.view;
    this.#host.dispatchEvent(new WarmleadEvent('ready', { playbook: id, version, resumed }));
    return conversation;
  }

  #loadLater(tries: number): void {
    import('../later.js').then(
      (later) => {
        this.later = later;
        this.texts = { ...later.enLater, ...this.texts };
        adopt(this.#host.renderRoot, later.laterCss);
        this.#loadReturning();
        this.#host.requestUpdate();
      },
      () => {
        if (tries > 1) return this.#loadLater(tries - 1);
        if (this.later === null)
          this.#host.dispatchEvent(new WarmleadEvent('problem', { code: 'chat.chunk-failed' }));
        this.later = false;
        this.#host.requestUpdate();
      },
    );
  }

  /** What cannot be fetched is left out: the conversation goes on without it. */
  #loadReturning(): void {
    const { view } = this;
    if (!view?.receipt && !view?.questionsChanged) return;
    import('../returning/returning.js').then(
      (returning) => {
        this.returning = returning;
        adopt(this.#host.renderRoot, returning.returningCss);
        this.#host.requestUpdate();
      },
      () => {},
    );
  }

  #stop(): void {
    this.#run += 1;
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
    this.#beginning = null;
    this.conversation = null;
  }
}
