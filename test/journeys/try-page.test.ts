/**
 * An afternoon without a developer: the try page from a static server, in a folder somewhere, under a strict content
 * security policy; then the snippet on a page of one's own, under another, and a form service that takes the lead.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answerOf } from '../contracts/vendor.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { startSite, type Endpoint, type Request, type Site } from '../support/server.js';
import { visitorOn } from '../support/visitor.js';

const folder = fileURLToPath(new URL('../../dist/try', import.meta.url));
const strict = { 'content-security-policy': "default-src 'self'" };
const KEY = '0f8c1a52-5d3e-4b7a-9c61-2e4d8f7a6b90';

/** What Web3Forms makes of what arrives. The address is the only thing about it that is not the vendor's. */
const formService = async ({ body, headers }: Request) => {
  const sent = {
    key: '',
    lead: '',
    revision: 1,
    url: 'https://api.web3forms.com/submit',
    contentType: headers['content-type'] ?? '',
    headers: {},
    body,
    acceptedBy: 'status',
  };
  const answer = await answerOf('web3forms', sent);
  if (answer.recorded) records.push(JSON.parse(body) as Record<string, string>);
  return { status: answer.status, headers: { 'content-type': 'application/json' }, body: answer.body };
};
let records: Record<string, string>[] = [];

/** Waits until it can be read on the page; what stands in the editor and in the chat does not count. */
const reads = async (page: Page, text: string): Promise<void> => {
  await page.waitFor((wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted), text);
};

/** The sentences of the check, as they stand there. */
const sentences = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#problems .problem')].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ),
  );

/** Whether the cursor stands in a line that holds this text, and in the editor. */
const isAt = (page: Page, text: string): Promise<boolean> =>
  page.waitFor((wanted) => {
    const root = document.querySelector('#editor')?.shadowRoot;
    const line = root?.querySelector('.cm-line.cm-activeLine');
    const isFocused = root?.activeElement?.classList.contains('cm-content');
    return Boolean(isFocused && line?.textContent?.includes(wanted));
  }, text);

/** Finds a text with the editor's own search and writes another in its place. */
const rewrite = async (page: Page, old: string, now: string): Promise<void> => {
  await page.clickElement('#editor >>> .cm-scroller');
  await page.press('Control+f');
  await page.waitForElement('#editor >>> .cm-search input[name=search]');
  await page.press('Control+a');
  await page.type(old);
  // The box takes note when a key is let go; what is no key of the test's keyboard is only put in.
  await page.press('End');
  await page.press('Enter');
  await page.press('Escape');
  await page.waitFor(
    (wanted) => {
      const root = document.querySelector('#editor')?.shadowRoot;
      const isGone = !root?.querySelector('.cm-search');
      return isGone && Boolean(root?.querySelector('.cm-activeLine')?.textContent?.includes(wanted));
    },
    old.slice(0, 12),
  );
  await page.press('Delete');
  await page.type(now);
};

