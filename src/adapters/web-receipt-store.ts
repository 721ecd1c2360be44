/** Keeps receipts in the page's storage. Whatever stands there was written by anybody, so it is checked. */
import type { Clock } from '../ports/clock.js';
import type { Receipt, ReceiptStore } from '../ports/receipt-store.js';
import { RECEIPT, type StorageGetter } from './marker.js';

const FORMAT = 1;
/** How long a receipt is kept. */
export const RECEIPT_MS = 14 * 86_400_000;
const KINDS: readonly unknown[] = ['callback', 'booking', 'email'];

export interface WebReceiptStoreOptions {
  readonly clock: Clock;
  /** The getter throws where storage is blocked. */
  readonly local?: StorageGetter;
}

/** Null for anything that is no receipt, or not any more. */
const readable = (text: string | null, nowMs: number): Receipt | null => {
  const value: unknown = JSON.parse(text ?? 'null');
  if (typeof value !== 'object' || value === null) return null;
  const { format, expiresAt, leadId, kind, start } = value as { readonly [name: string]: unknown };
  const isReceipt =
    format === FORMAT &&
    typeof expiresAt === 'number' &&
    expiresAt > nowMs &&
    typeof leadId === 'string' &&
    /^[0-9a-f]{32}$/.test(leadId) &&
    KINDS.includes(kind);
  if (!isReceipt) return null;
  const isTime = typeof start === 'string' && !Number.isNaN(Date.parse(start));
  return { leadId, kind: kind as Receipt['kind'], ...(isTime && { start }) };
};

/** A receipt store over localStorage. Where that is blocked nothing is remembered. */
export const webReceiptStore = ({
  clock,
  local = () => globalThis.localStorage,
}: WebReceiptStoreOptions): ReceiptStore => {
  const erase = async (key: string): Promise<void> => {
    try {
      local().removeItem(RECEIPT + key);
    } catch {
      // Blocked storage holds nothing.
    }
  };
  return {
    async load(key) {
      try {
        const text = local().getItem(RECEIPT + key);
        const receipt = readable(text, clock.nowMs());
        if (text !== null && !receipt) await erase(key);
        return receipt;
      } catch {
        await erase(key);
        return null;
      }
    },
    async keep(key, { leadId, kind, start }) {
      try {
        const envelope = { format: FORMAT, expiresAt: clock.nowMs() + RECEIPT_MS, leadId, kind, start };
        local().setItem(RECEIPT + key, JSON.stringify(envelope));
      } catch {
        // The conversation itself still knows.
      }
    },
    erase,
  };
};
