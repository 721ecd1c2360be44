/** When what is not needed for the first question may be fetched and run. */
import { afterPaint } from '../elements/chat/after-paint.js';
import type { Clock } from '../ports/clock.js';

/** The first question is not kept waiting by what follows it. On a server nothing is painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => ('requestAnimationFrame' in globalThis ? afterPaint(resolve) : resolve()));

/** Runs when the page has nothing more urgent to do: after the first question was painted. */
export const whenIdle = (clock: Clock, run: () => void): void => {
  const { requestIdleCallback } = globalThis;
  // Safari has none.
  if (requestIdleCallback) requestIdleCallback(run, { timeout: 1_000 });
  else clock.after(200, run);
};
