/** What of the page stands in the way of something that would appear by itself. */

/** Chats count as small screens do where little room is left. */
export const isSmallScreen = (): boolean => matchMedia('(max-width: 600px)').matches;

const BOXES = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** A box of the page has the focus, in a shadow root too. */
export const isTypingHere = (): boolean => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.matches(BOXES) ?? false;
};

/** Whether the element stands still while the page scrolls, or lies in something that does. */
const isPinned = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
  }
  return false;
};

/**
 * Whether the page has laid something of its own over the place beside the launcher: a bar, a cookie banner, a
 * dialog. `chat` itself does not count.
 */
export const isCoveredHere = (chat: Element, launcher: Element, width: number, height: number): boolean => {
  if (document.querySelector(':modal')) return true;
  const { left, right, top, bottom } = launcher.getBoundingClientRect();
  const isLeft = left + right < innerWidth;
  const [x0, x1] = isLeft ? [left, left + width] : [right - width, right];
  const points = [x0 + 4, (x0 + x1) / 2, x1 - 4].flatMap((x) =>
    [top - 12 - height, top - 16, (top + bottom) / 2].map((y) => [x, y] as const),
  );
  return points.some(([x, y]) => {
    const [over] = document.elementsFromPoint(x, y).filter((element) => !chat.contains(element));
    return over !== undefined && isPinned(over);
  });
};
