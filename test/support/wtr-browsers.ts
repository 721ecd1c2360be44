/**
 * The three engines for @web/test-runner: its own launcher with puppeteer for Chromium and Firefox, ours over
 * WebDriver for WebKit.
 */
import type { BrowserLauncher } from '@web/test-runner-core';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { chromiumArguments, engines, type Engine } from './engines.js';
import { installedBrowsers } from './installed.mjs';
import {
  chord,
  keyDown,
  keyUp,
  performKeys,
  performPointer,
  resizeViewport,
  startWebKit,
  type Size,
  type WebDriver,
} from './webdriver.js';

const standardSize: Size = { width: 800, height: 600 };

const chromium = (): BrowserLauncher =>
  chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: { executablePath: installedBrowsers().chromium ?? '', args: [...chromiumArguments] },
    // Two tabs would share one screen: the one behind draws no frames, and what waits for one hangs.
    concurrency: 1,
    // A page without a window in front must believe that it has the focus.
    createPage: async ({ context }) => {
      const page = await context.newPage();
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      return page;
    },
  });

const firefox = (): BrowserLauncher =>
  chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: { browser: 'firefox', executablePath: installedBrowsers().firefox ?? '' },
    concurrency: 1,
  });

type MouseButton = 'left' | 'middle' | 'right';
const buttonNumber: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };

/** The names of the methods are those that the runner's own sendKeys and sendMouse look for. */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  readonly type = 'webdriver';
  readonly concurrency = 1;
  #starting: Promise<WebDriver> | undefined;
  readonly #urls = new Map<string, string>();

  #driver(): Promise<WebDriver> {
    return (this.#starting ??= startWebKit());
  }

  async startSession(id: string, url: string): Promise<void> {
    const driver = await this.#driver();
    this.#urls.set(id, url);
    await resizeViewport(driver, standardSize);
    await driver.call('POST', '/url', { url });
  }

  isActive(id: string): boolean {
    return this.#urls.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#urls.get(id);
  }

  async stopSession(id: string): Promise<Record<string, never>> {
    this.#urls.delete(id);
    await (await this.#driver()).call('POST', '/url', { url: 'about:blank' });
    return {};
  }

  async startDebugSession(): Promise<void> {
    throw new Error('WebKit: no debug session.');
  }

  async stop(): Promise<void> {
    await (await this.#starting)?.stop();
  }

  /** The runner cuts a typed text into UTF-16 units, so a typed surrogate pair is joined again here. */
  async sendKeys(_id: string, keys: readonly string[]): Promise<void> {
    const typed = keys.every((key) => key.length === 1) ? [...keys.join('')] : keys;
    await performKeys(
      await this.#driver(),
      typed.flatMap((key) => [keyDown(key), keyUp(key)]),
    );
  }

  /** One key with what is held down meanwhile, such as `Shift+Tab`. */
  async press(keys: string): Promise<void> {
    await performKeys(await this.#driver(), chord(keys));
  }

  async #pointer(...actions: Parameters<typeof performPointer>[1]): Promise<void> {
    await performPointer(await this.#driver(), actions);
  }

  sendMouseMove(_id: string, x: number, y: number): Promise<void> {
    return this.#pointer({ type: 'pointerMove', duration: 0, x, y });
  }

  sendMouseClick(_id: string, x: number, y: number, button: MouseButton = 'left'): Promise<void> {
    return this.#pointer(
      { type: 'pointerMove', duration: 0, x, y },
      { type: 'pointerDown', button: buttonNumber[button] },
      { type: 'pointerUp', button: buttonNumber[button] },
    );
  }

  sendMouseDown(_id: string, button: MouseButton = 'left'): Promise<void> {
    return this.#pointer({ type: 'pointerDown', button: buttonNumber[button] });
  }

  sendMouseUp(_id: string, button: MouseButton = 'left'): Promise<void> {
    return this.#pointer({ type: 'pointerUp', button: buttonNumber[button] });
  }

  async resetMouse(): Promise<void> {
    await (await this.#driver()).call('DELETE', '/actions');
  }

  async resize(size: Size): Promise<Size> {
    return resizeViewport(await this.#driver(), size);
  }
}

const launchers: Record<Engine, () => BrowserLauncher> = {
  chromium,
  firefox,
  webkit: () => new WebKitLauncher(),
};

/** A launcher for every engine of this run. */
export const launchBrowsers = (): BrowserLauncher[] => engines.map((engine) => launchers[engine]());
