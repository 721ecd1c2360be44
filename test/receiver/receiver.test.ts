import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { revisionOf, sampleLead } from '../../src/receiver/conformance/probe.js';
import { createMemoryStore } from '../../src/receiver/memory-store.js';
import { SITE, start, URL_HERE } from './receiver-stage.js';

describe('receiver', () => {
  it('answers a new lead with its key, id, revision and what became of it', async () => {
    const { post } = start();
    const lead = sampleLead();
    const response = await post(lead);
    assert.equal(response.status, 201);
    assert.deepEqual(await response.json(), { key: lead.key, id: lead.id, revision: 1, status: 'stored' });
  });

  it('keeps the lead as it was sent', async () => {
    const { post, store } = start();
    const lead = sampleLead();
    await post(lead);
    assert.deepEqual(store.leads.get(lead.id), JSON.parse(JSON.stringify(lead)));
  });

  it('keeps the highest revision whatever the order', async () => {
    const { post, store } = start();
    const lead = sampleLead();
    const words = [];
    for (const revision of [2, 1, 3]) {
      const response = await post(revisionOf(lead, revision));
      words.push(((await response.json()) as { status: string }).status);
    }
    assert.deepEqual(words, ['stored', 'older', 'stored']);
    assert.equal(store.leads.get(lead.id)?.revision, 3);
  });

  it('erases everything personal when a lead is withdrawn, even what the withdrawal itself says', async () => {
    const { post, store } = start();
    const lead = sampleLead({ contact: { name: 'Ada Canary', email: 'ada@canary.example' } });
    await post(lead);
    const gone = await post(revisionOf(lead, 2, 'withdrawn'));
    assert.equal(gone.status, 200);
    const late = await post(revisionOf(lead, 3));
    assert.equal(((await late.json()) as { status: string }).status, 'withdrawn');
    const kept = JSON.stringify([...store.leads.values(), ...store.receipts.values()]);
    assert.ok(!/canary/i.test(kept), kept);
    assert.equal(store.leads.get(lead.id)?.phase, 'withdrawn');
  });

  it('announces each delivery once, however often it arrives', async () => {
    const { post, received } = start();
    const lead = sampleLead();
    await Promise.all(Array.from({ length: 20 }, () => post(lead)));
    await post(lead);
    assert.deepEqual(
      received.map(({ key }) => key),
      [lead.key],
    );
  });

  it('says what the judge says, and nothing when the judge fails', async () => {
    const judging = start({ judge: () => 'mismatch' });
    const answered = (await (await judging.post(sampleLead())).json()) as { judging?: string };
    assert.equal(answered.judging, 'mismatch');
    const failing = start({
      judge: () => {
        throw new Error('broken rules');
      },
    });
    const response = await failing.post(sampleLead());
    assert.equal(response.status, 201);
    assert.ok(!('judging' in ((await response.json()) as object)));
    assert.equal(failing.problems.length, 1);
  });

  it('asks for another try when the store fails, and never throws', async () => {
    const store = createMemoryStore();
    const broken = { ...store, accept: () => Promise.reject(new Error('disk full')) };
    const { post, problems } = start({
      store: broken,
      onProblem: () => {
        throw new Error('even the log is broken');
      },
    });
    const response = await post(sampleLead(), { Origin: SITE });
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    assert.equal(response.headers.get('access-control-allow-origin'), SITE);
    assert.equal(problems.length, 0);
  });

  it('survives a listener that fails', async () => {
    const { post } = start({
      onReceived: () => {
        throw new Error('broken bell');
      },
    });
    assert.equal((await post(sampleLead())).status, 201);
  });

  it('limits new leads but never a repeat', async () => {
    let left = 1;
    const { post, store } = start({ limit: () => (left-- > 0 ? null : 7.2) });
    const lead = sampleLead();
    assert.equal((await post(lead)).status, 201);
    assert.equal((await post(lead)).status, 201);
    const refused = await post(sampleLead());
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '8');
    assert.equal(store.leads.size, 1);
  });

  it('does not read the body of a page that may not send', async () => {
    const { receiver } = start();
    let read = false;
    const body = new ReadableStream({
      pull: (controller) => {
        read = true;
        controller.close();
      },
    });
    const request = new Request(URL_HERE, {
      method: 'POST',
      body,
      headers: { Origin: 'https://attacker.example' },
      ...{ duplex: 'half' },
    });
    const before = read;
    assert.equal((await receiver(request)).status, 403);
    assert.equal(request.bodyUsed, false);
    assert.equal(before, false);
  });

  it('stops reading at the limit', async () => {
    const { receiver } = start({ maxBytes: 1_000 });
    let pulled = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(400));
      },
    });
    const request = new Request(URL_HERE, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
      ...{ duplex: 'half' },
    });
    assert.equal((await receiver(request)).status, 413);
    assert.ok(pulled < 10, `${pulled} chunks were read`);
  });

  it('does not believe a length that is announced too small', async () => {
    const { receiver } = start({ maxBytes: 1_000 });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '10' };
    const request = new Request(URL_HERE, { method: 'POST', body: `"${'x'.repeat(2_000)}"`, headers });
    assert.equal((await receiver(request)).status, 413);
  });

  it('says so when the body breaks off', async () => {
    const { receiver } = start();
    const broken = () =>
      new ReadableStream({
        pull: (controller) => controller.error(new Error('connection reset')),
      });
    for (const length of [[], [['Content-Length', '100']]] as [string, string][][]) {
      const headers = new Headers([['Content-Type', 'application/json'], ...length]);
      const init = { method: 'POST', body: broken(), headers, ...{ duplex: 'half' } };
      const response = await receiver(new Request(URL_HERE, init));
      assert.equal(response.status, 400);
      assert.equal(((await response.json()) as { code: string }).code, 'body.unreadable');
    }
  });

  it('welcomes pages of its own origin', async () => {
    const { post } = start({ origins: [] });
    const response = await post(sampleLead(), { Origin: 'https://desk.example' });
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('access-control-allow-origin'), 'https://desk.example');
  });

  it('turns what no database takes into U+FFFD and keeps the rest to the letter', async () => {
    const { post, store } = start();
    const lead = sampleLead({
      contact: { name: 'a\u0000b\ud800c 👩‍👩‍👧‍👦 \u202e', email: 'kit@conformance.example' },
    });
    await post(lead);
    assert.equal(store.leads.get(lead.id)?.contact?.name, 'a\ufffdb\ufffdc 👩‍👩‍👧‍👦 \u202e');
  });
});
