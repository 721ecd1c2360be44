import { describe } from 'node:test';
import { createMemoryForwardStore } from '../../../src/receiver/forwarding/memory-forward-store.js';
import { createMemoryStore } from '../../../src/receiver/memory-store.js';
import { forwardStoreCases } from './forward-store-contract.js';

describe('what was passed on, in memory', () =>
  forwardStoreCases(async () => {
    const store = createMemoryStore();
    return {
      forwards: createMemoryForwardStore(store, ({ id }) => id.slice(-4)),
      accept: async (lead, atMs) => {
        const { key, id, revision } = lead;
        const receivedAt = new Date(atMs).toISOString();
        await store.accept({ key, lead: id, revision, fingerprint: key, receivedAt, content: lead });
      },
    };
  }));
