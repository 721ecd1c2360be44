import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleLead } from '../../src/receiver/conformance/probe.js';
import { start, URL_HERE } from './receiver-stage.js';

describe('what the receiver refuses', () => {
  const lead = sampleLead();
  const body = JSON.stringify(lead);
  const json = { 'Content-Type': 'application/json' };
  const rows: readonly (readonly [string, RequestInit, number, string])[] = [
    ['a GET', { method: 'GET' }, 405, 'method.not-allowed'],
    ['a DELETE', { method: 'DELETE' }, 405, 'method.not-allowed'],
    [
      'an origin nobody listed',
      { headers: { ...json, Origin: 'https://x.example' } },
      403,
      'origin.not-allowed',
    ],
    ['an opaque origin', { headers: { ...json, Origin: 'null' } }, 403, 'origin.not-allowed'],
    [
      'a form',
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'content-type.unsupported',
    ],
    [
      'UTF-16',
      { headers: { 'Content-Type': 'application/json;charset=utf-16' } },
      415,
      'content-type.unsupported',
    ],
    ['a body too large', { body: `"${'x'.repeat(70_000)}"`, headers: json }, 413, 'body.too-large'],
    ['an empty body', { body: '', headers: json }, 400, 'json.invalid'],
    ['half a body', { body: body.slice(0, 90), headers: json }, 400, 'json.invalid'],
    ['21 levels', { body: '['.repeat(21) + ']'.repeat(21), headers: json }, 400, 'json.too-deep'],
    ['60,000 levels', { body: '['.repeat(30_000) + ']'.repeat(30_000), headers: json }, 400, 'json.too-deep'],
    ['__proto__', { body: '{"a":{"__proto__":1}}', headers: json }, 400, 'json.forbidden-name'],
    ['constructor', { body: '{"constructor":1}', headers: json }, 400, 'json.forbidden-name'],
    ['no lead', { body: '{"key":"a.1"}', headers: json }, 422, 'lead.invalid'],
    ['a text', { body: '"lead"', headers: json }, 422, 'lead.invalid'],
    ['no key', { body: JSON.stringify({ ...lead, key: undefined }), headers: json }, 400, 'key.missing'],
    ['another header', { headers: { ...json, 'Idempotency-Key': 'x.1' } }, 400, 'key.mismatch'],
    ['another key', { body: JSON.stringify({ ...lead, key: 'x.1' }), headers: json }, 400, 'key.mismatch'],
  ];
  for (const [name, init, status, code] of rows) {
    it(`${name}: ${status} ${code}`, async () => {
      const { receiver, store } = start();
      const request = new Request(URL_HERE, {
        method: 'POST',
        headers: json,
        ...(init.method === 'GET' ? {} : { body }),
        ...init,
        ...(init.method === 'DELETE' ? { body: undefined } : {}),
      });
      const response = await receiver(request);
      const answered = (await response.json()) as { code: string; message: string };
      assert.equal(response.status, status);
      assert.equal(answered.code, code);
      assert.match(answered.message, /^[A-Z].*\.$/);
      assert.equal(store.leads.size, 0);
    });
  }

  it('names every fault of a document', async () => {
    const { receiver } = start();
    const response = await receiver(
      new Request(URL_HERE, { method: 'POST', body: '{"key":"a.1"}', headers: json }),
    );
    const answered = (await response.json()) as { errors: unknown };
    assert.deepEqual(answered.errors, [{ path: '/id', message: 'is required' }]);
  });

  it('takes a key in quotes, as the draft standard writes it', async () => {
    const { post } = start();
    const other = sampleLead();
    assert.equal((await post(other, { 'Idempotency-Key': `"${other.key}"` })).status, 201);
  });
});
