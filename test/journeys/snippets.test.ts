/** The block that `warmlead snippet` prints, pasted where people without files paste it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { snippetFor, snippetScript } from '../../src/authoring/snippet.js';
import { snippetPolicy } from '../../src/authoring/snippet-policy.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import { openBrowser, type Page } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { startSite, type Site } from '../support/server.js';
import { containerOf } from '../support/tag-manager.js';
import { visitorOn } from '../support/visitor.js';
import { received, shortPlaybook } from '../support/widget-page.js';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
/** Texts that pasting is known to spoil. */
const NASTY = 'Grüße & Co. </script> {{Page URL}} “quoted” 😀';

const html = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="iso-8859-1"><title>Harbour Lights</title><link rel="icon" href="data:,"></head><body><h1>Harbour Lights</h1>${body}</body></html>`;

const playbookAt = (site: Site): object => shortPlaybook(`${site.origin}/leads`, { welcome: { say: NASTY } });

const converse = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  const visitor = visitorOn(page);
  await visitor.tap('Chat');
  await visitor.reads(NASTY);
  await visitor.tap('Street lighting');
  await visitor.say('about 80');
  await visitor.fill('Name', 'Ada Example');
  await visitor.fill('E-mail', 'ada@harbour.example');
  await visitor.tap('Send to Harbour Lights');
  await visitor.reads('Sent to Harbour Lights');
};

for (const engine of engines) {
  describe(`a pasted snippet, in ${engine}`, () => {
    it('brings one chat and one lead through a tag manager that fires it twice', async () => {
      const site = await startSite();
      site.folder('/warmlead/', dist);
      const leads = site.endpoint('/leads', [received]);
      const snippet = snippetFor(JSON.stringify(playbookAt(site)), {
        src: `${site.origin}/warmlead/warmlead.js`,
      });
      const container = {
        headers: { 'content-type': 'text/javascript' },
        body: containerOf(snippet + snippet),
      };
      site.endpoint('/gtm.js', [container]);
      site.page('/', html('<script src="/gtm.js"></script>'));
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await converse(page, `${site.origin}/`);
        assert.equal(leads.received.length, 1);
        assert.equal(JSON.parse(leads.received[0]?.body ?? '').contact.email, 'ada@harbour.example');
        assert.equal(await page.evaluate(() => document.querySelectorAll('warmlead-chat').length), 1);
      } finally {
        await browser.close();
        await site.close();
      }
    });

    it('works under a strict policy that allows what the command says, and nothing else', async () => {
      const site = await startSite();
      site.folder('/warmlead/', dist);
      const leads = site.endpoint('/leads', [received]);
      const text = JSON.stringify(playbookAt(site));
      const src = `${site.origin}/warmlead/warmlead.js`;
      const hash = `sha256-${createHash('sha256').update(snippetScript(text, { src })).digest('base64')}`;
      const parsed = parsePlaybook(playbookAt(site));
      assert.ok(parsed.ok);
      const policy = ["default-src 'none'", ...snippetPolicy(parsed.playbook, src, hash)].join('; ');
      site.page('/', html(snippetFor(text, { src })), { 'content-security-policy': policy });
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await converse(page, `${site.origin}/`);
        assert.equal(leads.received.length, 1);
      } finally {
        await browser.close();
        await site.close();
      }
    });
  });
}
