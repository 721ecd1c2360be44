import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sampleLead } from '../../src/receiver/conformance/probe.js';
import { conformanceTests } from '../../src/receiver/conformance.js';
import { ADA, DESK, PASSWORD, refIn, startDesk, type DeskStage } from './desk-stage.js';
import { leadOf } from './prospect.js';

describe('who may do what at the desk', () => {
  let stage: DeskStage;
  before(async () => {
    stage = await startDesk();
  });
  after(() => stage.close());

  const inbox = async () => (await stage.as(await stage.login(), '/')).text();

  describe('towards strangers', () => {
    it('shows nothing but the login', async () => {
      await stage.send(leadOf(stage.playbook, ADA, stage.now()));
      const ref = refIn(await inbox(), 'Ada Example');
      const reads = [
        '/',
        '/?tab=done',
        '/?q=ada',
        '/events',
        `/leads/${ref}`,
        `/leads/${ref}.json`,
        '/anything',
      ];
      for (const path of reads) {
        const response = await stage.ask(path);
        assert.equal(response.status, 303, path);
        assert.match(response.headers.get('location') ?? '', /^\/login\?next=/);
        assert.doesNotMatch(await response.text(), /Ada|north/);
      }
      for (const path of ['/test-lead', `/leads/${ref}/done`, `/leads/${ref}/erase`]) {
        assert.equal((await stage.ask(path, { method: 'POST' })).status, 401, path);
      }
      assert.notEqual(await stage.store.byRef(ref), null);
    });

    it('takes the password, and then keeps a cookie that no script and no other site can use', async () => {
      const response = await stage.ask('/login', {
        method: 'POST',
        body: new URLSearchParams({ password: PASSWORD, next: '/?tab=done' }),
      });
      assert.equal(response.status, 303);
      assert.equal(response.headers.get('location'), '/?tab=done');
      const cookie = response.headers.get('set-cookie') ?? '';
      for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie.includes(part), cookie);
    });

    it('refuses a wrong password, and after ten attempts anybody for a minute', async () => {
      const attempt = (password: string) =>
        stage.ask('/login', { method: 'POST', body: new URLSearchParams({ password }) });
      stage.pass(60_000);
      assert.equal((await attempt('wrong')).status, 401);
      for (let i = 0; i < 9; i += 1) assert.equal((await attempt(`wrong ${i}`)).status, 401);
      const refused = await attempt(PASSWORD);
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get('retry-after'), '60');
      assert.equal(refused.headers.get('set-cookie'), null);
      stage.pass(60_000);
      assert.equal((await attempt(PASSWORD)).status, 303);
    });

    it('ends a login after half a day and when asked', async () => {
      const login = async () => {
        stage.pass(60_000);
        const body = new URLSearchParams({ password: PASSWORD });
        const response = await stage.ask('/login', { method: 'POST', body });
        return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      };
      const first = await login();
      assert.equal((await stage.as(first, '/')).status, 200);
      await stage.as(first, '/logout', { method: 'POST' });
      assert.equal((await stage.as(first, '/')).status, 303);
      const second = await login();
      stage.pass(12 * 3_600_000);
      assert.equal((await stage.as(second, '/')).status, 303);
      assert.equal((await stage.as('warmlead_desk=made-up', '/')).status, 303);
    });

    const nexts: readonly (readonly [string, string])[] = [
      ['/leads/WL-234567', '/leads/WL-234567'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example', '/'],
      ['javascript:alert(1)', '/'],
      ['/login?next=/login', '/'],
      ['', '/'],
    ];
    for (const [next, goes] of nexts) {
      it(`leads from the login with next=${next || 'nothing'} to ${goes}`, async () => {
        stage.pass(60_000);
        const body = new URLSearchParams({ password: PASSWORD, next });
        const response = await stage.ask('/login', { method: 'POST', body });
        assert.equal(response.headers.get('location'), goes);
      });
    }

    it('does not act on forms of other sites', async () => {
      const cookie = await stage.login();
      const response = await stage.as(cookie, '/test-lead', {
        method: 'POST',
        headers: { Origin: 'https://evil.example' },
      });
      assert.equal(response.status, 403);
    });
  });

  it('tells open inboxes about a new lead', async () => {
    const response = await stage.as(await stage.login(), '/events');
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    const reader = response.body?.getReader();
    assert.ok(reader);
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    assert.match(await next(), /^retry: \d+/);
    const said = next();
    await stage.send(sampleLead());
    assert.match(await said, /^event: changed/);
    await reader.cancel();
  });

  it('allows no script and no style but its own files, on every page', async () => {
    const cookie = await stage.login();
    const ref = refIn(await inbox(), 'Ada Example');
    const paths = [
      '/login',
      '/',
      '/?tab=test',
      '/?tab=spam',
      '/?q=nothing-at-all',
      '/numbers',
      `/leads/${ref}`,
    ];
    for (const path of paths) {
      const response = await stage.as(cookie, path);
      const html = await response.text();
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.doesNotMatch(response.headers.get('content-security-policy') ?? '', /unsafe/);
      assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=/i, path);
      assert.doesNotMatch(html, /<script(?!\s+src="\/desk\/\w+\.js")/i, path);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    }
  });

  describe('passes the conformance kit', () => {
    const send = (request: Request) => stage.desk.app.fetch(request) as Promise<Response>;
    const options = { url: `${DESK}/leads`, origin: 'http://site.example' };
    for (const { name, run } of conformanceTests((request) => send(request), options)) it(name, run);
  });

  it('limits new leads of everybody together, but no repeats', async () => {
    stage.restart({ leadsPerMinute: 2 });
    const first = sampleLead();
    assert.equal((await stage.send(first)).status, 201);
    assert.equal((await stage.send(sampleLead())).status, 201);
    const refused = await stage.send(sampleLead());
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '60');
    assert.equal((await stage.send(first)).status, 201);
    stage.pass(60_000);
    assert.equal((await stage.send(sampleLead())).status, 201);
  });
});
