import type { Iso } from '../flow/log.js';

/** A next step that was agreed. Nothing in it says who agreed it. */
export interface Receipt {
  /** 32 hexadecimal digits. */
  readonly leadId: string;
  readonly kind: 'callback' | 'booking' | 'email';
  /** The agreed time; absent where none was. */
  readonly start?: Iso;
}

/** Remembers one receipt a conversation, for two weeks. Never rejects. */
export interface ReceiptStore {
  /** Null: none, or it is unreadable or expired. */
  load(key: string): Promise<Receipt | null>;
  /** Takes the place of an earlier one. */
  keep(key: string, receipt: Receipt): Promise<void>;
  erase(key: string): Promise<void>;
}
