import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startServer, type Started } from '../demo/server-process.js';
import { openBrowser, type Browser } from '../support/browser.js';
import { oneEngine } from '../support/engines.js';
import { startSite, type Site } from '../support/server.js';
import { visitorOn } from '../support/visitor.js';
import { startStage, type Stage } from '../support/widget-page.js';

const CANARY = 'canary-7f3a';
const policy = { 'content-security-policy': "default-src 'self'; connect-src 'self'" };
const launchers = () => document.querySelectorAll('warmlead-chat').length;
const debugText = () =>
  (document.querySelector('warmlead-debug')?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

for (const engine of oneEngine) {
  describe(`trials on a live site in ${engine}`, () => {
    let folder: string;
    let server: Started;
    let browser: Browser;
    const stages: (Stage | Site)[] = [];
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'warmlead-trials-'));
      const started = await startServer({ DATA_DIR: folder });
      if ('code' in started) throw new Error(started.output);
      server = started;
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      for (const stage of stages) await stage.close();
      await server?.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    });

    it('shows a preview to its owner only, for as long as the tab lives', async () => {
      const stage = await startStage({ tag: 'data-preview' });
      stages.push(stage);
      const page = await browser.newPage();
      await page.goto(stage.url);
      await page.waitFor(() => 'Warmlead' in window && document.readyState === 'complete');
      await page.evaluate(() =>
        (window as unknown as { Warmlead: { ready(): Promise<void> } }).Warmlead.ready(),
      );
      assert.equal(await page.evaluate(launchers), 0);
      await page.goto(`${stage.url}?warmlead=preview`);
      await page.waitForElement('warmlead-chat >>> #launcher');
      await page.waitFor(() => sessionStorage.getItem('warmlead-try') === 'preview');
      await page.goto(stage.url);
      await page.waitForElement('warmlead-chat >>> #launcher');
      await page.close();
    });

    it('brings a test lead to the Test tab, not to the inbox, and says so in the panel', async () => {
      const page = await browser.newPage();
      const login = await fetch(`${server.desk}/login`, {
        method: 'POST',
        body: new URLSearchParams({ password: server.password }),
        redirect: 'manual',
      });
      const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const read = async (path: string) =>
        (await fetch(server.desk + path, { headers: { cookie, accept: 'text/html' } })).text();
      await page.goto(`${server.site}/?warmlead=test`);
      await page.waitFor(() => sessionStorage.getItem('warmlead-try') === 'test');
      await page.goto(`${server.site}/pricing`);
      const visitor = visitorOn(page);
      await page.clickElement('warmlead-chat >>> #launcher');
      await page.waitForElement('warmlead-chat >>> [part=test-badge]');
      await visitor.tap('Something else');
      await visitor.say('Two freezers failed.');
      await visitor.say('12');
      await visitor.tap('This quarter');
      await visitor.tap('I recommend');
      await visitor.tap('No, thanks');
      await visitor.fill('Name', 'Tess Journey');
      await visitor.fill('E-mail', 'tess@journey.example');
      await visitor.fill('Company', 'Journey Foods');
      await visitor.tap('Send to Kestrel');
      await visitor.reads('Sent to Kestrel');
      assert.ok((await read('/?tab=test')).includes('Tess Journey'));
      for (const path of ['/', '/?tab=spam', '/?tab=done'])
        assert.ok(!(await read(path)).includes('Tess Journey'), path);
      assert.match(await read('/'), /data-count="leads">0</);
      await page.close();
    });

    it('names what the policy blocks, sends a test lead, and reports nothing personal', async () => {
      const elsewhere = await startSite();
      const leads = elsewhere.endpoint('/leads', [
        { status: 201, headers: { 'content-type': 'application/json' }, body: '{}' },
      ]);
      const delivery = { to: 'url', url: `${elsewhere.origin}/leads` };
      const [blocked, open] = [
        await startStage({ playbook: { delivery }, headers: policy }),
        await startStage({ playbook: { delivery } }),
      ];
      stages.push(elsewhere, blocked, open);
      const page = await browser.newPage();
      await page.goto(`${blocked.url}?warmlead=debug&mail=${CANARY}@person.example`);
      await page.waitForElement('warmlead-debug >>> footer button:first-child:not([disabled])');
      await page.clickElement('warmlead-debug >>> footer button:first-child');
      await page.waitFor(
        (origin) =>
          (document.querySelector('warmlead-debug')?.shadowRoot?.textContent ?? '').includes(
            `Add to it: ${origin}`,
          ),
        elsewhere.origin,
      );
      assert.match(await page.evaluate(debugText), /"connect-src" blocks something/);
      assert.equal(leads.received.length, 0);

      await page.goto(`${open.url}?warmlead=debug&mail=${CANARY}@person.example`);
      await page.waitForElement('warmlead-debug >>> footer button:first-child:not([disabled])');
      const visitor = visitorOn(page);
      await page.clickElement('warmlead-chat >>> #launcher');
      await visitor.say(`${CANARY} typed`);
      await page.clickElement('warmlead-debug >>> footer button:first-child');
      await page.waitFor(() =>
        (document.querySelector('warmlead-debug')?.shadowRoot?.textContent ?? '').includes(
          'Test lead: It took the lead (status 201)',
        ),
      );
      const sent = JSON.parse(leads.received[0]?.body ?? '{}') as { test?: boolean };
      assert.equal(sent.test, true);
      const report = await page.evaluate(
        () => (document.querySelector('warmlead-debug') as unknown as { report: string }).report,
      );
      assert.ok(report.includes(`url at ${elsewhere.origin}`), report);
      assert.ok(!report.includes(CANARY) && !(await page.evaluate(debugText)).includes(CANARY));
      await page.close();
    });
  });
}
