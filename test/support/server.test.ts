import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startSite, type Site } from './server.js';

const post = (url: string, body: string): Promise<Response> => fetch(url, { method: 'POST', body });

describe('the test server', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  it('serves pages with their headers and records every request', async () => {
    site.page('/', '<p>Hello', { 'content-security-policy': "default-src 'self'" });
    const answer = await fetch(`${site.origin}/?from=test`);
    assert.equal(await answer.text(), '<p>Hello');
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'self'");
    assert.equal((await fetch(`${site.origin}/missing`)).status, 404);
    const seen = site.requests.map(({ method, path, query }) => [method, path, query]);
    assert.deepEqual(seen, [
      ['GET', '/', '?from=test'],
      ['GET', '/missing', ''],
    ]);
  });

  it('serves the files of a folder and nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warmlead-folder-'));
    await writeFile(join(folder, 'a.js'), 'export {}');
    site.folder('/files/', folder);
    const answer = await fetch(`${site.origin}/files/a.js`);
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(await answer.text(), 'export {}');
    assert.equal((await fetch(`${site.origin}/files/%2e%2e%2fother`)).status, 404);
    await rm(folder, { recursive: true });
  });

  it('answers by its script, the last reply for ever', async () => {
    const endpoint = site.endpoint('/leads', [
      { status: 503, headers: { 'retry-after': '1' } },
      (request) => ({ status: 201, body: request.body.toUpperCase() }),
    ]);
    const url = `${site.origin}/leads`;
    assert.equal((await post(url, 'a')).headers.get('retry-after'), '1');
    assert.equal(await (await post(url, 'b')).text(), 'B');
    assert.equal((await post(url, 'c')).status, 201);
    const bodies = endpoint.received.map(({ body }) => body);
    assert.deepEqual(bodies, ['a', 'b', 'c']);
  });

  it('lets any origin post and does not count the question before it', async () => {
    const endpoint = site.endpoint('/leads', [{ status: 200 }]);
    const question = await fetch(`${site.origin}/leads`, { method: 'OPTIONS' });
    assert.equal(question.status, 204);
    assert.equal(question.headers.get('access-control-allow-origin'), '*');
    assert.equal(endpoint.received.length, 0);
    assert.equal(site.requests.length, 1);
  });

  it('holds an answer until it is released', async () => {
    const endpoint = site.endpoint('/leads', [{ hold: { status: 200, body: 'late' } }]);
    let settled = false;
    const answering = post(`${site.origin}/leads`, 'a').then((answer) => {
      settled = true;
      return answer.text();
    });
    while (endpoint.received.length === 0) await new Promise(setImmediate);
    assert.equal(settled, false);
    endpoint.release();
    assert.equal(await answering, 'late');
    assert.equal(await (await post(`${site.origin}/leads`, 'b')).text(), 'late');
  });

  it('breaks a connection, or never answers, although it has received the request', async () => {
    const endpoint = site.endpoint('/leads', ['close', 'never']);
    await assert.rejects(post(`${site.origin}/leads`, 'a'));
    const giveUp = new AbortController();
    const waiting = fetch(`${site.origin}/leads`, { method: 'POST', body: 'b', signal: giveUp.signal });
    while (endpoint.received.length < 2) await new Promise(setImmediate);
    giveUp.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    assert.equal(endpoint.received.length, 2);
  });

  it('goes down and comes up on the same port', async () => {
    site.page('/', 'up');
    await site.goDown();
    await assert.rejects(fetch(site.origin));
    await site.comeUp();
    assert.equal(await (await fetch(site.origin)).text(), 'up');
  });
});
