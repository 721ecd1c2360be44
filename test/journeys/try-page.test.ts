/**
 * An afternoon without a developer: the try page from a static server, in a folder somewhere, under a strict content
 * security policy; then the snippet on a page of one's own, under another, and a form service that takes the lead.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import { answerOf } from '../contracts/vendor.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { startSite, type Endpoint, type Request, type Site } from '../support/server.js';
import { visitorOn } from '../support/visitor.js';

const folder = fileURLToPath(new URL('../../dist/try', import.meta.url));
const axeFolder = fileURLToPath(new URL('../../node_modules/axe-core', import.meta.url));
const formFolder = fileURLToPath(new URL('../fixtures/forms', import.meta.url));
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

/** Presses something in the frame, and asks axe what is wrong then. Runs in the page. */
const faultsAfter = async (press: string): Promise<readonly string[]> => {
  const inside = document.querySelector('iframe')?.contentWindow as (Window & { axe?: typeof axe }) | null;
  const page = inside?.document;
  if (!inside || !page) return ['There is no frame.'];
  if (!inside.axe) {
    const script = page.createElement('script');
    script.src = '/axe/axe.min.js';
    const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
    page.head.append(script);
    await loaded;
  }
  page.querySelector<HTMLDialogElement>('#sheet')?.close();
  if (press) {
    page.querySelector<HTMLElement>(press)?.click();
    const isSheet = /test|snippet|connect/.test(press);
    while (isSheet && !page.querySelector<HTMLDialogElement>('#sheet')?.open)
      await new Promise(requestAnimationFrame);
  }
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await inside.axe?.run(page, { runOnly: tags, resultTypes: ['violations'] });
  const faults = (found?.violations ?? [{ id: 'axe is not there', nodes: [] }]).flatMap(({ id, nodes }) => [
    id,
    ...nodes.map(({ target, failureSummary }) => `${target.flat().join(' ')}: ${failureSummary}`),
  ]);
  const wide = page.documentElement.scrollWidth > inside.innerWidth;
  return wide ? [...faults, 'The page scrolls sideways.'] : faults;
};

