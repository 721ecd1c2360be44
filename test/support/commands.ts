/** What a browser test may ask of the browser itself, in all three engines. Runs in the page. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses one key, with what is held down meanwhile: `Enter`, `Tab`, `Shift+Tab`, `ArrowDown`, `a`. */
export const press = (keys: string): Promise<void> => executeServerCommand('press', keys);

/** Makes the page that large; every file starts at 800 × 600. Answers the size it became. */
export const viewport = (size: {
  readonly width: number;
  readonly height: number;
}): Promise<{ width: number; height: number }> => executeServerCommand('viewport', size);

/**
 * Emulates media features such as `{'prefers-color-scheme': 'dark', 'forced-colors': 'active'}` until called
 * again; `{}` ends it. Answers false where the engine cannot (Firefox, WebKit): the test then has nothing to see.
 */
export const media = (features: Readonly<Record<string, string>>): Promise<boolean> =>
  executeServerCommand('media', features);
