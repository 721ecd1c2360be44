import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Lead } from '../../src/lead/lead.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { oneEngine } from '../support/engines.js';
import { visitorOn, type Visitor } from '../support/visitor.js';

const fillContact = async (visitor: Visitor, email: string): Promise<void> => {
  await visitor.reads('Where should we send this?');
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', email);
  await visitor.fill('Company', 'North Foods');
  await visitor.tap('Send to Kestrel');
  await visitor.reads('Sent to Kestrel');
};

/** Points at an answer, where the way to change it appears, and takes it. What just moves is pointed at again. */
const change = async ({ page, tap, choices }: Visitor, answer: string): Promise<void> => {
  for (const end = performance.now() + 30_000; ;) {
    const { x, y } = await page.evaluate((words) => {
      const root = document.querySelector('warmlead-chat')?.shadowRoot;
      const lines = [...(root?.querySelectorAll('[part=visitor-message]') ?? [])];
      const line = lines.find(({ textContent }) => textContent === words);
      line?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = line?.getBoundingClientRect();
      return { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 };
    }, answer);
    await page.click(x, y);
    if ((await choices()).includes(`Change: ${answer}`)) return tap(`Change: ${answer}`);
    assert.ok(performance.now() < end, `“${answer}” cannot be changed`);
  }
};

/** The old answer stands in the box: writes another one over it. */
const rewrite = async ({ page, fill }: Visitor, text: string): Promise<void> => {
  await fill('', '');
  await page.press('Control+A');
  await page.type(text);
  await page.press('Enter');
};

/** A part of the site's playbook and what stands there instead. */
type Edit = readonly [before: string, after: string];
const onDevice: Edit = ['"remember":"tab"', '"remember":"device"'];

/** Gives the chat of this page the site's playbook with some of it changed, before anybody opened it. */
const withPlaybook = (page: Page, edits: readonly Edit[], attributes: object): Promise<readonly string[]> =>
  page.evaluate(
    async (changes, given) => {
      let text = await (await fetch('/playbook.json')).text();
      const missing = changes.map(([before]) => before).filter((before) => !text.includes(before));
      for (const [before, after] of changes) text = text.replaceAll(before, after);
      const chat = document.querySelector('warmlead-chat');
      if (chat) Object.assign(chat, given, { playbook: JSON.parse(text) as object });
      return chat ? missing : ['the chat'];
    },
    edits as [string, string][],
    attributes as { [name: string]: string },
  );

for (const engine of oneEngine) {
  describe(`changing one's mind, in ${engine}`, () => {
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

    const leadOf = async (email: string): Promise<readonly Lead[]> =>
      (await demo.leads()).filter(({ contact }) => contact?.email === email);
    /** Waits until the desk has that revision of the one lead of somebody. */
    const revised = async (page: Page, email: string, revision: number): Promise<Lead> => {
      for (const end = performance.now() + 30_000; ;) {
        const [lead, ...others] = await leadOf(email);
        assert.equal(others.length, 0, 'one lead');
        if (lead?.revision === revision) return lead;
        if (performance.now() > end) assert.equal(lead?.revision, revision);
        await page.evaluate(() => true);
      }
    };

    const open = async (edits: readonly Edit[], attributes: object = {}) => {
      const page = await browser.newPage();
      await page.goto(demo.site);
      await page.waitForElement('warmlead-chat');
      assert.deepEqual(await withPlaybook(page, edits, attributes), []);
      const visitor = visitorOn(page);
      await visitor.tap('Chat');
      return { page, visitor };
    };

    it('opens the branch of a changed answer, over a reload, and sends a change after sending', async () => {
      const email = 'ada@changes.example';
      const page = await browser.newPage();
      await page.goto(demo.site);
      const visitor = visitorOn(page);
      await visitor.tap('Chat');
      await visitor.tap('We notice a warm freezer too late');
      await visitor.say('12');
      await visitor.tap('This quarter');
      await visitor.reads('How will this be decided?');
      await change(visitor, 'We notice a warm freezer too late');
      await visitor.reads('Change your answer');
      await visitor.tap('Something else');
      await visitor.reads('Tell me in a sentence or two.');

      await page.reload();
      await visitor.reads('Tell me in a sentence or two.');
      await visitor.say('Two freezers failed over a weekend');
      // What does not hang on it stays answered.
      await visitor.reads('How will this be decided?');
      await visitor.tap('I recommend');
      await visitor.tap('No');
      await fillContact(visitor, email);

      await change(visitor, '12 sites');
      await rewrite(visitor, '60');
      const lead = await revised(page, email, 2);
      assert.deepEqual(
        lead.answers?.filter(({ step }) => step !== 'contact').map(({ step, label }) => [step, label]),
        [
          ['need', 'Something else'],
          ['need_text', 'Two freezers failed over a weekend'],
          ['sites', '60 sites'],
          ['start', 'This quarter'],
          ['role', 'I recommend'],
        ],
      );
      await page.close();
    });

    it('remembers what was agreed on a device that may, and calls it off', async () => {
      const email = 'ada@returns.example';
      const first = await open([onDevice]);
      await first.visitor.tap('We notice a warm freezer too late');
      await first.visitor.say('12');
      await first.visitor.tap('This quarter');
      await first.visitor.tap('I recommend');
      await first.visitor.tap('£200 to £1,000');
      await first.visitor.tap('No');
      await fillContact(first.visitor, email);
      await first.visitor.tap('Ask ');
      await first.visitor.takeTime();
      await first.visitor.fill('Phone', '+44 7700 900123');
      await first.visitor.tap('Ask for ');
      assert.equal((await revised(first.page, email, 2)).nextStep?.status, 'requested');
      await first.page.close();

      const { page, visitor } = await open([onDevice]);
      await visitor.reads('Your callback request is with Kestrel');
      await visitor.tap('Cancel');
      await visitor.reads('Your callback request is cancelled');
      const lead = await revised(page, email, 3);
      assert.equal(lead.nextStep?.status, 'cancelled');

      await page.goto(demo.desk);
      await page.clickElement('input[type=password]');
      await page.type(demo.password);
      await page.press('Enter');
      await page.waitForElement('#list');
      // What is typed this fast may lie under Spam.
      const shown = await page.evaluate(async () =>
        (await Promise.all(['/', '/?tab=spam'].map(async (path) => (await fetch(path)).text()))).join(),
      );
      assert.match(shown, /class="next"\s*>[^<]*cancelled/i);
      await page.close();
    });

    it('says that the questions have changed, and goes on in another language', async () => {
      const first = await open([onDevice], { name: 'changed' });
      await first.visitor.tap('We notice a warm freezer too late');
      await first.visitor.say('12');
      await first.visitor.tap('This quarter');
      await first.visitor.reads('How will this be decided?');
      await first.page.close();

      const smaller: Edit = ['"max":5000', '"max":10'];
      const { page, visitor } = await open([onDevice, smaller], { name: 'changed', locale: 'de' });
      await visitor.reads('Einige Fragen haben sich seit Ihrem letzten Besuch geändert.');
      await visitor.reads('Wir merken zu spät');
      await rewrite(visitor, '8');
      await visitor.reads('In diesem Quartal');
      assert.doesNotMatch(await visitor.text(), /Einige Fragen haben sich|This quarter/);
      await page.close();
    });
  });
}
