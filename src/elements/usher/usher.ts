/**
 * Attends to what was drawn: leads the focus on, says aloud what is new, lets a chosen option slide to its
 * place. Comes with the second half; the first question needs none of it.
 */
import { fetchAhead } from '../inputs/further-inputs.js';
import type { FullScene } from '../scene.js';
import { arrowKeys } from './arrow-keys.js';
import { Announcer } from './announcer.js';
import { FocusKeeper } from './focus-keeper.js';
import { News } from './news.js';
import { Slide } from './slide.js';

export class Usher {
  readonly #root: ShadowRoot;
  readonly #announcer: Announcer;
  readonly #focus = new FocusKeeper();
  readonly #news = new News();
  readonly #slide = new Slide();

  /** `region`: the live region in the page. */
  constructor(root: ShadowRoot, region: HTMLElement) {
    this.#root = root;
    this.#announcer = new Announcer(region);
    root.addEventListener('keydown', arrowKeys);
  }

  clicked(event: Event): void {
    this.#slide.begin(event);
  }

  /** Before something is drawn. */
  before(): void {
    this.#focus.before(this.#root);
  }

  /** After it was drawn. `audible`: the chat is open, so what is new concerns somebody. */
  after(scene: FullScene, audible: boolean): void {
    this.#focus.after(this.#root, scene);
    this.#slide.end(this.#root);
    fetchAhead(scene);
    const news = this.#news.since(scene);
    if (audible) news.forEach((words) => this.#announcer.say(words));
    else this.#announcer.stop();
  }

  stop(): void {
    this.#announcer.stop();
  }
}
