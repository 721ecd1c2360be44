import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Lead } from '../../src/lead/lead.js';
import { openBrowser, type Browser } from '../support/browser.js';
import { oneEngine } from '../support/engines.js';
import { visitorOn } from '../support/visitor.js';
import { arrived, startStage, type Stage } from '../support/widget-page.js';

const PERSON = {
  need: 'hall',
  lamps: { value: 60, source: 'crm', asOf: '2024-03-02' },
  contact: { value: { name: 'Ada Example', email: 'ada@north.example' }, source: 'crm', asOf: '2024-03-02' },
};
const body = `<script type="application/json" data-warmlead-person>${JSON.stringify(PERSON)}</script>`;
const playbook = { privacy: { remember: 'device', notice: 'We use this to answer you.' } };

for (const engine of oneEngine) {
  describe(`a page that knows its visitor, in ${engine}`, () => {
    let browser: Browser;
    let stage: Stage;
    before(async () => {
      stage = await startStage({ body, playbook });
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser.close();
      await stage.close();
    });

    it('asks only whether what is old is still right, stores nothing before that, and says so on the lead', async () => {
      const page = await browser.newPage();
      await page.goto(stage.url);
      const visitor = visitorOn(page);
      await visitor.tap('Chat');
      await visitor.reads('About how many lamps?');
      await visitor.reads('That’s what we have from March 2024. Still right?');
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
      await visitor.tap('Yes, still');
      await visitor.reads('Ada Example, ada@north.example');
      await visitor.tap('Yes, still');
      await visitor.tap('Send to Harbour Lights');
      await arrived(stage.endpoint, 1, page);
      const lead = JSON.parse(stage.endpoint.received[0]?.body ?? '{}') as Lead;
      assert.deepEqual(
        lead.answers?.map(({ step, source, confirmedAt }) => [step, source, confirmedAt !== undefined]),
        [
          ['need', 'page', false],
          ['lamps', 'crm', true],
          ['contact', 'crm', true],
        ],
      );
      assert.equal(lead.contact?.email, 'ada@north.example');
      assert.equal(lead.qualification?.band, 'hot');
    });

    it('knows nobody any more once the visitor is somebody else, also on the next page', async () => {
      const page = await browser.newPage();
      await page.goto(stage.url);
      const visitor = visitorOn(page);
      await visitor.tap('Chat');
      await visitor.tap('More');
      await visitor.tap('Not you? Start clean');
      await visitor.reads('What are you planning?');
      // The next page shows what was open.
      await page.goto(stage.url);
      await visitor.reads('What are you planning?');
      await visitor.tap('Street lighting');
      await visitor.reads('About how many lamps?');
      const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
      assert.ok(!kept.includes('ada@north.example'));
    });
  });
}
