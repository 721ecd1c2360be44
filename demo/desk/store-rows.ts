/** What the desk's tables hold, and how it reads as receipts and leads. */
import type { Lead } from '../../src/lead/lead.js';
import type { Judging, Receipt } from '../../src/receiver/contract.js';
import type { Pile } from './pile.js';
import type { Drawer, KeptLead } from './store.js';

export interface ReceiptRow extends Omit<Receipt, 'judging' | 'receivedAt'> {
  readonly judging: Judging | null;
  readonly received_at: Date;
}

export interface LeadRow {
  readonly ref: string;
  readonly document: Lead;
  readonly judging: Judging | null;
  readonly received_at: Date;
  readonly updated_at: Date;
  readonly done_at: Date | null;
  readonly pile: Pile;
  readonly moved_to: Pile | null;
}

export const receiptFrom = ({ judging, received_at, ...row }: ReceiptRow): Receipt => ({
  key: row.key,
  lead: row.lead,
  revision: row.revision,
  fingerprint: row.fingerprint,
  result: row.result,
  receivedAt: received_at.toISOString(),
  ...(judging ? { judging } : {}),
});

export const keptFrom = (row: LeadRow): KeptLead => ({
  ref: row.ref,
  lead: row.document,
  judging: row.judging,
  receivedAt: row.received_at,
  updatedAt: row.updated_at,
  doneAt: row.done_at,
  drawer: drawerOf(row),
});

const drawerOf = ({ pile, moved_to, done_at }: LeadRow): Drawer => {
  const lies = moved_to ?? pile;
  return lies === 'leads' && done_at ? 'done' : lies;
};
