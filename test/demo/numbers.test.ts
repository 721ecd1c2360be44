import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DESK, startDesk, type DeskStage } from './desk-stage.js';

const SITE = 'http://site.example';
const HOUR = 3_600_000;

let stage: DeskStage | undefined;
const running = (): DeskStage => stage ?? assert.fail('no desk');

/** Sends counts as a page of the site does. */
const send = (counts: object, hash = 'a1', version = '3', origin = SITE) =>
  running().ask('/leads/counts', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: origin },
    body: JSON.stringify({
      counts: 1,
      playbook: { id: running().playbook.id, version, hash },
      ...counts,
    }),
  });
const numbers = async (query = '') =>
  (await running().as(await running().login(), `/numbers${query}`)).text();

/** The cells of a table, by row, as people read them. */
const table = (html: string, id: string): readonly (readonly string[])[] =>
  (new RegExp(`<table id="${id}">([^]*?)</table>`).exec(html)?.[1] ?? '')
    .split('<tr')
    .slice(2)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
        cell
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
const sums = (html: string) =>
  [...html.matchAll(/<dt>(\w+)<\/dt>\s*<dd>(\d+)/g)].map(([, name, number]) => `${name} ${number}`);

describe('the numbers of the desk', () => {
  before(async () => {
    stage = await startDesk();
  });
  beforeEach(async () => {
    await running().clear();
    running().restart({});
  });
  after(() => stage?.close());

  it('add up what pages send, step by step and day by day', async () => {
    assert.equal((await send({ opened: 1, steps: { need: { asked: 1 } } })).status, 204);
    await send({ opened: 1, started: 1, steps: { need: { asked: 1, answered: 1 }, sites: { asked: 1 } } });
    running().pass(24 * HOUR);
    await send({ opened: 1, started: 1, finished: 1, steps: { need: { asked: 1, answered: 1 } } });
    const html = await numbers();
    assert.deepEqual(sums(html), ['Opened 3', 'Started 2', 'Finished 1']);
    const [need, sites] = table(html, 'steps');
    assert.deepEqual(need?.slice(1), ['3', '2', '1', '33 %']);
    assert.deepEqual(sites?.slice(1), ['1', '0', '1', '100 %']);
    const days = table(html, 'days');
    assert.equal(days.length, 30);
    assert.deepEqual(days.slice(-2), [
      ['23 Nov', '2', '1', '0'],
      ['24 Nov', '1', '1', '1'],
    ]);
  });

  it('lose none of many that come at once', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => send({ opened: 1 })));
    assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([204]));
    assert.deepEqual(sums(await numbers())[0], 'Opened 40');
  });

  it('begin a day when it begins for the company', async () => {
    // In summer London is an hour ahead of UTC.
    const midnight = Date.parse('2027-06-15T23:00:00Z');
    running().pass(midnight - running().now() - 1);
    await send({ opened: 1 });
    running().pass(1);
    await send({ opened: 1 });
    assert.deepEqual(
      table(await numbers('?days=7'), 'days')
        .slice(-2)
        .map(([day, opened]) => `${day} ${opened}`),
      ['15 Jun 1', '16 Jun 1'],
    );
  });

  it('show one version of the playbook where one is asked for', async () => {
    await send({ opened: 1 }, 'a1', '3');
    await send({ opened: 1 }, 'b2', '4');
    await send({ opened: 1 }, 'b2', '4');
    const all = await numbers();
    assert.deepEqual(
      table(all, 'versions').map(([name, opened]) => [name?.split(' ')[0], opened]),
      [
        ['3', '1'],
        ['4', '2'],
      ],
    );
    assert.deepEqual(sums(await numbers('?version=b2'))[0], 'Opened 2');
    assert.deepEqual(sums(await numbers('?version=gone'))[0], 'Opened 3');
  });

  it('leave what is older than the period out', async () => {
    await send({ opened: 1 });
    running().pass(10 * 24 * HOUR);
    await send({ opened: 1 });
    assert.deepEqual(sums(await numbers('?days=7'))[0], 'Opened 1');
    assert.deepEqual(sums(await numbers('?days=90'))[0], 'Opened 2');
    running().pass(100 * 24 * HOUR);
    const empty = await numbers();
    assert.match(empty, /Nothing was counted in the last 30 days/);
    assert.match(empty, /counted when its page is left/);
  });

  it('say how to begin where a playbook counts nothing', async () => {
    const { counts: _, ...delivery } = running().playbook.delivery;
    running().restart({ playbooks: () => [{ ...running().playbook, delivery }] });
    assert.match(await numbers(), /&quot;counts&quot;: true|"counts": true/);
  });

  it('are taken from pages of the site only, for playbooks that are known, and shown to nobody outside', async () => {
    assert.equal((await send({ opened: 1 }, 'a1', '3', 'https://elsewhere.example')).status, 403);
    assert.equal((await send({ playbook: { id: 'other', version: '', hash: '' }, opened: 1 })).status, 422);
    const outside = await running().ask('/numbers');
    assert.deepEqual([outside.status, outside.headers.get('location')], [303, '/login?next=%2Fnumbers']);
    assert.equal((await running().ask('/leads/counts')).status, 405);
    assert.match(await numbers(), /Nothing was counted/);
  });

  it('are limited, so that nobody can flood the desk with them', async () => {
    running().restart({ leadsPerMinute: 1 });
    const statuses = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await send({ opened: 1 })).status);
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 204), 429, 429]);
  });

  it('come with the library that draws them, from the desk itself', async () => {
    const cookie = await running().login();
    const html = await numbers();
    for (const [, src = ''] of html.matchAll(/(?:src|href)="(\/desk\/[^"]+)"/g)) {
      const response = await running().as(cookie, src);
      assert.equal(response.status, 200, src);
      assert.ok((await response.text()).length > 0, src);
    }
    assert.match(html, /<script src="\/desk\/chart\.js"/);
    assert.doesNotMatch(html, / style="/);
    const policy = (await running().as(cookie, '/numbers')).headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self'; style-src 'self'/);
    assert.ok(!new RegExp(`https?://(?!${new URL(DESK).host})`).test(html));
  });
});
