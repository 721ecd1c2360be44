/**
 * The box that is always there: for answers that are typed, and for an own answer or a question beside every
 * other input. Holds the draft; what was typed leaves only on sending.
 */
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { live } from 'lit/directives/live.js';
import { plainText } from '../../flow/rich-text.js';
import { icon } from '../icon.js';
import { isWaiting, type Scene } from '../scene.js';

type Box = HTMLTextAreaElement | HTMLInputElement;

/** Which keyboard comes up and what the browser may fill in. */
const MODES: { readonly [kind: string]: { readonly mode: string; readonly fills: string } } = {
  number: { mode: 'decimal', fills: 'off' },
  email: { mode: 'email', fills: 'email' },
  phone: { mode: 'tel', fills: 'tel' },
  url: { mode: 'url', fills: 'url' },
};

/** Enter ends a word in an input method; some browsers tell it only by the old key code. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

// Imported on a server too, where there is no CSS.
type Host = ReactiveControllerHost & { readonly renderRoot: ShadowRoot };

export class Composer implements ReactiveController {
  /** What stands in the box. */
  draft = '';
  readonly #host: Host;
  readonly #send: (text: string) => void;
  #key = '';
  /** What was sent last. */
  #sent = '';
  #rejection: Scene['view']['rejection'] = null;
  /** An answer is on its way: what is typed meanwhile stays in the box. */
  #isWaiting = false;

  constructor(host: Host, send: (text: string) => void) {
    this.#host = host;
    this.#send = send;
    host.addController(this);
  }

  get box(): Box | null {
    return this.#host.renderRoot.getElementById('composer') as Box | null;
  }

  /** Before another question is drawn: offers what was answered before, and keeps what was begun. */
  follow(scene: Scene): void {
    const { asked, view } = scene;
    const { rejection } = view;
    this.#isWaiting = isWaiting(scene);
    this.draft = this.box?.value ?? this.draft;
    if (rejection !== this.#rejection && rejection?.raw === this.#sent) this.#giveBack(this.#sent);
    this.#rejection = rejection;
    if (asked?.key === this.#key) return;
    this.#key = asked?.key ?? '';
    if (asked?.typed && (asked.of !== null || this.draft === '')) this.draft = String(asked.prior ?? '');
  }

  /** After a refusal: what was refused stands in the box again. */
  #giveBack(text: string): void {
    const { box } = this;
    if (this.draft !== '' || box?.value) return;
    this.draft = text;
    if (box) box.value = text;
  }

  hostUpdated(): void {
    const { box } = this;
    if (!box || box.localName !== 'textarea' || CSS.supports('field-sizing', 'content')) return;
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight}px`;
  }

  render(scene: Scene, wrong: boolean): TemplateResult {
    const { asked, texts, view } = scene;
    const typed = asked?.typed ? asked : null;
    const { mode, fills } = MODES[typed?.kind ?? ''] ?? { mode: nothing, fills: 'off' };
    const unit = typed?.step.currency ?? typed?.step.unit;
    const placeholder = typed
      ? (typed.step.placeholder ?? `${texts.typeAnswer}${unit ? ` (${unit})` : ''}`)
      : view.phase === 'ended'
        ? texts.typeQuestion
        : texts.typeOr;
    const name = typed ? plainText(typed.question) : texts.composer;
    const oneLine = /email|phone|url/.test(typed?.kind ?? '');
    const described = wrong ? 'error' : nothing;
    return html`<form
      class="composer ${this.draft.trim() ? 'filled' : ''}"
      part="composer"
      @submit=${this.#submit}
      novalidate
    >
      ${
        oneLine
          ? html`<input
              id="composer"
              class="box"
              part="input"
              name=${fills}
              autocomplete=${fills}
              inputmode=${mode}
              enterkeyhint="send"
              dir=${this.draft ? 'ltr' : nothing}
              maxlength="4000"
              placeholder=${placeholder}
              aria-label=${name}
              aria-describedby=${described}
              aria-invalid=${wrong}
              .value=${live(this.draft)}
              @input=${this.#input}
              @keydown=${this.#keydown}
            />`
          : html`<textarea
              id="composer"
              class="box"
              part="input"
              rows="1"
              autocomplete="off"
              inputmode=${mode}
              enterkeyhint="send"
              dir=${this.draft ? 'auto' : nothing}
              maxlength="4000"
              placeholder=${placeholder}
              aria-label=${name}
              aria-describedby=${described}
              aria-invalid=${wrong}
              .value=${live(this.draft)}
              @input=${this.#input}
              @keydown=${this.#keydown}
            ></textarea>`
      }
      ${
        this.draft.trim()
          ? html`<button type="submit" class="send" part="send-button" aria-label=${texts.send}>
              ${icon('send')}
            </button>`
          : nothing
      }
    </form>`;
  }

  readonly #input = () => {
    this.draft = this.box?.value ?? '';
    this.#host.requestUpdate();
  };

  readonly #keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    if (!event.repeat) this.#submit(event);
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    // Browsers fill in without telling, so the box is asked.
    const text = (this.box?.value ?? '').trim();
    if (text === '' || this.#isWaiting) return;
    this.draft = '';
    this.#sent = text;
    if (this.box) this.box.value = '';
    this.#send(text);
    this.#host.requestUpdate();
  };
}