const chooseStarter = async (page: Page, title: string): Promise<void> => {
  await page.clickElement('#starters-open:not([disabled])');
  await page.waitForElement('#starters .item');
  const at = await page.waitFor((wanted) => {
    const items = [...document.querySelectorAll<HTMLElement>('#starters .item')];
    const item = items.find((one) => one.innerText.startsWith(wanted));
    if (!item?.checkVisibility()) return null;
    const { x, y, width, height } = item.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, title);
  await page.click(at?.x ?? 0, at?.y ?? 0);
};

for (const engine of engines) {
  describe(`the try page, in ${engine}`, () => {
    let browser: Browser;
    let site: Site;
    let service: Endpoint;
    let home: string;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    const onStage = async (run: (page: Page) => Promise<void>): Promise<void> => {
      records = [];
      site = await startSite();
      site.folder('/a/folder/try/', folder, strict);
      service = site.endpoint('/submit', [formService]);
      home = `${site.origin}/a/folder/try/index.html`;
      const page = await browser.newPage({ width: 1440, height: 900 });
      try {
        await page.goto(home);
        await page.waitForElement('#editor >>> .cm-content');
        await reads(page, 'b2b-software.json');
        await run(page);
      } finally {
        await page.close();
        await site.close();
      }
    };

    it('leads from a starter to a lead in a form service, without a terminal', () =>
      onStage(async (page) => {
        await chooseStarter(page, 'Local service');
        await reads(page, 'local-service.json');
        await chooseStarter(page, 'B2B software');
        await reads(page, 'b2b-software.json');
        const visitor = visitorOn(page);
        await visitor.reads('What would you like to sort out first?');

        // Two classic accidents: a word processor's quotation marks, and a step that is not there.
        await rewrite(page, 'need_text"}', 'need_texts"}');
        await reads(page, 'There is no step "need_texts"');
        await rewrite(page, '"Orders are typed in by hand"', '“Orders are typed in by hand”');
        await reads(page, 'typographic');
        await reads(page, 'This is the last version that could be read.');
        await visitor.reads('Orders are typed in by hand');

        const [quotes = ''] = await sentences(page);
        assert.match(quotes, /^Error: The quotation mark “ is a typographic one.*Line 17$/);
        await page.clickElement('#problems .problem');
        await isAt(page, '“Orders are typed in by hand”');
        await rewrite(page, '“Orders are typed in by hand”', '"Orders are typed in by phone"');
        await page.waitFor(() => document.querySelector('#problems')?.textContent?.includes('need_texts'));
        const [target = ''] = await sentences(page);
        assert.match(target, /^Error: .*"need_texts".*need_text.*Line 18$/);
        await page.clickElement('#snippet');
        await reads(page, 'There is 1 error in the playbook. Mend it first');
        await page.clickElement('#sheet .primary');
        await page.waitFor(() => document.activeElement?.classList.contains('problem'));
        await page.press('Enter');
        await isAt(page, 'need_texts');
        await rewrite(page, 'need_texts"}', 'need_text"}');
        await page.waitFor(() => !document.querySelector('#problems .error'));
        await visitor.reads('Orders are typed in by phone');

        await rewrite(page, '00000000-0000-0000-0000-000000000000', KEY);
        await rewrite(page, '"to": "web3forms",', `"to": "web3forms", "url": "${site.origin}/submit",`);
        await page.clickElement('#snippet');
        const taken = await page.waitFor(() => {
          const snippet = document.querySelector<HTMLTextAreaElement>('#sheet textarea')?.value;
          const policy = document.querySelector('#sheet .code')?.textContent;
          return snippet && policy ? { snippet, policy } : null;
        });
        const { snippet, policy } = taken ?? assert.fail('no snippet');
        assert.match(policy, /^script-src 'sha256-/);

        // As the dialog says, line for line; nothing else is allowed there.
        const csp = ["default-src 'none'", ...policy.trim().split('\n')].join('; ');
        site.page(
          '/own.html',
          `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Own</title></head><body><h1>Own page</h1>${snippet}</body></html>`,
          { 'content-security-policy': csp },
        );
        const own = await browser.newPage();
        await own.goto(`${site.origin}/own.html`);
        const prospect = visitorOn(own);
        await prospect.tap('Chat');
        await prospect.tap('Orders are typed in by phone');
        await prospect.say('12');
        await prospect.tap('In the next three months');
        await prospect.tap('I decide, or we decide together');
        await prospect.tap('£150 to £600');
        await prospect.reads('Where should we send this');
        await prospect.fill('Name', 'Ada Example');
        await prospect.fill('E-mail', 'ada@north.example');
        await prospect.fill('Company', 'North Foods');
        await prospect.tap('Send to Tallyroom');
        await prospect.reads('That fits well');
        await prospect.tap('Just e-mail me');
        await prospect.reads('Sent to Tallyroom');
        await own.close();
        assert.equal(records.length, 1);
        assert.equal(service.received.length, 1);
        assert.equal(records[0]?.['email'], 'ada@north.example');
        assert.equal(records[0]?.['access_key'], KEY);
      }));
  });
}
