import { describe, it } from 'node:test';
import { memoryOutbox } from '../../src/adapters/memory-outbox.js';
import { storeContract } from './store-contract.js';

storeContract('memory', { describe, it }, async () => {
  const store = memoryOutbox();
  return { store, elsewhere: store };
});
