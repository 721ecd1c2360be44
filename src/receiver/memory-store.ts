/** Keeps leads as long as the process lives: for tests, and as the shortest description of what a store does. */
import type { Lead } from '../lead/lead.js';
import type { Receipt, ReceiverStore } from './contract.js';

export interface MemoryStore extends ReceiverStore {
  /** Newest document of every lead, by lead id. */
  readonly leads: ReadonlyMap<string, Lead>;
  readonly receipts: ReadonlyMap<string, Receipt>;
}

export const createMemoryStore = (): MemoryStore => {
  const leads = new Map<string, Lead>();
  const receipts = new Map<string, Receipt>();
  return {
    leads,
    receipts,
    find: async (key) => receipts.get(key) ?? null,
    accept: async ({ content, ...arrived }) => {
      const first = receipts.get(arrived.key);
      if (first) return { receipt: first, fresh: false };
      const kept = leads.get(content.id);
      const taken =
        kept?.phase !== 'withdrawn' &&
        (content.phase === 'withdrawn' || content.revision > (kept?.revision ?? 0));
      if (taken) leads.set(content.id, content);
      const gone = leads.get(content.id)?.phase === 'withdrawn';
      const receipt: Receipt = { ...arrived, result: gone ? 'withdrawn' : taken ? 'stored' : 'older' };
      receipts.set(receipt.key, receipt);
      return { receipt, fresh: true };
    },
  };
};
