/** What a device remembers of agreed next steps. A file of its own: most conversations are not remembered so long. */
import { systemClock } from '../adapters/system-clock.js';
import { webReceiptStore } from '../adapters/web-receipt-store.js';
import { createReceipts, type Receipts } from '../conversation/receipts.js';
import type { Playbook } from '../playbook/schema.js';

export const receiptsFor = (playbook: Playbook, key: string): Promise<Receipts> =>
  createReceipts({ playbook, key, store: webReceiptStore({ clock: systemClock() }) });
