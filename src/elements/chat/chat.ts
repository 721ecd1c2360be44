/**
 * The chat. Draws a conversation and passes on what the visitor does; decides nothing about either. Where the
 * script tag was here before, it takes over the launcher that stands in its shadow root.
 */
import { nothing, type PropertyValues } from 'lit';
import type { Conversation } from '../../conversation/contract.js';
import { fill } from '../../locales/index.js';
import { Composer, isComposing } from '../composer/composer.js';
import { adopt } from '../css.js';
import { WarmleadEvent } from '../events.js';
import { buildLauncher, showOpen, type LauncherParts } from '../launcher/launcher.js';
import { blocksOf, type Block } from '../log/blocks.js';
import { ScrollKeeper } from '../log/scroll-keeper.js';
import { frame } from '../panel/frame.js';
import { panelCss } from '../panel/panel.css.js';
import { full } from '../panel/panel.js';
import { isWaiting, type Scene } from '../scene.js';
import type { Usher } from '../usher/usher.js';
import { afterPaint } from './after-paint.js';
import { ChatAttributes, openedBy, type Showing } from './chat-attributes.js';
import { Connection, type Compose } from './connection.js';
import { keepKeys } from './keep-keys.js';
import { Opening } from './opening.js';
import { PendingFocus } from './pending-focus.js';
import { Stage } from './stage.js';
import { Tint } from './tint.js';

export type { ChatOptions, Compose } from './connection.js';

/**
 * @summary An inside-sales chat: floating in a corner, inside a page, or as a page of its own.
 * @event {WarmleadReadyEvent} warmlead-ready - The conversation can be led.
 * @event {WarmleadOpenEvent} warmlead-open - The panel was opened.
 * @event {WarmleadCloseEvent} warmlead-close - The panel was closed.
 * @event {WarmleadStepEvent} warmlead-step - A question is asked.
 * @event {WarmleadAnswerEvent} warmlead-answer - A question was answered.
 * @event {WarmleadQuestionEvent} warmlead-question - The visitor asked something.
 * @event {WarmleadObjectionEvent} warmlead-objection - The visitor objected to something.
 * @event {WarmleadExposureEvent} warmlead-exposure - The visitor is shown a variant of an experiment.
 * @event {WarmleadSubmitEvent} warmlead-submit - The visitor sent.
 * @event {WarmleadStoredEvent} warmlead-stored - The lead is kept and will be sent.
 * @event {WarmleadDeliveredEvent} warmlead-delivered - The destination has the lead.
 * @event {WarmleadProblemEvent} warmlead-problem - Something is wrong; the code says what.
 * @event {WarmleadNextStepEvent} warmlead-next-step - The visitor chose a next step.
 * @event {WarmleadForgottenEvent} warmlead-forgotten - The visitor had everything erased.
 * @csspart launcher - The button that opens the chat.
 * @csspart panel - The panel; in it `header`, `title`, `test-badge`, `close-button`, `progress`, `log`, `ask`, `footer`.
 * @csspart message - A line; in it `assistant-message` or `visitor-message`.
 * @csspart options - The answers to choose from; each is an `option`; also `skip-button`, `continue-button`.
 * @csspart composer - The box that is always there; `input` is every text box, `send-button` every sending button.
 * @csspart contact-card - The card that asks how to reach somebody; also `notice-text`.
 * @csspart review-card - The answers before they are sent.
 * @csspart product-card - A product that fits.
 * @csspart ending - The end; in it `summary`, `offer`, `handover`.
 * @csspart returning - What a visitor who came back is told.
 * @csspart menu - The menu; its items open a `page`.
 * @csspart notice - What is said when the chat cannot go on; in it `contact`.
 * @csspart new-message - What tells of a line out of sight.
 * @cssproperty [--warmlead-accent=#0f766e] - The one colour; every other follows from it.
 * @cssproperty [--warmlead-font=system-ui, sans-serif] - The font.
 * @cssproperty [--warmlead-width=400px] - Width of the floating panel.
 * @cssproperty [--warmlead-height=680px] - Greatest height of the floating panel.
 * @cssproperty [--warmlead-radius=16px] - Roundness of the panel's corners.
 */
export class WarmleadChat extends ChatAttributes {
  /** Makes the conversation; set by `define.ts`. */
  static compose: Compose | undefined;
  /** Hears what the page says on storing; set by `define.ts`. */
  static hostSaid: ((word: string) => void) | undefined;

  declare readonly renderRoot: ShadowRoot;

  readonly #connection = new Connection(this);
  // Before what measures in the panel: it must be open by then.
  readonly #opening = new Opening(this, () => this.#stage.escape());
  readonly #scroll = new ScrollKeeper(this);
  readonly #stage = new Stage(this, this.#connection, this.#scroll);
  readonly #composer = new Composer(this, (text) => this.#stage.type(text));
  #launcher: LauncherParts | null = null;
  #tint: Tint | null = null;
  #usher: Usher | null = null;
  #blocks: readonly Block[] = [];
  #scene: Scene | null = null;
  #asked = '';
  readonly #focus = new PendingFocus();
  #wasOpened = false;
  #isShown = false;

