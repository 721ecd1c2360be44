import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type Browser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { oneEngine } from '../support/engines.js';
import { visitorOn, type Visitor } from '../support/visitor.js';

const LETTER = '/november?utm_source=letter&utm_medium=email&utm_campaign=november';

/** The way to a lead from the first question on. */
const finish = async (visitor: Visitor, email: string): Promise<void> => {
  await visitor.tap('We notice a warm freezer too late');
  await visitor.reads('How many sites');
  await visitor.say('12');
  await visitor.tap('This quarter');
  await visitor.tap('I recommend');
  await visitor.tap('£200 to £1,000');
  await visitor.tap('No');
  await visitor.reads('Where should we send this?');
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', email);
  await visitor.fill('Company', 'North Foods');
  await visitor.tap('Send to Kestrel');
  await visitor.reads('Sent to Kestrel');
};

for (const engine of oneEngine) {
  describe(`how somebody arrives, in ${engine}`, () => {
    let browser: Browser;
    let demo: Demo;
    before(async () => {
      demo = await startDemo();
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser.close();
      await demo.close();
    });
    const leadOf = async (email: string) => {
      const [lead] = (await demo.leads()).filter(({ contact }) => contact?.email === email);
      assert.ok(lead);
      return lead;
    };

    it('from a letter: a sentence when enough is read, a greeting of its own, the path on the lead', async () => {
      const page = await browser.newPage();
      await page.goto(demo.site + LETTER);
      const visitor = visitorOn(page);
      await page.waitForElement('warmlead-chat >>> button');
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await visitor.tap('You read our letter.');
      await visitor.reads('Thanks for reading our letter.');
      await finish(visitor, 'ada@letter.example');
      const { attribution, variants } = await leadOf('ada@letter.example');
      assert.equal(attribution?.kind, 'newsletter');
      assert.deepEqual(attribution?.utm, { source: 'letter', medium: 'email', campaign: 'november' });
      assert.deepEqual(attribution?.opened, { by: 'trigger', trigger: 'letter' });
      assert.equal(attribution?.visits, undefined);
      assert.match(variants?.['teaser'] ?? '', /^(plain|price)$/);
      await page.close();
    });

    it('and on a later page of the same visit it is still the letter, then a second visit', async () => {
      const first = await browser.newPage();
      await first.goto(demo.site + LETTER);
      await first.waitFor(() => localStorage.getItem('warmlead-visits') !== null);
      await first.goto(`${demo.site}/pricing`);
      const reader = visitorOn(first);
      await reader.tap('Chat');
      await reader.reads('Thanks for reading our letter.');
      // Half an hour goes by; then another tab.
      await first.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('warmlead-visits') ?? '{}') as { seenAt: string };
        kept.seenAt = new Date(Date.parse(kept.seenAt) - 31 * 60_000).toISOString();
        localStorage.setItem('warmlead-visits', JSON.stringify(kept));
      });
      await first.close();
      const page = await browser.newPage();
      await page.goto(`${demo.site}/pricing`);
      const visitor = visitorOn(page);
      await visitor.tap('Chat');
      await visitor.reads('Good to see you again.');
      await finish(visitor, 'ada@again.example');
      const { attribution } = await leadOf('ada@again.example');
      assert.deepEqual([attribution?.kind, attribution?.visits], ['returning', 2]);
      assert.equal(attribution?.touches?.first?.utm['campaign'], 'november');
      assert.equal(attribution?.touches?.last.kind, 'direct');
      assert.deepEqual(attribution?.opened, { by: 'visitor' });
      await page.close();
    });

    it('by a link that opens the chat, on the page and from elsewhere', async () => {
      const page = await browser.newPage();
      await page.goto(`${demo.site}/cold-rooms?utm_medium=cpc`);
      await page.waitForElement('warmlead-chat >>> button');
      await page.evaluateOn('[data-warmlead-open]', (link) => (link as HTMLElement).click());
      const visitor = visitorOn(page);
      await visitor.reads('You were looking for a freezer alarm.');
      assert.match(await page.evaluate(() => location.pathname), /cold-rooms/);
      const other = await browser.newPage();
      await other.goto(`${demo.site}/pricing#warmlead`);
      await visitorOn(other).reads('What would you like to fix?');
      await page.close();
      await other.close();
    });
  });
}
