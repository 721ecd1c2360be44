import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createSite } from '../../demo/site/site.js';
import { playbookFor } from '../../demo/playbook.js';

const DESK = 'http://desk.example';
const SITE = 'http://site.example';
/** A build that holds a try page and nothing else. */
const BUILT = mkdtempSync(join(tmpdir(), 'warmlead-dist-'));
mkdirSync(join(BUILT, 'try'));
writeFileSync(join(BUILT, 'try/index.html'), '<title>Built</title>');
after(() => rmSync(BUILT, { recursive: true }));

const site = createSite({
  dist: '/nowhere',
  playbook: playbookFor(DESK),
  deskOrigin: DESK,
});
const get = async (path: string) => site.request(`${SITE}${path}`);
const PAGES = [
  '/',
  '/pricing',
  '/contact',
  '/ask',
  '/haccp',
  '/privacy',
  '/support',
  '/cold-rooms',
  '/november',
  '/welcome-back',
];

describe('the company’s site', () => {
  for (const path of PAGES) {
    describe(path, async () => {
      const response = await get(path);
      const html = await response.text();

      it('is a whole page with one heading of the first order', () => {
        assert.equal(response.status, 200);
        assert.match(html, /^<!doctype html>\s*<html lang="en">/);
        assert.equal(html.match(/<h1/g)?.length, 1);
        assert.match(html, /<title>[^<]+<\/title>/);
        assert.match(html, /<meta\s+name="description"\s+content="[^"]{20,}"/);
      });

      it('works under a policy that allows only its own files and the desk', () => {
        const policy = response.headers.get('content-security-policy') ?? '';
        assert.match(policy, /default-src 'self'; connect-src 'self' http:\/\/desk\.example;/);
        assert.doesNotMatch(policy, /unsafe|\*/);
        assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=|<script(?!\s+src="\/warmlead\/warmlead\.js")/i);
      });

      it('links only to what is there', async () => {
        const links = new Set([...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link = '']) => link));
        for (const link of links) {
          if (link.startsWith('/warmlead/')) continue;
          const target = await get(link);
          assert.equal(target.status, 200, link);
          const id = link.split('#')[1];
          if (id) assert.ok((await target.text()).includes(`id="${id}"`), link);
        }
      });
    });
  }

  it('leads to the try page, and says so where it is not built', async () => {
    const there = await get('/try');
    assert.equal(there.headers.get('location'), '/try/');
    const missing = await get('/try/');
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /npm run build/);
    const built = createSite({ dist: BUILT, playbook: playbookFor(DESK), deskOrigin: DESK });
    const page = await built.request(`${SITE}/try/`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<title>Built<\/title>/);
  });

  it('has the chat in the corner, inside the page, and as a page', async () => {
    const corner = await (await get('/pricing')).text();
    assert.match(corner, /<script\s+src="\/warmlead\/warmlead\.js"\s+data-playbook="\/playbook\.json"/);
    assert.doesNotMatch(corner, /<warmlead-chat/);
    for (const [path, mode] of [
      ['/contact', 'inline'],
      ['/ask', 'page'],
    ] as const) {
      const html = await (await get(path)).text();
      assert.match(html, new RegExp(`<warmlead-chat\\s+mode="${mode}"\\s+playbook="/playbook.json"`));
      assert.doesNotMatch(html, /data-playbook/);
    }
  });

  it('speaks the language asked for on the chat’s own page', async () => {
    assert.match(await (await get('/ask?lang=ar')).text(), /<section class="ask" lang="ar" dir="rtl">/);
    assert.match(await (await get('/ask?lang=xx')).text(), /<section class="ask" lang="en" dir="ltr">/);
  });

  it('gives out the playbook with the desk’s address', async () => {
    const playbook = (await (await get('/playbook.json')).json()) as { delivery: unknown };
    assert.deepEqual(playbook.delivery, { to: 'desk', counts: true, url: `${DESK}/leads` });
  });

  it('has every address that the playbook mentions', async () => {
    const text = JSON.stringify(await (await get('/playbook.json')).json());
    const links = new Set([...text.matchAll(/[("](\/[a-z][^")*]*)[")]/g)].map(([, link = '']) => link));
    assert.ok(links.size > 5);
    for (const link of links) {
      const target = await get(link);
      assert.equal(target.status, 200, link);
      const id = link.split('#')[1];
      if (id) assert.ok((await target.text()).includes(`id="${id}"`), link);
    }
  });

  it('draws the products as pictures of their own', async () => {
    const response = await get('/img/probe-kit.svg');
    assert.equal(response.headers.get('content-type'), 'image/svg+xml');
    assert.match(
      await response.text(),
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"\s+viewBox="0 0 480 270"/,
    );
  });

  it('says so when there is no such page, and when the script is not built', async () => {
    const page = await get('/careers');
    assert.equal(page.status, 404);
    assert.match(await page.text(), /Nothing in this room/);
    const script = await get('/warmlead/warmlead.js');
    assert.equal(script.status, 404);
    assert.match(await script.text(), /not built/);
  });
});
