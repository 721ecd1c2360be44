import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { destinationFor } from '../../src/formats/destination.js';
import { PlaybookError } from '../../src/playbook/error.js';
import type { DeliverySettings } from '../../src/playbook/schema.js';
import { HOT, LEAD_ID, leadOf } from '../lead/kestrel.js';

const BASE = 'https://kestrel.example/sales/playbook.json';
const lead = leadOf(HOT);
const delivered = async (settings: DeliverySettings) => (await destinationFor(settings, BASE)).deliver(lead);

describe('the desk', () => {
  it('gets the lead beside the playbook, under its key, and must repeat it', async () => {
    const { body, ...rest } = await delivered({ to: 'desk' });
    assert.deepEqual(rest, {
      key: `${LEAD_ID}.1`,
      lead: LEAD_ID,
      revision: 1,
      url: 'https://kestrel.example/leads',
      contentType: 'application/json',
      headers: { 'Idempotency-Key': `${LEAD_ID}.1` },
      acceptedBy: 'echo',
    });
    assert.deepEqual(JSON.parse(body), lead);
    assert.equal(JSON.parse(body).key, `${LEAD_ID}.1`);
  });
  it('may stand elsewhere, and always takes later revisions', async () => {
    const settings: DeliverySettings = {
      to: 'desk',
      url: 'https://desk.example/in',
      strict: false,
      updates: false,
    };
    const destination = await destinationFor(settings, BASE);
    assert.deepEqual(
      [destination.updates, destination.deliver(lead).url, destination.deliver(lead).acceptedBy],
      [true, 'https://desk.example/in', 'echo'],
    );
  });
});

describe('an address of one’s own', () => {
  it('gets JSON, and any success will do', async () => {
    const { url, acceptedBy, contentType } = await delivered({
      to: 'url',
      url: 'https://crm.example/hook?a=1',
    });
    assert.deepEqual(
      [url, acceptedBy, contentType],
      ['https://crm.example/hook?a=1', 'status', 'application/json'],
    );
  });
  it('may have to repeat the key', async () => {
    assert.equal((await delivered({ to: 'url', url: '/in', strict: true })).acceptedBy, 'echo');
  });
  it('may get plain text, with the key in the body only', async () => {
    const { contentType, headers, body } = await delivered({ to: 'url', url: '/in', transport: 'text' });
    assert.deepEqual([contentType, headers], ['text/plain;charset=UTF-8', {}]);
    assert.equal(JSON.parse(body).key, `${LEAD_ID}.1`);
  });
  it('takes later revisions unless it says no', async () => {
    assert.equal((await destinationFor({ to: 'url', url: '/in' }, BASE)).updates, true);
    assert.equal((await destinationFor({ to: 'url', url: '/in', updates: false }, BASE)).updates, false);
  });

  const addresses: readonly [string, string, string][] = [
    ['beside the playbook', 'in', 'https://kestrel.example/sales/in'],
    ['from the top of the site', '/in', 'https://kestrel.example/in'],
    ['on another host', '//crm.example/in', 'https://crm.example/in'],
    ['without its fragment', 'https://crm.example/in#x', 'https://crm.example/in'],
    ['over plain http', 'http://localhost:8080/in', 'http://localhost:8080/in'],
  ];
  for (const [name, url, address] of addresses) {
    it(`is found ${name}`, async () => assert.equal((await delivered({ to: 'url', url })).url, address));
  }
  it('is found without an address of the playbook, if it is complete itself', async () => {
    assert.equal(
      (await destinationFor({ to: 'url', url: 'https://crm.example/in' }, '')).deliver(lead).url,
      'https://crm.example/in',
    );
  });
});

describe('a destination that cannot be', () => {
  const rows: readonly [string, DeliverySettings, string, string, string, RegExp][] = [
    [
      'an unknown name',
      { to: 'fax' },
      BASE,
      'delivery.unknown-preset',
      'delivery.to',
      /"url", "desk", "google-sheet"/,
    ],
    [
      'a name of the language',
      { to: 'constructor' },
      BASE,
      'delivery.unknown-preset',
      'delivery.to',
      /"desk"/,
    ],
    ['no address', { to: 'url' }, BASE, 'delivery.url-missing', 'delivery.url', /Add "url"/],
    ['an empty address', { to: 'url', url: '' }, BASE, 'delivery.url-missing', 'delivery.url', /Add "url"/],
    [
      'a script',
      { to: 'url', url: 'javascript:alert(1)' },
      BASE,
      'delivery.url-unusable',
      'delivery.url',
      /https:/,
    ],
    [
      'a mail address',
      { to: 'url', url: 'mailto:a@b.example' },
      BASE,
      'delivery.url-unusable',
      'delivery.url',
      /https:/,
    ],
    [
      'a file',
      { to: 'url', url: 'in' },
      'file:///home/playbook.json',
      'delivery.url-unusable',
      'delivery.url',
      /https:/,
    ],
    [
      'a path without a site',
      { to: 'url', url: '/in' },
      '',
      'delivery.url-unusable',
      'delivery.url',
      /https:/,
    ],
    ['the mail of the prospect', { to: 'mailto' }, BASE, 'delivery.by-hand', 'delivery.to', /form service/],
    [
      'a setting that a service needs',
      { to: 'web3forms' },
      BASE,
      'delivery.key-missing',
      'delivery.key',
      /web3forms\.com/,
    ],
    [
      'a password',
      { to: 'url', url: 'https://a:secret@b.example/' },
      BASE,
      'delivery.url-password',
      'delivery.url',
      /Remove it/,
    ],
  ];
  for (const [name, settings, base, code, path, cure] of rows) {
    it(`is refused with a cure: ${name}`, async () => {
      await assert.rejects(
        () => destinationFor(settings, base),
        (error) => {
          assert.ok(error instanceof PlaybookError);
          assert.deepEqual([error.code, error.path], [code, path]);
          assert.match(error.message, cure);
          assert.doesNotMatch(error.message, /secret/);
          return true;
        },
      );
    });
  }
});

describe('a delivery', () => {
  it('always has the same bytes for the same lead', async () => {
    assert.deepEqual(await delivered({ to: 'desk' }), await delivered({ to: 'desk' }));
  });
  it('goes to http or https or is refused, whatever the settings say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.webUrl()),
        fc.oneof(fc.string(), fc.webUrl()),
        async (url, base) => {
          try {
            const { protocol, username, password } = new URL(
              (await destinationFor({ to: 'url', url }, base)).deliver(lead).url,
            );
            assert.match(protocol, /^https?:$/);
            assert.equal(username + password, '');
          } catch (error) {
            assert.ok(error instanceof PlaybookError, String(error));
          }
        },
      ),
    );
  });
});
