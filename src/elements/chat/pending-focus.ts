/** The focus that is owed to the visitor until there is something to give it to: on opening, and while an answer waits. */
import { focusNext } from './focus-next.js';

export class PendingFocus {
  isDue = false;
  /** Where we put it while something is still to come. */
  #put: Element | null | undefined;

  /** Gives it to what is asked now; still owed while something `isWaiting`. Where the visitor went meanwhile, they stay. */
  give(root: ShadowRoot, isWaiting: boolean, isTyping: boolean): void {
    if (!this.isDue) return;
    const at = root.activeElement ?? document.activeElement;
    const isFree = at === null || at === document.body || at === root.host || at === this.#put;
    if (this.#put === undefined || (isFree && !isTyping)) focusNext(root);
    this.isDue = isWaiting;
    this.#put = isWaiting ? root.activeElement : undefined;
  }
}
