/** Where the focus goes when nothing else is said. */

/** Without a mouse, focus in a text box would bring up a keyboard that nobody asked for. */
const isTouch = () => matchMedia('(hover: none)').matches;

/** Focuses what is there, without scrolling; answers whether it was. */
export const focus = (element: Element | null | undefined): boolean => {
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
