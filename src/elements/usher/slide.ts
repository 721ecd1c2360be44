/** A chosen option slides to where it stands as an answer, so that one sees where it went. */

const STILL = '(prefers-reduced-motion: reduce)';
const SLIDE_MS = 120;

export class Slide {
  #from: DOMRect | null = null;

  /** Remembers where the option was that is being clicked. */
  readonly begin = ({ target }: Event): void => {
    const option = target instanceof Element ? target.closest('button.option') : null;
    this.#from = option?.getBoundingClientRect() ?? null;
  };

  /** After the answer was drawn. */
  end(root: ShadowRoot): void {
    const from = this.#from;
    this.#from = null;
    const bubble = from && root.getElementById('lines')?.lastElementChild?.querySelector('.newest .says');
    if (!bubble || matchMedia(STILL).matches) return;
    const to = bubble.getBoundingClientRect();
    const x = from.left - to.left;
    const y = from.top - to.top;
    bubble.animate([{ translate: `${x}px ${y}px` }, { translate: '0 0' }], {
      duration: SLIDE_MS,
      easing: 'cubic-bezier(.2,.8,.2,1)',
    });
  }
}
