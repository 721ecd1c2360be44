/** Where the focus goes when nothing else is said. */

/** Without a mouse, focus in a text box would bring up a keyboard that nobody asked for. */
const isTouch = () => matchMedia('(hover: none)').matches;

/** Focuses what is there, without scrolling; answers whether it was. */
export const focus = (element: Element | null | undefined): boolean => {
  if (!(element instanceof HTMLElement)) return false;
  element.focus({ preventScroll: true });
  return element.matches(':focus');
};

/** The first control of what is asked, else the composer, else what we said last, else the heading. */
export const focusNext = (root: ShadowRoot): void => {
  const ask = root.getElementById('ask');
  if (focus(ask?.querySelector('h3[tabindex], .options button, .options input'))) return;
  if (!isTouch() && focus(ask?.querySelector('.field input') ?? root.getElementById('composer'))) return;
  const ours = root.querySelectorAll('#lines .says[tabindex]');
  void (focus(ours[ours.length - 1]) || focus(root.getElementById('title')));
};