  constructor() {
    super();
    keepKeys(this);
    this.addEventListener('keydown', this.#handleKeydown);
  }

  /** The conversation once it can be led, else null. */
  get conversation(): Conversation | null {
    return this.#connection.conversation;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.mode !== 'floating') this.begin().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#usher?.stop();
  }

  /** Shows a floating panel. The focus goes into it when a visitor asked for it, or with `focus`. */
  show(showing: Showing = {}): void {
    this.byVisitor = showing.focus ?? navigator.userActivation?.isActive ?? true;
    this.opened ??= openedBy(showing);
    this.open = true;
  }

  /** Hides a floating panel. The focus goes back to the launcher if it was inside. */
  hide(): void {
    this.byVisitor = this.renderRoot.activeElement !== null;
    this.open = false;
  }

  toggle(): void {
    if (this.open) this.hide();
    else this.show({ by: 'visitor' });
  }

  /** The conversation, having it made when nobody did before. Rejects with `{code}` when it cannot be had. */
  begin(): Promise<Conversation> {
    return this.#connection.begin(WarmleadChat.compose, this);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const isOurs = !root.querySelector('#launcher');
    this.#launcher = buildLauncher(this, root, this);
    if (isOurs) this.#launcher.button.addEventListener('click', () => this.toggle());
    adopt(root, panelCss);
    this.#tint = new Tint(this, root);
    this.renderOptions.renderBefore ??= root.firstChild;
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { accent, offset, open } = this;
    const { failed, later } = this.#connection;
    if (changed.has('storage')) WarmleadChat.hostSaid?.(this.storage);
    if (changed.has('open') && open) {
      this.begin().catch(() => {});
      this.#scroll.follow();
    }
    const scene = (this.#scene = this.#stage.scene());
    this.#wasOpened ||= open;
    if (open) this.#opening.expect(scene !== null || failed);
    const look = scene?.playbook.look;
    this.#tint?.apply({ accent, offset, playbookAccent: look?.accent ?? '', later });
    if (!scene) return;
    this.side ??= look?.side;
    this.scheme ??= look?.scheme;
    const { turns } = scene.view.fold;
    this.#blocks = blocksOf(turns, this.#blocks);
    this.#composer.follow(scene);
    this.#scroll.expect(turns.at(-1)?.key ?? '');
    if (later && this.#launcher) this.#usher ??= new later.Usher(this.renderRoot, this.#launcher.announcer);
    this.#usher?.before();
    // An answer that has to wait takes its control away before anybody attends to the focus.
    const had = this.renderRoot.activeElement;
    if (isWaiting(scene) && had?.closest('#ask')) this.#focus.isDue = true;
  }

  protected override render(): unknown {
    const isFloating = this.mode === 'floating';
    if (isFloating && !this.#wasOpened) return nothing;
    const { texts, locale, later, returning, failed } = this.#connection;
    const company = this.#scene?.playbook.company;
    return frame({
      texts,
      locale,
      later,
      returning,
      failed,
      scene: this.#scene,
      blocks: this.#blocks,
      composer: this.#composer,
      scroll: this.#scroll,
      root: this.renderRoot,
      opening: isFloating ? this.#opening : null,
      close: () => this.hide(),
      clicked: this.#clicked,
      ways: {
        phone: company?.phone ?? this.fallbackPhone,
        email: company?.email ?? this.fallbackEmail,
        page: this.fallbackUrl,
      },
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const scene = this.#scene;
    const { open } = this;
    const isFloating = this.mode === 'floating';
    const { isDue } = this.#opening;
    if (this.#launcher) {
      const { button } = this.#launcher;
      showOpen(
        button,
        open,
        scene && !this.label ? fill(scene.texts.chatWith, { company: scene.playbook.company.name }) : '',
      );
      button.ariaBusy = String(isFloating && open && !isDue);
    }
    if (changed.has('open') && (open || changed.get('open'))) this.#toggled();
    const isShown = open && isDue;
    if (isShown && !this.#isShown) afterPaint(() => performance.mark('warmlead:opened'));
    this.#isShown = isShown;
    if (isShown) this.#focus.give(this.renderRoot, !scene || isWaiting(scene), this.#composer.draft !== '');
    if (!scene) return;
    this.#usher?.after(full(scene), open || !isFloating);
    const asked = scene.asked?.key ?? '';
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#stage.turn();
    if (asked) afterPaint(() => performance.mark('warmlead:question'));
  }

  #toggled(): void {
    const { byVisitor } = this;
    if (this.open) this.#focus.isDue = byVisitor;
    else if (byVisitor) this.#launcher?.button.focus({ preventScroll: true });
    this.dispatchEvent(new WarmleadEvent(this.open ? 'open' : 'close', { byVisitor }));
  }

  readonly #clicked = (event: Event): void => {
    this.#usher?.clicked(event);
    this.#stage.clicked(event);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    this.#stage.escape();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'warmlead-chat': WarmleadChat;
  }
}
