import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Lead } from '../../src/lead/lead.js';
import { revisionOf, sampleLead } from '../../src/receiver/conformance/probe.js';
import { conformanceTests } from '../../src/receiver/conformance.js';
import { startServer, type Started } from './server-process.js';

const post = (desk: string, lead: Lead, headers: { [name: string]: string } = {}) =>
  fetch(`${desk}/leads`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': lead.key, ...headers },
    body: JSON.stringify(lead),
  });

const login = async ({ desk, password }: Started): Promise<string> => {
  const body = new URLSearchParams({ password });
  const response = await fetch(`${desk}/login`, { method: 'POST', body, redirect: 'manual' });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

const read = async (server: Started, path: string): Promise<string> =>
  (await fetch(server.desk + path, { headers: { Cookie: await login(server), Accept: 'text/html' } })).text();

const named = (name: string): Lead => {
  const lead = sampleLead({ contact: { name, email: 'kit@conformance.example' } });
  const { test: _test, ...real } = lead;
  return real;
};

describe('the demo server', () => {
  let folder: string;
  let server: Started;
  const start = async (): Promise<Started> => {
    const started = await startServer({ DATA_DIR: folder, LEADS_PER_MINUTE: '0' });
    if ('code' in started) throw new Error(`It ended with ${started.code}: ${started.output}`);
    return started;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warmlead-server-'));
    server = await start();
  });
  after(async () => {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('prints where the site and the desk are, and the password', () => {
    const { site, desk, password } = server;
    assert.match(server.output(), new RegExp(`Site +${site}\n`));
    assert.match(server.output(), new RegExp(`Desk +${desk}\n`));
    assert.match(server.output(), new RegExp(`Password +${password}\n`));
    assert.match(password, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  });

  it('serves the site with a playbook that leads to its desk', async () => {
    const page = await fetch(`${server.site}/`);
    assert.equal(page.status, 200);
    assert.ok(page.headers.get('content-security-policy')?.includes(server.desk));
    const playbook = (await (await fetch(`${server.site}/playbook.json`)).json()) as {
      delivery: { url: string };
    };
    assert.equal(playbook.delivery.url, `${server.desk}/leads`);
  });

  describe('passes the conformance kit over HTTP, for pages of its site', () => {
    const deferred = (i: number) => async () => {
      const tests = conformanceTests(fetch, { url: `${server.desk}/leads`, origin: server.site });
      await tests[i]?.run();
    };
    const names = conformanceTests(fetch, { origin: 'http://site.example' }).map(({ name }) => name);
    for (const [i, name] of names.entries()) it(name, deferred(i));
  });

  it('lets pages in that call this machine localhost', async () => {
    const origin = server.site.replace('127.0.0.1', 'localhost');
    const response = await post(server.desk, sampleLead(), { Origin: origin });
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
  });

  it('makes one row of 100 copies', async () => {
    const lead = named('One Row');
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(server.desk, lead)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    assert.equal((await read(server, '/?q=one+row')).match(/data-name="One Row"/g)?.length, 1);
  });

  it('does not start twice on one folder, and says what to do', async () => {
    const second = await startServer({ DATA_DIR: folder });
    assert.ok('code' in second, 'It started.');
    assert.equal(second.code, 1);
    assert.match(second.output, /already running on .*DATA_DIR/);
    assert.doesNotMatch(second.output, /\bat .*:\d+:\d+/);
  });

  it('has every lead that it acknowledged after being killed in the middle of many', async () => {
    const acknowledged: string[] = [];
    let stop = false;
    const sending = Array.from({ length: 4 }, async (_, worker) => {
      for (let i = 0; !stop; i += 1) {
        const name = `Killed ${worker} ${i}`;
        const lead = named(name);
        const response = await post(server.desk, lead).catch(() => null);
        if (response?.status !== 201) return;
        acknowledged.push(name);
        if (acknowledged.length === 60) void server.end('SIGKILL');
      }
    });
    await Promise.all(sending);
    stop = true;
    assert.ok(acknowledged.length >= 60);
    server = await start();
    const html = await read(server, '/?q=killed');
    for (const name of acknowledged) assert.ok(html.includes(`data-name="${name}"`), name);
  });

  it('still knows after a restart what it acknowledged before', async () => {
    const lead = named('Known Again');
    const first = await (await post(server.desk, lead)).text();
    await server.end('SIGKILL');
    server = await start();
    assert.equal(await (await post(server.desk, lead)).text(), first);
    const older = await post(server.desk, revisionOf({ ...lead, locale: 'de' }, 1, 'complete'));
    assert.equal(older.status, 422);
  });

  it('ends at once when asked, also while an inbox listens', async () => {
    const events = await fetch(`${server.desk}/events`, { headers: { Cookie: await login(server) } });
    const reader = events.body?.getReader();
    await reader?.read();
    assert.equal(await server.end('SIGTERM'), 0);
    await reader?.read().catch(() => undefined);
    server = await start();
  });
});
