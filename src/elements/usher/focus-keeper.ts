/**
 * Where the focus goes. It moves only after something the visitor did: on opening, into and out of menu and
 * pages, to what is wrong, and on when the control they used is gone. Never because something was said.
 */
import { focus, focusNext } from '../chat/focus-next.js';
import { placeMenu } from '../menu/ways-out.js';
import type { FullScene } from '../scene.js';

export class FocusKeeper {
  #had: Element | null = null;
  #scene: FullScene | null = null;

  /** Before something is drawn. */
  before(root: ShadowRoot): void {
    this.#had = root.activeElement;
  }

  /** After it was drawn. */
  after(root: ShadowRoot, drawn: FullScene): void {
    // A menu or page that is still on its way is opened when it is there.
    const isThere = root.querySelector('.menu, .page') !== null;
    const scene = isThere ? drawn : { ...drawn, page: null, menuOpen: false };
    // What was asked for before the second half was there is made up for now.
    const before = this.#scene ?? { ...scene, page: null, menuOpen: false };
    const had = this.#had;
    this.#scene = scene;
    this.#had = null;
    const isLost = had !== null && !had.isConnected && root.activeElement === null;
    if (scene.page && scene.page !== before.page) focus(root.getElementById('page-title'));
    else if (scene.menuOpen && !before.menuOpen) {
      focus(root.querySelector('[role=menuitem]'));
      placeMenu(scene, root);
    } else if (scene.view.rejection?.field && scene.view.rejection !== before.view.rejection)
      focus(root.getElementById(`field-${scene.view.rejection.field}`));
    else if (scene.view.fold.n < before.view.fold.n || scene.asked?.of !== before.asked?.of) focusNext(root);
    else if (before.page || before.menuOpen) {
      if (isLost) focus(root.getElementById('more'));
    } else if (isLost && had.id === 'composer') focus(root.getElementById('composer'));
    else if (isLost) focusNext(root);
  }
}
