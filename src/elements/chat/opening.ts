/**
 * Shows and hides the panel of a floating chat. On a large screen it is a dialog beside the page, which stays
 * usable; on a small one it covers everything and is modal, sized by what the on-screen keyboard leaves.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the launcher alone shows that something is coming, before the panel opens without words. */
const PATIENCE_MS = 150;
const SMALL = '(max-width: 480px), (max-height: 420px)';

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: ShadowRoot; readonly open: boolean };

export class Opening implements ReactiveController {
  /** The panel may be seen: something stands in it, or that took too long. */
  isDue = false;
  readonly #host: Host;
  readonly #left: () => void;
  readonly #small = matchMedia(SMALL);
  #isWaiting = false;

  /** `left`: the browser's own way out was used (Escape, Android's back). */
  constructor(host: Host, left: () => void) {
    this.#host = host;
    this.#left = left;
    host.addController(this);
  }

  get dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Before an open chat is drawn. As long as nothing is `ready` the panel waits a little, to be laid out only once. */
  expect(ready: boolean): void {
    this.isDue ||= ready;
    if (this.isDue || this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.isDue = true;
      this.#host.requestUpdate();
    }, PATIENCE_MS);
  }

  hostConnected(): void {
    this.#small.addEventListener('change', this.#place);
    visualViewport?.addEventListener('resize', this.#fit);
    visualViewport?.addEventListener('scroll', this.#fit);
  }

  hostDisconnected(): void {
    this.#small.removeEventListener('change', this.#place);
    visualViewport?.removeEventListener('resize', this.#fit);
    visualViewport?.removeEventListener('scroll', this.#fit);
  }

  hostUpdated(): void {
    this.#place();
  }

  readonly cancelled = (event: Event): void => {
    event.preventDefault();
    this.#left();
  };

  /** Also after our own closing, when nothing is left to do. */
  readonly closed = (): void => {
    if (this.#host.open && !this.dialog?.open) this.#left();
  };

  readonly #place = (): void => {
    const { dialog } = this;
    if (!dialog) return;
    const modal = this.#small.matches;
    if (dialog.open && (!this.#host.open || dialog.matches(':modal') !== modal)) dialog.close();
    if (!this.#host.open || !this.isDue || dialog.open) return;
    // The announcer must be inside what is modal: everything beside it is silent.
    const slot = this.#host.renderRoot.querySelector('slot[name=announcer]');
    if (slot) (modal ? dialog : this.#host.renderRoot).append(slot);
    this.#fit();
    if (modal) dialog.showModal();
    // Not show(): that would take the focus, and who opened it decides on that.
    else dialog.setAttribute('open', '');
  };

  readonly #fit = (): void => {
    const view = visualViewport;
    const { dialog } = this;
    if (!view || !dialog || !this.#host.open || !this.#small.matches) return;
    dialog.style.setProperty('--_top', `${view.offsetTop}px`);
    dialog.style.setProperty('--_height', `${view.height}px`);
  };
}
