import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openBrowser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { startStage } from '../support/widget-page.js';

/** What a page could have stored. Runs in the page. */
const stored = async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
  cookie: document.cookie,
});

for (const engine of engines) {
  describe(`a page that nobody touches, in ${engine}`, () => {
    it('makes one request for the widget and stores nothing', async () => {
      const stage = await startStage();
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.goto(stage.url);
        await page.waitForElement('warmlead-chat >>> button');
        await page.waitFor(() => performance.getEntriesByName('warmlead:launcher').length > 0);
        // An idle moment after everything was loaded is when a widget would be tempted to do more.
        await page.waitFor(() => document.readyState === 'complete');
        await page.evaluate(
          () =>
            new Promise<boolean>((done) => {
              const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 250));
              idle(() => idle(() => done(true)));
            }),
        );
        const ours = stage.site.requests.filter(({ path }) => path !== '/' && !path.includes('favicon'));
        assert.deepEqual(
          ours.map(({ path }) => path),
          ['/warmlead/warmlead.js'],
        );
        assert.deepEqual(await page.evaluate(stored), { local: [], session: [], databases: [], cookie: '' });
      } finally {
        await browser.close();
        await stage.close();
      }
    });
  });
}
