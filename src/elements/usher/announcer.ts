/**
 * Says things to screen readers, one at a time. The live region is a light-DOM child of the host that stands
 * there from the beginning, because regions inside shadow roots, or made in the moment, are often missed.
 */

/** Shorter than this and some readers miss it. */
const STAYS_MS = 1000;

export class Announcer {
  readonly #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #region: HTMLElement;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Empty texts are nothing to say. */
  say(text: string): void {
    if (text.trim() === '') return;
    this.#waiting.push(text);
    if (this.#timer === undefined) this.#next();
  }

  /** Forgets what has not been said yet. */
  stop(): void {
    this.#waiting.length = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#region.replaceChildren();
  }

  #next(): void {
    const text = this.#waiting.shift();
    this.#region.replaceChildren();
    if (text === undefined) {
      this.#timer = undefined;
      return;
    }
    // An element of its own, so that the same words twice are an addition twice.
    this.#region.appendChild(document.createElement('p')).textContent = text;
    this.#timer = setTimeout(() => this.#next(), STAYS_MS);
  }
}
