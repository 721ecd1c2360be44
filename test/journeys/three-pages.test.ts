import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { engines } from '../support/engines.js';
import { visitorOn, type Visitor } from '../support/visitor.js';

const places = [
  { name: 'in the corner', path: '/', opens: true },
  { name: 'inside a page', path: '/contact', opens: false },
  { name: 'as the page', path: '/ask', opens: false },
] as const;

/** Everything before the contact card, on the way to a hot lead. */
const hot: readonly { readonly asks: string; readonly answer: (visitor: Visitor) => Promise<void> }[] = [
  {
    asks: 'What would you like to fix?',
    answer: (visitor) => visitor.tap('We notice a warm freezer too late'),
  },
  { asks: 'How many sites do you run?', answer: (visitor) => visitor.say('about 12') },
  { asks: 'When would you like it running?', answer: (visitor) => visitor.tap('This quarter') },
  { asks: 'How will this be decided?', answer: (visitor) => visitor.tap('I recommend') },
  { asks: 'Which is closest to what you have in mind', answer: (visitor) => visitor.tap('£200 to £1,000') },
  { asks: 'monthly newsletter', answer: (visitor) => visitor.tap('No') },
];

const fillContact = async (visitor: Visitor, email: string): Promise<void> => {
  await visitor.reads('Where should we send this?');
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', email);
  await visitor.fill('Company', 'North Foods');
};

const begin = async (page: Page, url: string, opens: boolean): Promise<Visitor> => {
  await page.goto(url);
  const visitor = visitorOn(page);
  if (opens) await visitor.tap('Chat');
  // An inline chat begins when it comes into view.
  else await page.evaluate(() => document.querySelector('warmlead-chat')?.scrollIntoView());
  return visitor;
};

for (const engine of engines) {
  describe(`the company's site and its desk, in ${engine}`, () => {
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

    for (const { name, path, opens } of places) {
      it(`makes one lead of a conversation ${name}, with verdict and reasons`, async () => {
        const page = await browser.newPage();
        const email = `ada@${path.slice(1) || 'home'}.example`;
        const visitor = await begin(page, demo.site + path, opens);
        for (const { asks, answer } of hot) {
          await visitor.reads(asks);
          await answer(visitor);
        }
        await visitor.reads('Probe Kit');
        await fillContact(visitor, email);
        await visitor.tap('Send to Kestrel');
        await visitor.reads('Sent to Kestrel');
        await page.close();

        const leads = (await demo.leads()).filter(({ contact }) => contact?.email === email);
        assert.equal(leads.length, 1);
        const [lead] = leads;
        assert.equal(lead?.qualification?.verdict, 'qualified');
        assert.equal(lead?.qualification?.band, 'hot');
        assert.deepEqual(
          lead?.qualification?.reasons.map(({ because, points }) => [because, points]),
          [
            ['Strong fit, at least three of BANT', undefined],
            ['Five or more sites', 30],
            ['Wants it this quarter', 30],
            ['Has a say in the decision', 20],
            ['Budget covers a first site', 20],
          ],
        );
        assert.equal(lead?.recommendations?.[0]?.product, 'probe-kit');
        assert.deepEqual(
          lead?.consents.map(({ purpose, granted }) => [purpose, granted]),
          [['newsletter', false]],
        );
      });
    }

    it('asks the same question with the same transcript after a reload at every step, and sends nothing for it', async () => {
      const page = await browser.newPage();
      const before = (await demo.leads()).length;
      const visitor = await begin(page, demo.site, true);
      const same = async (asks: string) => {
        await visitor.reads(asks);
        const transcript = await visitor.transcript();
        const opened = await page.evaluate(() =>
          document.querySelector('warmlead-chat')?.hasAttribute('open'),
        );
        assert.equal(opened, true);
        await page.reload();
        await page.waitForElement('warmlead-chat >>> button');
        // What was open stays open once this browser keeps something; before the first answer it keeps nothing.
        const stays = await page.evaluate(() => sessionStorage.getItem('warmlead:open') !== null);
        if (!stays) await visitor.tap('Chat');
        await visitor.reads(asks);
        // Until the first answer nothing is kept, the time of the greeting neither.
        await visitor.transcribes(transcript, { timed: asks !== hot[0]?.asks });
        assert.equal((await demo.leads()).length, before);
      };
      for (const { asks, answer } of hot) {
        await same(asks);
        await answer(visitor);
      }
      await same('Where should we send this?');
      await fillContact(visitor, 'ada@reload.example');
      await visitor.tap('Send to Kestrel');
      await visitor.reads('Sent to Kestrel');
      const transcript = await visitor.transcript();
      await page.reload();
      await visitor.reads('Sent to Kestrel');
      await visitor.transcribes(transcript);
      await page.close();
      const leads = (await demo.leads()).filter(({ contact }) => contact?.email === 'ada@reload.example');
      assert.deepEqual(
        leads.map(({ revision }) => revision),
        [1],
      );
    });

    it('sends no lead for an existing customer who wants no letter', async () => {
      const page = await browser.newPage();
      const before = (await demo.leads()).length;
      const visitor = await begin(page, demo.site, true);
      await visitor.tap('I’m already a customer');
      await visitor.tap('No, thanks');
      await visitor.reads('Support helps you faster');
      await page.close();
      assert.equal((await demo.leads()).length, before);
    });
  });
}
