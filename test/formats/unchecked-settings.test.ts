import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ALL_PRESETS } from '../../src/formats/all-presets.js';
import { destinationFor } from '../../src/formats/destination.js';
import { PlaybookError } from '../../src/playbook/error.js';
import type { DeliverySettings } from '../../src/playbook/schema.js';
import { HOT, leadOf } from '../lead/kestrel.js';

const lead = leadOf(HOT);
const wild = fc.oneof(fc.jsonValue(), fc.string(), fc.webUrl(), fc.dictionary(fc.string(), fc.jsonValue()));
const names = [
  'url',
  'key',
  'account',
  'form',
  'email',
  'fields',
  'hidden',
  'transport',
  'strict',
  'updates',
];
const settings = fc.record(Object.fromEntries(names.map((name) => [name, wild])), { requiredKeys: [] });

describe('a playbook that nobody checked', () => {
  for (const to of [...ALL_PRESETS.keys(), 'mailto', '__proto__']) {
    it(`sends to ${to}, or is refused with a code`, async () => {
      await fc.assert(
        fc.asyncProperty(settings, async (more) => {
          try {
            const destination = await destinationFor(
              { ...more, to } as DeliverySettings,
              'https://kestrel.example/',
            );
            const { url, body, contentType, key } = destination.deliver(lead);
            assert.match(url, /^https?:/);
            assert.deepEqual([typeof body, typeof contentType, key], ['string', 'string', lead.key]);
          } catch (error) {
            assert.ok(error instanceof PlaybookError, String(error instanceof Error ? error.stack : error));
          }
        }),
      );
    });
  }
});
