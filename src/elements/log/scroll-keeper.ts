/** Keeps the newest lines in sight for who reads them, and the place for who reads further up. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 48;
const MARGIN_PX = 16;

type Host = ReactiveControllerHost & { readonly renderRoot: ShadowRoot };

export class ScrollKeeper implements ReactiveController {
  /** Something came that is out of sight. */
  unread = false;
  readonly #host: Host;
  #atEnd = true;
  /** It was scrolled at least once. */
  #moved = false;
  /** How high its content was when its place was last looked at. */
  #height = 0;
  #own = true;
  #last = '';
  readonly #sizes = new ResizeObserver(() => {
    if (this.#atEnd) this.toEnd();
  });
  #watched: Element | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What happens next was asked for by the visitor: it is shown wherever they were. */
  follow(): void {
    this.#own = true;
    this.unread = false;
  }

  /** Before drawing: the key of the last line. What stands below the lines is no news of its own. */
  expect(last: string): void {
    if (last === this.#last) return;
    this.#last = last;
    if (!this.#own && !this.#atEnd) this.unread = true;
    else this.#own = true;
  }

  hostUpdated(): void {
    const scroller = this.#scroller;
    if (scroller && scroller !== this.#watched) {
      this.#sizes.disconnect();
      // Its own size changes with the keyboard, that of its content with pictures and what is loaded later.
      [scroller, ...scroller.children].forEach((element) => this.#sizes.observe(element));
      this.#watched = scroller;
      // They are told their first sizes before anything is painted: measuring now would lay out twice.
      this.#atEnd = true;
      this.#moved = false;
    } else if (this.#own) this.toEnd();
    this.#own = false;
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#watched = null;
  }

  readonly scrolled = (): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#moved = true;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const isSame = scrollHeight === this.#height;
    this.#height = scrollHeight;
    // Content that changed meanwhile moves too: that was not the visitor, and the observer sees to it.
    if (this.#atEnd && !isSame) return;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.#atEnd && this.unread) {
      this.unread = false;
      this.#host.requestUpdate();
    }
  };

  /** The pill was pressed. */
  readonly read = (): void => {
    this.toEnd();
    this.#host.requestUpdate();
  };

  /**
   * To the end, but never past the visitor's last words, or the card that they opened: what is long is read from its
   * beginning.
   */
  toEnd(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    let block = this.#host.renderRoot.getElementById('lines')?.lastElementChild;
    let lines: Element[] = [];
    for (; block && lines.length === 0; block = block.previousElementSibling)
      lines = [...block.querySelectorAll('.visitor')];
    const opened = this.#host.renderRoot.querySelector('.picker') ?? lines.at(-1);
    const above = opened?.getBoundingClientRect().top;
    if (above !== undefined || this.#moved) {
      if (above === undefined) scroller.scrollTop = 0;
      else scroller.scrollTop += above - scroller.getBoundingClientRect().top - MARGIN_PX;
      this.#height = scroller.scrollHeight;
    }
    this.#atEnd = true;
    this.unread = false;
  }

  get #scroller(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.scroller');
  }
}
