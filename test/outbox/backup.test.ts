import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fetchDelivery } from '../../src/adapters/fetch-delivery.js';
import { destinationFor } from '../../src/formats/destination.js';
import { judge } from '../../src/outbox/judge.js';
import type { DeliverySettings } from '../../src/playbook/schema.js';
import { lead } from '../contracts/settings.js';
import { sceneOf } from './scene.js';

/** An endpoint on a port of this machine that answers as it is told. */
const endpoint = () => {
  const got: string[] = [];
  const said = { status: 200, body: '{}' };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      got.push(text);
      response.writeHead(said.status).end(said.body);
    });
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { server, got, said, url };
};

const first = endpoint();
const second = endpoint();
const MINUTE = 60_000;
/** Shorter than an attempt may take. */
const STEP = 5_000;

const open = async (settings: Partial<DeliverySettings> = {}) => {
  first.got.length = 0;
  second.got.length = 0;
  first.said.status = 200;
  second.said.status = 200;
  const destination = await destinationFor(
    { to: 'url', url: first.url(), backup: { to: 'n8n', url: `${second.url()}webhook/leads` }, ...settings },
    'https://kestrel.example/playbook.json',
  );
  const scene = sceneOf();
  const delivery = fetchDelivery({ judge: (answer, sent) => judge(answer, sent, scene.clock.nowMs()) });
  let underWay: Promise<unknown> = Promise.resolve();
  const tab = scene.open({
    delivery: {
      deliver(sent, signal) {
        const outcome = delivery.deliver(sent, signal);
        underWay = outcome;
        return outcome;
      },
    },
  });
  const port = tab.outbox.handover(destination.deliver);
  /** Lets time pass in steps, and real answers arrive in between. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= STEP) {
      await scene.clock.pass(STEP);
      await underWay;
      await scene.clock.settle();
    }
  };
  const commit = () =>
    port.commit(lead.id, (revision) => ({ ...lead, key: `${lead.id}.${revision}`, revision }));
  return { ...tab, store: scene.store, pass, commit };
};

describe('a second destination', () => {
  before(async () => {
    for (const { server } of [first, second])
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    for (const { server } of [first, second]) server.close();
  });

  it('hears nothing while the first one takes leads', async () => {
    const { commit, pass } = await open();
    await commit();
    await pass(MINUTE);
    assert.deepEqual([first.got.length, second.got.length], [1, 0]);
  });

  it('takes over after a final refusal, under the same lead id', async () => {
    const { commit, pass, store } = await open();
    first.said.status = 422;
    await commit();
    await pass(MINUTE);
    assert.deepEqual([first.got.length, second.got.length], [1, 1]);
    assert.equal(new URLSearchParams(second.got[0]).get('leadId'), lead.id);
    const [record] = await store.recordsOf(lead.id);
    assert.deepEqual([record?.state, record?.backup], ['acknowledged', true]);
  });

  it('takes over when the first one has failed for 15 minutes, not before', async () => {
    const { commit, pass } = await open();
    first.said.status = 503;
    await commit();
    await pass(14 * MINUTE);
    assert.equal(second.got.length, 0);
    const tries = first.got.length;
    assert.ok(tries > 1);
    await pass(10 * MINUTE);
    assert.equal(second.got.length, 1);
  });

  it('keeps the lead from then on, and gets one thing where it can only append', async () => {
    const { commit, pass } = await open();
    first.said.status = 422;
    await commit();
    await pass(MINUTE);
    first.said.status = 200;
    assert.equal((await commit()).refused, true);
    await pass(MINUTE);
    assert.deepEqual([first.got.length, second.got.length], [1, 1]);
  });

  it('never gets an update of what the first one has', async () => {
    const { commit, pass } = await open();
    await commit();
    await pass(MINUTE);
    first.said.status = 422;
    await commit();
    await pass(MINUTE);
    assert.deepEqual([first.got.length, second.got.length], [2, 0]);
  });

  it('is left out when it cannot be used, and the first one works on', async () => {
    const { commit, pass } = await open({ backup: { to: 'mailto', email: 'sales@kestrel.example' } });
    await commit();
    await pass(MINUTE);
    assert.equal(first.got.length, 1);
  });
});
