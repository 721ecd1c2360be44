/**
 * Where the focus goes. It moves only after something the visitor did: on opening, into and out of menu and
 * pages, to what is wrong, and on when the control they used is gone. Never because something was said.
 */
import type { Scene } from '../scene.js';

/** Without a mouse, focus in a text box would bring up a keyboard that nobody asked for. */
const isTouch = () => matchMedia('(hover: none)').matches;

const focus = (element: Element | null | undefined): boolean => {
  if (!(element instanceof HTMLElement)) return false;
  element.focus({ preventScroll: true });
  return true;
};

/** The first control of what is asked, else the composer, else what stands as a heading. */
export const focusNext = (root: ParentNode): void => {
  const find = (selector: string) => root.querySelector(selector);
  if (focus(find('.ask :is(h3[tabindex], .options :is(button, input))'))) return;
  if (!isTouch() && focus(find('.ask .field input') ?? find('#composer'))) return;
  void (focus(find('#question')) || focus(find('#title')));
};

export class FocusKeeper {
  #had: Element | null = null;
  #scene: Scene | null = null;

  /** Before something is drawn. */
  before(root: ShadowRoot): void {
    this.#had = root.activeElement;
  }

  /** After it was drawn. */
  after(root: ShadowRoot, scene: Scene): void {
    const before = this.#scene;
    const had = this.#had;
    this.#scene = scene;
    this.#had = null;
    if (!before) return;
    const isLost = had !== null && !had.isConnected && root.activeElement === null;
    if (scene.page && scene.page !== before.page) focus(root.querySelector('#page-title'));
    else if (scene.menuOpen && !before.menuOpen) focus(root.querySelector('[role=menuitem]'));
    else if (scene.view.rejection?.field && scene.view.rejection !== before.view.rejection)
      focus(root.querySelector(`#field-${CSS.escape(scene.view.rejection.field)}`));
    else if (scene.view.fold.n < before.view.fold.n || scene.asked?.of !== before.asked?.of) focusNext(root);
    else if (before.page || before.menuOpen) isLost && focus(root.querySelector('#more'));
    else if (isLost && had.id === 'composer') focus(root.querySelector('#composer'));
    else if (isLost) focusNext(root);
  }
}
