/**
 * The one small browser driver of the journeys: the same few verbs for Chromium, Firefox and WebKit. Bad networks
 * are made by the test's server (`server.ts`), never here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import type { Engine } from './engines.js';
import { callOnText, callText, readResult, targetOf, type Json, type Target } from './page-script.js';
import { openPuppeteer } from './puppeteer-driver.js';
import type { Appearance, Size } from './webdriver.js';
import { openWebKit } from './webkit-driver.js';

/** What an engine must be able to do; everything else is built on it. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates an expression and waits for its promise. */
  run(text: string): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  press(keys: string): Promise<void>;
  /** A PNG. */
  screenshot(): Promise<Uint8Array>;
  setViewport(size: Size): Promise<void>;
  close(): Promise<void>;
}

export interface EngineBrowser {
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
  kill(): Promise<void>;
}

export interface BrowserOptions extends Appearance {
  /** A folder that keeps cookies and storage from one opening to the next. Not for WebKit: see `keepsProfile`. */
  readonly profileDir?: string;
}

export interface PageOptions extends Partial<Size> {
  /** How long `waitFor` and `clickElement` wait; 30 s unless given. */
  readonly timeoutMs?: number;
}

export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Calls the function in the page. It sees its arguments and the page, nothing of the test file. */
  evaluate<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** The same with the element at a path (`warmlead-chat >>> button`) first; fails when there is none. */
  evaluateOn<A extends Json[], T>(
    path: string,
    fn: (element: Element, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /** Calls the function again and again, across navigations, until it answers something truthy: that is returned. */
  waitFor<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Waits until there is an element at the path, visible or not. */
  waitForElement(path: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /**
   * Waits for the element at the path, scrolls it into view and clicks its middle with the mouse. Each part of a
   * path is looked for anywhere below the one before it, in however many shadow roots. Fails when something covers it.
   */
  clickElement(path: string): Promise<void>;
  type(text: string): Promise<void>;
  /** One key with what is held down meanwhile: `Enter`, `Shift+Tab`, `ArrowDown`, `Space`. */
  press(keys: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  setViewport(size: Size): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  readonly engine: Engine;
  /** False for WebKit, whose automation is always a private window: its storage ends with the browser. */
  readonly keepsProfile: boolean;
  /** A tab, 1280 × 800 unless said otherwise. All tabs of a browser share their storage. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
  /** Ends the browser at once as a crash would. Open it again with the same `profileDir`. */
  kill(): Promise<void>;
}

const pollMs = 25;

const until = async <T>(what: string, timeoutMs: number, attempt: () => Promise<T>): Promise<T> => {
  const end = performance.now() + timeoutMs;
  let last = '';
  for (;;) {
    try {
      const value = await attempt();
      if (value) return value;
      last = `It was ${JSON.stringify(value)} at last.`;
    } catch (error) {
      // A page that is just being replaced cannot answer: the next one can.
      last = error instanceof Error ? error.message : String(error);
    }
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}\n${last}`);
    await sleep(pollMs);
  }
};

const pageOver = (page: EnginePage, timeoutMs: number): Page => {
  const evaluate = async (text: string): Promise<unknown> => readResult(await page.run(text));
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: async <T>(fn: (...args: never[]) => unknown, ...args: Json[]) =>
      (await evaluate(callText(fn, args))) as T,
    evaluateOn: async <T>(path: string, fn: (...args: never[]) => unknown, ...args: Json[]) =>
      (await evaluate(callOnText(path, fn, args))) as T,
    waitFor: async <T>(fn: (...args: never[]) => unknown, ...args: Json[]) => {
      const what = `${fn.toString()} with ${JSON.stringify(args)}`;
      return until(what, timeoutMs, async () => (await evaluate(callText(fn, args))) as T);
    },
    async waitForElement(path) {
      await until(path, timeoutMs, () => evaluate(callOnText(path, () => true, [])));
    },
    click: (x, y) => page.click(x, y),
    async clickElement(path) {
      const { x, y } = await until(`a click on ${path}`, timeoutMs, async () => {
        const target = (await evaluate(callOnText(path, targetOf, []))) as Target;
        if (target.trouble) throw new Error(`${path} cannot be clicked: ${target.trouble}.`);
        return target;
      });
      await page.click(x, y);
    },
    type: (text) => page.type(text),
    press: (keys) => page.press(keys),
    screenshot: async (path) => writeFile(path, await page.screenshot()),
    setViewport: (size) => page.setViewport(size),
    close: () => page.close(),
  };
};

/** Opens a browser with nothing stored, or with what `profileDir` holds. Close or kill it. */
export const openBrowser = async (engine: Engine, options: BrowserOptions = {}): Promise<Browser> => {
  const keepsProfile = engine !== 'webkit';
  if (options.profileDir && !keepsProfile)
    throw new Error('WebKit keeps no profile: use a second tab instead.');
  const browser = await (engine === 'webkit' ? openWebKit(options) : openPuppeteer(engine, options));
  return {
    engine,
    keepsProfile,
    async newPage({ width = 1280, height = 800, timeoutMs = 30_000 } = {}) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      return pageOver(page, timeoutMs);
    },
    close: () => browser.close(),
    kill: () => browser.kill(),
  };
};
