/** A receiver in memory, with what it was told and what it told. */
import type { Lead } from '../../src/lead/lead.js';
import type { Fault, Receipt, ReceiverOptions } from '../../src/receiver/contract.js';
import { createMemoryStore } from '../../src/receiver/memory-store.js';
import { createReceiver } from '../../src/receiver/receiver.js';

export const URL_HERE = 'https://desk.example/leads';
export const SITE = 'https://www.kestrel.example';
const NOW = Date.parse('2026-11-23T15:12:05.000Z');

const shortCheck = (document: unknown): Fault[] =>
  typeof document === 'object' && document !== null && 'id' in document && 'revision' in document
    ? []
    : [{ path: '/id', message: 'is required' }];

export const start = (more: Partial<ReceiverOptions> = {}) => {
  const store = createMemoryStore();
  const received: Receipt[] = [];
  const problems: unknown[] = [];
  const receiver = createReceiver({
    store,
    validate: shortCheck,
    origins: [SITE],
    clock: { nowMs: () => NOW },
    onReceived: (receipt) => received.push(receipt),
    onProblem: (error) => problems.push(error),
    ...more,
  });
  const post = async (lead: Lead, headers: { [name: string]: string } = {}) => {
    const body = JSON.stringify(lead);
    return receiver(
      new Request(URL_HERE, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    );
  };
  return { store, receiver, post, received, problems };
};
