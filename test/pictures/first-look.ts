/** The picture at the top of the README: a visitor in the middle of a conversation, and the lead that arrived. */
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser, type Page } from '../support/browser.js';
import { startDemo } from '../support/demo.js';
import { visitorOn } from '../support/visitor.js';

const out = fileURLToPath(new URL('../../demo/pictures/first-look.png', import.meta.url));

const demo = await startDemo();
const browser = await openBrowser('chromium');
const shoot = async (page: Page): Promise<string> => {
  await page.screenshot(`${out}.part`);
  const picture = await readFile(`${out}.part`, 'base64');
  await rm(`${out}.part`);
  return `data:image/png;base64,${picture}`;
};
try {
  const page = await browser.newPage({ width: 1180, height: 780 });
  await page.goto(demo.site);
  const visitor = visitorOn(page);
  await visitor.tap('Chat');
  await visitor.tap('We notice a warm freezer too late');
  await visitor.say('12');
  await visitor.reads('When would you like it running?');
  await page.evaluate(() => new Promise((rest) => setTimeout(() => rest(true), 500)));
  const site = await shoot(page);
  await visitor.tap('This quarter');
  await visitor.tap('I recommend');
  await visitor.tap('£200 to £1,000');
  await visitor.tap('No');
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', 'ada@north.example');
  await visitor.fill('Company', 'North Foods');
  await visitor.fill('Phone', '+44 7700 900123');
  // Nobody fills a card in two seconds: the desk would say so.
  await visitor.thinks(60);
  await visitor.tap('Send to Kestrel');
  await visitor.reads('Sent to Kestrel');
  await visitor.tap('Ask ');
  await visitor.takeTime();
  await visitor.tap('Ask for ');
  while ((await demo.leads())[0]?.revision !== 2) await page.evaluate(() => true);
  await page.goto(demo.desk);
  await page.waitForElement('input[type=password]');
  await page.evaluate(() => document.querySelector<HTMLElement>('input[type=password]')?.focus());
  await page.type(demo.password);
  await page.press('Enter');
  await page.waitForElement('[data-ref]');
  const ref = await page.evaluateOn('[data-ref]', (row) => row.getAttribute('data-ref') ?? '');
  await page.goto(`${demo.desk}/leads/${ref}`);
  const lead = await shoot(page);

  const sheet = await browser.newPage({ width: 1640, height: 600 });
  await sheet.goto('about:blank');
  await sheet.evaluate(
    (left, right) => {
      document.body.style.cssText = 'margin:0;padding:24px;background:#e7ecea;display:flex;gap:24px';
      for (const source of [left, right]) {
        const image = document.createElement('img');
        image.src = source;
        image.style.cssText = 'width:784px;border-radius:10px;box-shadow:0 8px 32px #0002';
        document.body.append(image);
      }
      return Promise.all([...document.images].map((image) => image.decode())).then(() => true);
    },
    site,
    lead,
  );
  await sheet.setViewport({ width: 1640, height: 566 });
  await sheet.screenshot(out);
  console.log('demo/pictures/first-look.png');
} finally {
  await browser.close();
  await demo.close();
}
