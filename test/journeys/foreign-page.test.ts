/** A page nobody here wrote, unmodified but for one script tag: Start Bootstrap's "Agency" theme 7.0.12 from npm. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { openBrowser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { visitorOn } from '../support/visitor.js';
import { startStage } from '../support/widget-page.js';

const theme = fileURLToPath(new URL('../../node_modules/startbootstrap-agency/dist', import.meta.url));
const tag = '<script src="/warmlead/warmlead.js" data-playbook="/playbook.json" async></script>';

for (const engine of engines) {
  describe(`a foreign page with one script tag, in ${engine}`, () => {
    it('carries a whole conversation', async () => {
      const html = await readFile(`${theme}/index.html`, 'utf8');
      const stage = await startStage();
      stage.site.folder('/theme/', theme);
      // Its fonts, icons and Bootstrap come from elsewhere on the internet; the test's page has no such place.
      stage.site.page('/theme/index.html', html.replace('</body>', `${tag}</body>`));
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.goto(`${stage.site.origin}/theme/index.html`);
        const visitor = visitorOn(page);
        await visitor.tap('Chat');
        await visitor.tap('Street lighting');
        await visitor.say('about 80');
        await visitor.fill('Name', 'Ada Example');
        await visitor.fill('E-mail', 'ada@harbour.example');
        await visitor.tap('Send to Harbour Lights');
        await visitor.reads('Sent to Harbour Lights');
        assert.equal(stage.endpoint.received.length, 1);
      } finally {
        await browser.close();
        await stage.close();
      }
    });
  });
}
