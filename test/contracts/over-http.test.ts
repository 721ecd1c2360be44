import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fetchDelivery } from '../../src/adapters/fetch-delivery.js';
import { judge } from '../../src/outbox/judge.js';
import type { Outcome } from '../../src/ports/delivery.js';
import { withField, type Request } from './request-fields.js';
import { SETTINGS, written } from './settings.js';
import { answerOf } from './vendor.js';

/** A vendor on a port of this machine. What it is asked for under `/<vendor>` it takes for its own address. */
const open = () => {
  const records = new Map<string, number>();
  const real = new Map<string, Request>();
  const bodyOf = async (request: IncomingMessage): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://vendor');
    const vendor = pathname.slice(1);
    if (vendor === 'answer') {
      response.end(searchParams.get('body'));
      return;
    }
    const sent = real.get(vendor) ?? assert.fail(vendor);
    const contentType = request.headers['content-type'] ?? '';
    const { status, body, recorded } = await answerOf(vendor, {
      ...sent,
      contentType,
      body: await bodyOf(request),
    });
    if (recorded) records.set(vendor, (records.get(vendor) ?? 0) + 1);
    if (vendor === 'google-sheet') {
      // Apps Script always answers from another host.
      response.writeHead(302, { Location: `/answer?body=${encodeURIComponent(body)}` }).end();
    } else response.writeHead(status).end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return { server, records, real };
};

const vendors = open();
const port = fetchDelivery({ judge: (answer, delivery) => judge(answer, delivery, 0) });

const send = (vendor: string, request: Request): Promise<Outcome> => {
  vendors.real.set(vendor, request);
  const { port: number } = vendors.server.address() as AddressInfo;
  return port.deliver(
    { ...request, url: `http://127.0.0.1:${number}/${vendor}`, committedAt: '2026-11-23T15:12:04.000Z' },
    new AbortController().signal,
  );
};

/** One thing that each vendor with a readable answer refuses. */
const SPOILT: Readonly<
  Record<string, readonly [field: string, value: string | undefined, outcome: Outcome]>
> = {
  web3forms: ['access_key', undefined, { is: 'park', code: 'answer.refused', status: 200 }],
  formspree: ['email', '?', { is: 'park', code: 'status.422', status: 422 }],
  'contact-form-7': ['your-email', '?', { is: 'park', code: 'answer.refused', status: 200 }],
  'hubspot-form': ['favourite_colour', 'teal', { is: 'park', code: 'status.400', status: 400 }],
  'google-sheet': ['id', '?', { is: 'retry', code: 'answer.unrecognised', status: 200 }],
};

describe('over http', () => {
  before(() => new Promise<void>((resolve) => vendors.server.listen(0, '127.0.0.1', resolve)));
  after(() => new Promise((resolve) => vendors.server.close(resolve)));

  for (const settings of SETTINGS) {
    const { to } = settings;
    it(`${to} has one record, and we know what can be known`, async () => {
      const sent = await written(settings);
      const outcome = await send(to, sent);
      assert.equal(outcome.is, 'acknowledged');
      assert.equal(vendors.records.get(to), 1);
    });
    const spoilt = SPOILT[to];
    if (!spoilt) continue;
    const [field, value, outcome] = spoilt;
    it(`${to} refuses, and nobody calls it sent`, async () => {
      assert.deepEqual(await send(to, await withField(await written(settings), field, value)), outcome);
      assert.equal(vendors.records.get(to), 1);
    });
  }
});
