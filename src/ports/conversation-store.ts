import type { LogEntry } from '../flow/log.js';

/** A kept conversation: its lead id and its log. */
export interface KeptConversation {
  readonly leadId: string;
  readonly log: readonly LogEntry[];
}

/**
 * Keeps conversations. Never rejects: a store that cannot keep says "unavailable", and the conversation
 * goes on in memory.
 */
export interface ConversationStore {
  /** The kept conversation, or null when there is none (or it is unreadable or expired). */
  load(key: string): Promise<KeptConversation | null>;
  /**
   * Appends entries after number `after`. "behind": somebody else (another tab) already wrote there; load
   * again. `expiresAtMs` is when the whole conversation is erased unless written again.
   */
  append(
    key: string,
    leadId: string,
    after: number,
    entries: readonly LogEntry[],
  ): Promise<'stored' | 'behind' | 'unavailable'>;
  erase(key: string): Promise<void>;
}
