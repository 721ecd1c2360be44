/** The receiving side, for any server that speaks web-standard requests and responses. */
export { conformanceTests } from './conformance.js';
export type * from './contract.js';
export { createMemoryStore, type MemoryStore } from './memory-store.js';
export { createReceiver } from './receiver.js';
export { rejudge } from './rejudge.js';
