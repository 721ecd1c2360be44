import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openBrowser, type Page } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { visitorOn } from '../support/visitor.js';
import { startStage } from '../support/widget-page.js';

/** Name of what has the focus, through every shadow root. Runs in the page. */
const focused = (): string => {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at?.matches('a, button, input, textarea')) return '';
  const labels = (at as HTMLInputElement).labels;
  const text = at.getAttribute('aria-label') ?? (labels?.length ? labels[0]?.textContent : at.textContent);
  return (text ?? '').replace(/\s+/g, ' ').trim();
};

/** Presses Tab until the focus is on a control whose name begins so. */
const tabTo = async (page: Page, name: string, keys = 'Tab'): Promise<void> => {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    const here = await page.evaluate(focused);
    if (here.startsWith(name)) return;
    passed.push(here);
    await page.press(keys);
  }
  throw new Error(`Tab never came to “${name}”. It passed: ${passed.join(' → ')}`);
};

for (const engine of engines) {
  describe(`the keyboard alone, in ${engine}`, () => {
    it('opens, answers, corrects, sends and closes', async () => {
      const stage = await startStage({ body: '<a href="#first">First link of the page</a>' });
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.goto(stage.url);
        const visitor = visitorOn(page);
        await page.waitForElement('warmlead-chat >>> button');
        await page.evaluate(() => document.querySelector('a')?.focus());
        await tabTo(page, 'Chat');
        await page.press('Enter');
        await visitor.reads('What are you planning?');
        await tabTo(page, 'Street lighting');
        await page.press('Space');
        await visitor.reads('About how many lamps?');
        await tabTo(page, 'About how many lamps?');
        await page.type('sixty');
        await page.press('Enter');
        await visitor.reads('I need a number');
        for (let i = 0; i < 'sixty'.length; i++) await page.press('Backspace');
        await page.type('60');
        await page.press('Enter');
        await visitor.reads('Where should the plan go?');
        await tabTo(page, 'Name', 'Shift+Tab');
        await page.type('Ada Example');
        await page.press('Tab');
        await page.type('ada@harbour.example');
        await tabTo(page, 'Send to Harbour Lights');
        await page.press('Enter');
        await visitor.reads('Sent to Harbour Lights');
        assert.equal(stage.endpoint.received.length, 1);
        await page.press('Escape');
        await page.waitFor(() => document.querySelector('warmlead-chat')?.hasAttribute('open') === false);
        assert.match(await page.evaluate(focused), /^Chat/);
      } finally {
        await browser.close();
        await stage.close();
      }
    });
  });
}
