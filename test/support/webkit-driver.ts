/**
 * The driver's verbs for WebKit. Every tab is a window of one WebDriver session, and a session speaks to one window
 * at a time: so the calls wait for one another. The window opened last has the focus.
 */
import type { EngineBrowser, EnginePage } from './browser.js';
import {
  chord,
  keyDown,
  keyUp,
  performKeys,
  performPointer,
  resizeViewport,
  startWebKit,
  type Appearance,
  type WebDriver,
} from './webdriver.js';

const enginePage = (driver: WebDriver, inWindow: <T>(run: () => Promise<T>) => Promise<T>): EnginePage => ({
  goto: (url) => inWindow(() => driver.call('POST', '/url', { url })),
  reload: () => inWindow(() => driver.call('POST', '/refresh', {})),
  run: (text) =>
    inWindow(() =>
      driver.call('POST', '/execute/async', {
        script: `${text}.then(arguments[arguments.length - 1]);`,
        args: [],
      }),
    ),
  click: (x, y) =>
    inWindow(() =>
      performPointer(driver, [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    ),
  type: (text) =>
    inWindow(() =>
      performKeys(
        driver,
        [...text].flatMap((character) => [keyDown(character), keyUp(character)]),
      ),
    ),
  press: (keys) => inWindow(() => performKeys(driver, chord(keys))),
  screenshot: async () =>
    Buffer.from(await inWindow(() => driver.call<string>('GET', '/screenshot')), 'base64'),
  async setViewport(size) {
    const became = await inWindow(() => resizeViewport(driver, size));
    if (became.width !== size.width || became.height !== size.height) {
      throw new Error(
        `WebKit made the page ${became.width} × ${became.height}, not ${size.width} × ${size.height}.`,
      );
    }
  },
  close: () => inWindow(() => driver.call('DELETE', '/window')),
});

export const openWebKit = async (appearance: Appearance): Promise<EngineBrowser> => {
  const driver = await startWebKit(appearance);
  // The first window stays, unused: a session ends with its last window.
  let current = '';
  let queue: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(run: () => Promise<T>): Promise<T> => {
    const result = queue.then(run);
    queue = result.catch(() => undefined);
    return result;
  };
  const enter = async (handle: string): Promise<void> => {
    if (handle !== current) await driver.call('POST', '/window', { handle });
    current = handle;
  };
  return {
    newPage: () =>
      exclusive(async () => {
        const first = (await driver.call<string[]>('GET', '/window/handles'))[0];
        if (first !== undefined) await enter(first);
        const { handle } = await driver.call<{ handle: string }>('POST', '/window/new', { type: 'window' });
        return enginePage(driver, (run) =>
          exclusive(async () => {
            await enter(handle);
            return run();
          }),
        );
      }),
    close: () => driver.stop(),
    kill: async () => driver.kill(),
  };
};
