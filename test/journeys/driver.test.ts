import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type Browser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { startSite, type Site } from '../support/server.js';

const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<style>body{margin:0} #far{margin-top:3000px} #cover{position:fixed;right:0;top:0;width:200px;height:200px}</style>
<input id="first"><button id="second">Second</button>
<outer-box></outer-box>
<button id="far">Far</button>
<button id="hidden" style="position:fixed;right:20px;top:20px">Covered</button><div id="cover" class="veil"></div>
<script src="/page.js"></script>`;

const script = `
const outer = document.querySelector('outer-box').attachShadow({mode: 'open'});
const inner = document.createElement('inner-box');
outer.append(inner);
const button = document.createElement('button');
button.textContent = 'Deep';
inner.attachShadow({mode: 'open'}).append(button);
window.clicks = [];
addEventListener('click', (event) => clicks.push([event.composedPath()[0].textContent, event.isTrusted]));`;

/** The strictest page: a driver that needs eval would fail here. */
const policy = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:",
};

const clicks = (): unknown => (window as unknown as { clicks: unknown }).clicks;

for (const engine of engines) {
  describe(`the driver in ${engine}`, () => {
    let browser: Browser;
    let site: Site;
    before(async () => {
      site = await startSite();
      site.page('/', page, policy);
      site.endpoint('/page.js', [{ headers: { 'content-type': 'text/javascript' }, body: script }]);
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    it('passes values in and out, waits for promises and reports what was thrown', async () => {
      const tab = await browser.newPage();
      await tab.goto(site.origin);
      assert.equal(await tab.evaluate((a: number, b: number) => a + b, 1, 2), 3);
      assert.equal(await tab.evaluate(async () => Promise.resolve(document.title || 'none')), 'none');
      assert.equal(await tab.evaluate(() => undefined), undefined);
      await assert.rejects(
        tab.evaluate(() => {
          throw new Error('from inside');
        }),
        /from inside/,
      );
      await tab.close();
    });

    it('types and presses keys, with the focus going back and forth', async () => {
      const tab = await browser.newPage();
      await tab.goto(site.origin);
      await tab.clickElement('#first');
      await tab.type('Zoë 👋');
      await tab.press('Tab');
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'second');
      await tab.press('Shift+Tab');
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'first');
      await tab.press('End');
      await tab.press('Space');
      assert.equal(await tab.evaluateOn('#first', (input) => (input as HTMLInputElement).value), 'Zoë 👋 ');
      await tab.close();
    });

    it('clicks through shadow roots and below the fold, as a person would', async () => {
      const tab = await browser.newPage();
      await tab.goto(site.origin);
      await tab.clickElement('outer-box >>> button');
      await tab.clickElement('#far');
      assert.deepEqual(await tab.waitFor(clicks), [
        ['Deep', true],
        ['Far', true],
      ]);
      await tab.close();
    });

    it('does not click what is covered or absent, and says so', async () => {
      const tab = await browser.newPage({ timeoutMs: 100 });
      await tab.goto(site.origin);
      await assert.rejects(tab.clickElement('#hidden'), /<div class="veil"> covers it/);
      await assert.rejects(tab.clickElement('#nowhere'), /Nothing matches #nowhere/);
      assert.deepEqual(await tab.evaluate(clicks), []);
      await tab.close();
    });

    it('waits for what it is told, and names it when it does not come', async () => {
      const tab = await browser.newPage({ timeoutMs: 100 });
      await tab.goto(site.origin);
      await assert.rejects(
        tab.waitFor((word: string) => document.title === word, 'later'),
        /Waited 100 ms for .*document\.title *=== *word.* with \["later"\]/s,
      );
      await tab.close();
    });

    it('makes the page as large as asked, down to 320 pixels', async () => {
      const tab = await browser.newPage({ width: 320, height: 500 });
      await tab.goto(site.origin);
      assert.deepEqual(await tab.evaluate(() => [innerWidth, innerHeight]), [320, 500]);
      await tab.setViewport({ width: 1280, height: 700 });
      assert.deepEqual(await tab.evaluate(() => [innerWidth, innerHeight]), [1280, 700]);
      await tab.close();
    });

    it('keeps storage over a reload and shares it between tabs', async () => {
      const tab = await browser.newPage();
      await tab.goto(site.origin);
      await tab.evaluate(() => localStorage.setItem('word', 'kept'));
      await tab.reload();
      assert.equal(await tab.evaluate(() => localStorage.getItem('word')), 'kept');
      const other = await browser.newPage();
      await tab.close();
      await other.goto(site.origin);
      assert.equal(await other.evaluate(() => localStorage.getItem('word')), 'kept');
      await other.close();
    });

    it('takes a picture', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'warmlead-picture-'));
      const tab = await browser.newPage({ width: 400, height: 300 });
      await tab.goto(site.origin);
      await tab.screenshot(join(folder, 'page.png'));
      const png = await readFile(join(folder, 'page.png'));
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [400, 300]);
      await tab.close();
      await rm(folder, { recursive: true });
    });
  });

  describe(`a browser's looks and its profile in ${engine}`, () => {
    it('shows itself dark and still when asked, light and moving otherwise', async () => {
      const looks = (): boolean[] =>
        ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map(
          (query) => matchMedia(query).matches,
        );
      for (const asked of [true, false]) {
        const browser = await openBrowser(engine, asked ? { colorScheme: 'dark', reducedMotion: true } : {});
        const tab = await browser.newPage();
        assert.deepEqual(await tab.evaluate(looks), [asked, asked]);
        await browser.close();
      }
    });

    it('ends at once when killed, and finds its storage again where it keeps a profile', async () => {
      const site = await startSite();
      site.page('/', page);
      const profileDir = await mkdtemp(join(tmpdir(), 'warmlead-profile-'));
      const keeps = engine !== 'webkit';
      const options = keeps ? { profileDir } : {};
      const first = await openBrowser(engine, options);
      assert.equal(first.keepsProfile, keeps);
      const tab = await first.newPage();
      await tab.goto(site.origin);
      await tab.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('kept', 1);
            opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('box'));
            opening.addEventListener('success', () => {
              const writing = opening.result.transaction('box', 'readwrite', { durability: 'strict' });
              writing.objectStore('box').put('safe', 'word');
              writing.addEventListener('complete', () => resolve());
              writing.addEventListener('error', () => reject(writing.error));
            });
          }),
      );
      await first.kill();
      await assert.rejects(tab.evaluate(() => 1));
      const second = await openBrowser(engine, options);
      const again = await second.newPage();
      await again.goto(site.origin);
      const names = await again.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
      assert.deepEqual(names, keeps ? ['kept'] : []);
      await second.close();
      await site.close();
      await rm(profileDir, { recursive: true, force: true });
    });
  });
}
