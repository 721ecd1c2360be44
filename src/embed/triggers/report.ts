/** What the triggers of this page are doing, one sentence each, for the owner who looks. */

let lines: readonly string[] = [];
const readers = new Set<(lines: readonly string[]) => void>();

/** Tells the owner's panel; the same again is no news. */
export const report = (said: readonly string[]): void => {
  if (said.join('\n') === lines.join('\n')) return;
  lines = said;
  for (const run of readers) run(lines);
};

/** Calls `run` now and whenever something changes. */
export const watchTriggers = (run: (lines: readonly string[]) => void): void => {
  readers.add(run);
  run(lines);
};
