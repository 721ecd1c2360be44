import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conformanceTests } from '../../src/receiver/conformance.js';
import type { ReceiverOptions } from '../../src/receiver/contract.js';
import { createMemoryStore } from '../../src/receiver/memory-store.js';
import { createReceiver } from '../../src/receiver/receiver.js';
import { checkLead } from '../../demo/desk/check-lead.js';

const SITE = 'https://www.kestrel.example';

const start = (more: Partial<ReceiverOptions> = {}) =>
  createReceiver({
    store: createMemoryStore(),
    validate: checkLead,
    origins: [SITE],
    clock: { nowMs: () => Date.parse('2026-11-23T15:12:05.000Z') },
    ...more,
  });

describe('the conformance kit passes our receiver', () => {
  const receiver = start();
  for (const { name, run } of conformanceTests(receiver, {
    url: 'https://desk.example/leads',
    origin: SITE,
  })) {
    it(name, run);
  }
});

/** What a careless endpoint does, and a requirement that must catch it. */
const careless: readonly (readonly [string, (request: Request) => Promise<Response>, RegExp])[] = [
  ['says yes to everything', async () => Response.json({ ok: true }), /repeats its delivery key/],
  [
    'stores every copy',
    async (request) => {
      const { key } = JSON.parse(await request.text()) as { key: string };
      return Response.json({ key, row: crypto.randomUUID() }, { status: 201 });
    },
    /the answer of the first time/,
  ],
  [
    'lets any page in',
    async (request) => {
      const response = await start({ origins: [request.headers.get('origin') ?? ''] })(request);
      return response;
    },
    /other origins out/,
  ],
  [
    'hands leads out',
    async (request) => (request.method === 'GET' ? Response.json({ name: 'canary-7f3a' }) : start()(request)),
    /gives nothing out/,
  ],
  ['takes bodies of any size', start({ maxBytes: 1_000_000 }), /larger than 64 KiB/],
  ['checks nothing', start({ validate: () => [] }), /no lead/],
  ['falls over', async () => new Response('Internal error', { status: 500 }), /whatever a person can type/],
];

describe('the conformance kit catches an endpoint that', () => {
  for (const [name, endpoint, requirement] of careless) {
    it(name, async () => {
      const failed: string[] = [];
      for (const test of conformanceTests(endpoint, {
        url: 'https://desk.example/leads',
        origin: SITE,
        copies: 5,
      })) {
        await test.run().catch(() => failed.push(test.name));
      }
      assert.ok(
        failed.some((sentence) => requirement.test(sentence)),
        `caught only by: ${failed.join(', ') || 'nothing'}`,
      );
    });
  }
});
