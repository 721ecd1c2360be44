/** Runs when what was just drawn is on the screen: a frame is due, and then its task is over. */
export const afterPaint = (run: () => void): void => {
  requestAnimationFrame(() => setTimeout(run));
};
