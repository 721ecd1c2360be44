/** The driver's verbs for Chromium (DevTools protocol) and Firefox (WebDriver BiDi), both by puppeteer. */
import { once } from 'node:events';
import { launch, type Browser, type KeyInput, type LaunchOptions, type Page } from 'puppeteer-core';
import type { BrowserOptions, EngineBrowser, EnginePage } from './browser.js';
import { chromiumArguments } from './engines.js';
import { installedBrowsers } from './installed.mjs';
import type { Appearance } from './webdriver.js';

const firefoxLooks = ({ colorScheme = 'light', reducedMotion = false }: Appearance) => ({
  // 0 is dark and 1 is light, whatever the system says.
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
});

const launchOptions = (engine: 'chromium' | 'firefox', options: BrowserOptions): LaunchOptions => ({
  headless: true,
  defaultViewport: null,
  executablePath: installedBrowsers()[engine] ?? '',
  ...(options.profileDir ? { userDataDir: options.profileDir } : {}),
  ...(engine === 'chromium'
    ? { browser: 'chrome', args: [...chromiumArguments] }
    : { browser: 'firefox', extraPrefsFirefox: firefoxLooks(options) }),
});

/** Every tab of Chromium gets the looks of its browser, and believes that it has the focus. */
const dressChromium = async (page: Page, { colorScheme = 'light', reducedMotion = false }: Appearance) => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: colorScheme },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
  ]);
};

/** The names of a chord such as `Shift+Tab`, as every engine of puppeteer knows them. */
export const keyNames = (keys: string): KeyInput[] =>
  keys.split('+').map((name) => (name === 'Space' ? ' ' : name) as KeyInput);

const enginePage = (page: Page): EnginePage => ({
  goto: async (url) => void (await page.goto(url)),
  reload: async () => void (await page.reload()),
  run: (text) => page.evaluate(text),
  click: (x, y) => page.mouse.click(x, y),
  type: (text) => page.keyboard.type(text),
  async press(keys) {
    const names = keyNames(keys);
    for (const name of names) await page.keyboard.down(name);
    for (const name of names.toReversed()) await page.keyboard.up(name);
  },
  screenshot: () => page.screenshot(),
  setViewport: (size) => page.setViewport(size),
  close: () => page.close(),
});

/** Puppeteer starts a browser as the head of a process group of its own. */
const killGroup = async (browser: Browser): Promise<void> => {
  const child = browser.process();
  if (child?.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
};

export const openPuppeteer = async (
  engine: 'chromium' | 'firefox',
  options: BrowserOptions,
): Promise<EngineBrowser> => {
  const browser = await launch(launchOptions(engine, options));
  return {
    async newPage() {
      const page = await browser.newPage();
      if (engine === 'chromium') await dressChromium(page, options);
      return enginePage(page);
    },
    close: () => browser.close(),
    kill: () => killGroup(browser),
  };
};