/** Forms as people paste them, with what the command line makes of each. */
const pastedForms = () =>
  readdirSync(formFolder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const read = (end: string) => readFileSync(`${formFolder}/${file.replace('.html', end)}`, 'utf8');
      const { delivery } = JSON.parse(read('.json')) as { readonly delivery: object };
      return { name: file, html: read('.html'), delivery };
    });

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

    it('sends a test lead where the playbook says, and shows what came back', () =>
      onStage(async (page) => {
        await page.clickElement('#test');
        await reads(page, 'This key is only an example');
        await reads(page, '[TEST] Hot');
        await page.press('Escape');
        await rewrite(page, '00000000-0000-0000-0000-000000000000', KEY);
        await rewrite(page, '"to": "web3forms",', `"to": "web3forms", "url": "${site.origin}/submit",`);
        await page.clickElement('#test');
        await page.clickElement('#sheet .primary');
        await reads(page, 'took the test lead (200)');
        await reads(page, 'Email sent successfully!');
        assert.equal(records.length, 1);
        assert.match(records[0]?.['subject'] ?? '', /^\[TEST\]/);
        assert.deepEqual(
          site.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path),
          ['/submit'],
        );
      }));

    it('says that its own policy keeps a test lead in, instead of blaming the destination', () =>
      onStage(async (page) => {
        await rewrite(page, '00000000-0000-0000-0000-000000000000', KEY);
        await page.clickElement('#test');
        await page.clickElement('#sheet .primary');
        await reads(
          page,
          'The content security policy of this page does not let it connect to api.web3forms.com',
        );
      }));

    it('keeps the conversation over an edit, lets nothing of it out, and gives back what a starter replaced', () =>
      onStage(async (page) => {
        const visitor = visitorOn(page);
        await visitor.tap('Our stock figures are never right');
        await visitor.reads('How many people would work with it?');
        await rewrite(page, 'How many people would work with it?', 'How many people will work with it?');
        await visitor.reads('How many people will work with it?');
        await visitor.reads('Our stock figures are never right');
        await visitor.say('12');
        await visitor.tap('In the next three months');
        await visitor.tap('I decide, or we decide together');
        await visitor.tap('£150 to £600');
        await visitor.reads('Where should we send this');
        await visitor.fill('Name', 'Ada Example');
        await visitor.fill('E-mail', 'ada@north.example');
        await visitor.fill('Company', 'North Foods');
        await visitor.tap('Send to Tallyroom');
        await reads(page, 'A lead would have been sent.');
        await page.clickElement('#arrived');
        await reads(page, 'Hot · Ada Example, North Foods');
        await page.press('Escape');
        assert.deepEqual(
          site.requests.filter(({ method }) => method !== 'GET'),
          [],
        );

        await chooseStarter(page, 'Trade show');
        await reads(page, 'trade-show.json');
        await page.clickElement('#undo');
        await page.waitFor(() =>
          document.querySelector('#editor')?.shadowRoot?.textContent?.includes('Tallyroom'),
        );
        await page.reload();
        await page.waitFor(() =>
          document.querySelector('#editor')?.shadowRoot?.textContent?.includes('Tallyroom'),
        );
        await page.clickElement('#draft-act');
        await reads(page, 'Draft not kept');
        const kept = await page.evaluate(() => localStorage.getItem('warmlead-try'));
        assert.equal(kept, '{"text":null}');
      }));

    it('reads forms as the command line does, and writes their delivery into the playbook', () =>
      onStage(async (page) => {
        for (const { name, html, delivery } of pastedForms()) {
          await page.clickElement('#connect');
          await page.waitForElement('#sheet[open] textarea');
          await page.evaluateOn(
            '#sheet textarea',
            (box, text) => {
              (box as HTMLTextAreaElement).value = text;
            },
            html,
          );
          await page.clickElement('#sheet .primary');
          await page.waitForElement('#sheet .delivery');
          const shown = await page.evaluateOn('#sheet .delivery', ({ textContent }) => textContent ?? '');
          assert.deepEqual(JSON.parse(shown), delivery, name);
          await page.clickElement('#sheet .result .primary');
          await page.waitFor(() => !document.querySelector<HTMLDialogElement>('#sheet')?.open);
          await isAt(page, '"delivery"');
        }
      }));

    it('goes on when the network is gone', () =>
      onStage(async (page) => {
        const hasWorker = await page.evaluate(async () => {
          if (!('serviceWorker' in navigator)) return false;
          await navigator.serviceWorker.ready;
          return true;
        });
        if (hasWorker) await page.waitFor(() => navigator.serviceWorker.controller !== null);
        await site.goDown();
        if (hasWorker) await page.reload();
        await page.waitForElement('#editor >>> .cm-content');
        await chooseStarter(page, 'Agency');
        await reads(page, 'agency.json');
        await page.clickElement('#test');
        await reads(page, '[TEST]');
        await page.press('Escape');
        await page.clickElement('#restart');
        await visitorOn(page).reads('A new website');
      }));

    // What axe finds does not depend on the engine, nearly.
    for (const colorScheme of engine === engines[0] ? (['light', 'dark'] as const) : []) {
      it(`has no fault that axe knows of, ${colorScheme}, wide and narrow`, async () => {
        const looking = await openBrowser(engine, { colorScheme });
        const host = await startSite();
        try {
          host.folder('/try/', folder);
          host.folder('/axe/', axeFolder);
          for (const width of [320, 1280]) {
            // One engine's windows cannot be made narrow, its frames can.
            host.page(
              `/${width}.html`,
              `<!doctype html><html lang="en"><title>Try</title><body><iframe title="Try" width="${width}" height="800" src="/try/index.html"></iframe></body></html>`,
            );
            const page = await looking.newPage({ width: 1400, height: 900 });
            await page.goto(`${host.origin}/${width}.html`);
            await page.waitFor(() => {
              const inside = document.querySelector('iframe')?.contentDocument;
              const chat = inside?.querySelector('warmlead-chat');
              return (
                inside?.querySelector('#editor')?.shadowRoot?.querySelector('.cm-content') && chat !== null
              );
            });
            for (const press of [
              '',
              '#tab-chat',
              '#tab-checks',
              '#starters-open',
              '#test',
              '#snippet',
              '#connect',
            ]) {
              const faults = await page.evaluate(faultsAfter, press);
              assert.deepEqual(faults, [], `${width} px, after ${press || 'loading'}`);
            }
            await page.close();
          }
        } finally {
          await looking.close();
          await host.close();
        }
      });
    }
  });
}
