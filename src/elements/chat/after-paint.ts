/** Pages that are not shown draw no frames; what waits for one goes on without it. */
const NO_FRAME_MS = 300;

/** Runs once, when what was just drawn is on the screen: a frame is due, and then its task is over. */
export const afterPaint = (run: () => void): void => {
  let isDone = false;
  const once = () => {
    if (!isDone) run();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, NO_FRAME_MS);
};
