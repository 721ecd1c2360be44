/** A page with the script tag in Chromium, made slow as a cheap phone, and the times that it marks. */
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { chromiumArguments } from '../support/engines.js';
import { installedBrowsers } from '../support/installed.mjs';
import { startSite, type Site } from '../support/server.js';
import { longPlaybook } from './long-conversation.js';

export const launcher = 'warmlead-chat >>> button';

export interface Stage {
  readonly site: Site;
  readonly browser: Browser;
  close(): Promise<void>;
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
<body><h1>Kettles</h1><script src="/dist/warmlead.js" data-playbook="/playbook.json"></script></body></html>`;

/** A site with one page, whose files browsers may keep, and a browser that knows nothing yet, with more flags. */
export const openStage = async (
  dist: string,
  questions: number,
  flags: readonly string[] = [],
): Promise<Stage> => {
  const executablePath = installedBrowsers().chromium;
  if (!executablePath) throw new Error('The benchmark needs Chromium.');
  const site = await startSite();
  const playbook = JSON.stringify(longPlaybook(questions, `${site.origin}/leads`));
  const json = { 'content-type': 'application/json', 'cache-control': 'max-age=600' };
  site.page('/', html);
  site.folder('/dist/', dist, { 'cache-control': 'max-age=600' });
  site.endpoint('/playbook.json', [{ headers: json, body: playbook }]);
  site.endpoint('/leads', [{ status: 200 }]);
  const browser = await launch({
    executablePath,
    headless: true,
    defaultViewport: { width: 393, height: 800 },
    args: [...chromiumArguments, ...flags],
  });
  return {
    site,
    browser,
    async close() {
      await browser.close();
      await site.close();
    },
  };
};

/** A tab that shows the page, as many times slower as said, with motion off: no typing delay is measured. */
export const openPage = async (stage: Stage, slowdown: number): Promise<{ page: Page; cdp: CDPSession }> => {
  const page = await stage.browser.newPage();
  const cdp = await page.createCDPSession();
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // The TypeScript loader wraps inner functions in calls of __name, which a page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (fn) => fn;');
  await page.evaluateOnNewDocument(() => {
    const times = { input: [] as number[] };
    Object.assign(globalThis, { times });
    // The event's own time is when the hand moved, before anything had to wait.
    const note = (event: Event): void => void times.input.push(event.timeStamp);
    addEventListener('click', note, true);
    addEventListener('keydown', (event) => event.key === 'Enter' && note(event), true);
  });
  await page.goto(stage.site.origin);
  await page.waitForFunction(() => performance.getEntriesByName('warmlead:launcher').length > 0);
  return { page, cdp };
};

/** Waits until so many questions were painted. */
export const untilQuestion = async (page: Page, count: number): Promise<void> => {
  await page.waitForFunction(
    (wanted) => performance.getEntriesByName('warmlead:question').length >= wanted,
    { polling: 'raf', timeout: 20_000 },
    count,
  );
};

/** Milliseconds from the last click or Enter to the question that was painted last. */
export const lastWait = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { times } = globalThis as unknown as { times: { input: number[] } };
    const painted = performance.getEntriesByName('warmlead:question').at(-1)?.startTime ?? Number.NaN;
    return painted - (times.input.at(-1) ?? Number.NaN);
  });
