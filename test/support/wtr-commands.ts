/**
 * The server's half of the commands of `commands.ts`, for @web/test-runner: `press` (with held keys), `viewport`
 * and `media`. The runner's own commands lack held keys and a viewport over WebDriver, and forced colours anywhere.
 */
import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { CDPSession, Page } from 'puppeteer-core';
import { keyNames } from './puppeteer-driver.js';
import type { Size } from './webdriver.js';
import { WebKitLauncher } from './wtr-browsers.js';

interface PuppeteerLauncher {
  getPage(id: string): Page;
}
const isPuppeteer = (browser: unknown): browser is PuppeteerLauncher =>
  typeof browser === 'object' && browser !== null && 'getPage' in browser;

/** Emulated media lasts as long as the session that asked for it: one per page, kept for the next call. */
const mediaSessions = new WeakMap<Page, CDPSession>();
const mediaSession = async (page: Page): Promise<CDPSession> => {
  const session = mediaSessions.get(page) ?? (await page.createCDPSession());
  mediaSessions.set(page, session);
  return session;
};

const pressChord = async (page: Page, keys: string): Promise<void> => {
  const names = keyNames(keys);
  for (const name of names) await page.keyboard.down(name);
  for (const name of names.toReversed()) await page.keyboard.up(name);
};

export const commandsPlugin: TestRunnerPlugin = {
  name: 'warmlead-commands',
  async executeCommand({ command, payload, session }) {
    const { browser, id } = session;
    if (command === 'press') {
      if (browser instanceof WebKitLauncher) await browser.press(payload as string);
      else if (isPuppeteer(browser)) await pressChord(browser.getPage(id), payload as string);
      return true;
    }
    if (command === 'viewport') {
      if (browser instanceof WebKitLauncher) return browser.resize(payload as Size);
      if (isPuppeteer(browser)) await browser.getPage(id).setViewport(payload as Size);
      return payload;
    }
    if (command === 'media') {
      if (browser.name !== 'Chromium' || !isPuppeteer(browser)) return false;
      const features = Object.entries(payload as Record<string, string>).map(([name, value]) => ({
        name,
        value,
      }));
      const cdp = await mediaSession(browser.getPage(id));
      await cdp.send('Emulation.setEmulatedMedia', { features });
      return true;
    }
    return undefined;
  },
};
