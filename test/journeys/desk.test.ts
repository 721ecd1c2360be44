import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Playbook } from '../../src/playbook/schema.js';
import { sampleLead } from '../../src/receiver/conformance/probe.js';
import { ADA } from '../demo/desk-stage.js';
import { contact, leadOf } from '../demo/prospect.js';
import { startServer, type Started } from '../demo/server-process.js';
import { openBrowser, type Browser, type Page } from '../support/browser.js';
import { oneEngine } from '../support/engines.js';

const send = async (desk: string, name: string, company = 'Example Foods'): Promise<void> => {
  const { test: _test, ...lead } = sampleLead({ contact: { name, company, email: 'ada@north.example' } });
  const response = await fetch(`${desk}/leads`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(lead),
  });
  assert.equal(response.status, 201, await response.text());
};

/** Runs in the page. */
const names = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('a.row')].map((row) => row.dataset.name ?? '');
const focused = (): string => (document.activeElement as HTMLElement | null)?.dataset.name ?? '';

for (const engine of oneEngine) {
  describe(`the desk in ${engine}`, () => {
    let folder: string;
    let server: Started;
    let browser: Browser;
    let page: Page;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'warmlead-desk-journey-'));
      const started = await startServer({ DATA_DIR: folder });
      if ('code' in started) throw new Error(started.output);
      server = started;
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.goto(`${server.desk}/`);
      await page.clickElement('input[type=password]');
      await page.type(server.password);
      await page.press('Enter');
      await page.waitForElement('.empty');
    });
    after(async () => {
      await browser?.close();
      await server?.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    });

    it('shows a lead that arrives, without a reload, and says so to screen readers', async () => {
      await page.evaluate(() => void ((window as { same?: boolean }).same = true));
      await send(server.desk, 'Ada First');
      await page.waitFor(() => document.querySelector('a.row') !== null);
      assert.deepEqual(await page.evaluate(names), ['Ada First']);
      await page.waitFor(() => document.getElementById('news')?.textContent === 'New lead: Ada First');
      assert.equal(await page.evaluate(() => document.querySelector('[data-count=leads]')?.textContent), '1');
      assert.equal(await page.evaluate(() => (window as { same?: boolean }).same), true);
    });

    it('is moved through with j, k, Enter and /, and what is typed there narrows the list', async () => {
      await send(server.desk, 'Bea Second');
      await page.waitFor(() => document.querySelectorAll('a.row').length === 2);
      await page.press('j');
      assert.equal(await page.evaluate(focused), 'Bea Second');
      await page.press('j');
      await page.press('j');
      assert.equal(await page.evaluate(focused), 'Ada First');
      await page.press('k');
      assert.equal(await page.evaluate(focused), 'Bea Second');
      await page.press('/');
      await page.type('first');
      await page.waitFor(() => document.querySelectorAll('a.row').length === 1);
      assert.deepEqual(await page.evaluate(names), ['Ada First']);
      await page.press('Enter');
      await page.waitFor(() => document.activeElement?.matches('a.row'));
      await page.press('Enter');
      await page.waitForElement('.verdict');
      assert.match(await page.evaluate(() => document.querySelector('h1')?.textContent ?? ''), /Ada First/);
      await page.goto(`${server.desk}/`);
    });

    it('keeps the focus where it is when the list changes', async () => {
      await page.press('j');
      await page.press('j');
      assert.equal(await page.evaluate(focused), 'Ada First');
      await send(server.desk, 'Cleo Third');
      await page.waitFor(() => document.querySelectorAll('a.row').length === 3);
      assert.equal(await page.evaluate(focused), 'Ada First');
    });

    it('makes nothing of what a visitor wrote but text', async () => {
      const name = '</title><script>location="//evil.example"</script><img src=x onerror=alert(1)><!--';
      await send(server.desk, name, '"><iframe src="javascript:alert(1)"></iframe>');
      await page.waitFor(() => document.querySelectorAll('a.row').length === 4);
      const strange = () =>
        document.querySelectorAll('img, iframe, script:not([src^="/desk/"]), [onerror]').length;
      assert.equal(await page.evaluate(strange), 0);
      assert.equal((await page.evaluate(names))[0], name);
      await page.press('k');
      await page.evaluate(() => document.querySelector<HTMLElement>('a.row')?.click());
      await page.waitForElement('.verdict');
      assert.equal(await page.evaluate(strange), 0);
      assert.ok((await page.evaluate(() => document.querySelector('h1')?.textContent ?? '')).includes(name));
    });

    it('shows a conversation again, turn after turn, with its times', async () => {
      const playbook = JSON.parse(
        await readFile(new URL('../../demo/playbook.json', import.meta.url), 'utf8'),
      ) as Playbook;
      const says = {
        ...ADA.says,
        contact: contact({ name: 'Dora Fourth', email: 'dora@north.example', company: 'South' }),
      };
      const lead = leadOf(playbook, { says }, Date.now());
      await fetch(`${server.desk}/leads`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(lead),
      });
      await page.goto(`${server.desk}/?q=dora`);
      await page.evaluate(() => document.querySelector<HTMLElement>('a.row')?.click());
      await page.clickElement('.talk summary');
      const turns = () =>
        [...document.querySelectorAll<HTMLElement>('.talk li')].map(({ hidden }) => (hidden ? 0 : 1));
      const whole = await page.evaluate(turns);
      assert.ok(whole.length > 10 && !whole.includes(0));
      await page.evaluate(() => {
        const speed = document.querySelector<HTMLSelectElement>('[data-speed]');
        if (speed) speed.value = '16';
        document.querySelector<HTMLElement>('[data-replay]')?.click();
      });
      const begun = await page.evaluate(turns);
      assert.equal(begun[0], 1);
      assert.equal(begun.at(-1), 0);
      await page.waitFor(() => document.querySelector('[data-replay]')?.textContent === 'Play again');
      assert.deepEqual(await page.evaluate(turns), whole);
    });
  });
}
