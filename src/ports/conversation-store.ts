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
   * Appends entries after number `after`. "behind": something else stands there (another tab wrote, another
   * conversation took the place, or it was erased); load again. A new conversation starts with `after` 0 in an
   * empty place, so erase the old one first. The whole conversation is erased some time after the last write.
   */
  append(
    key: string,
    leadId: string,
    after: number,
    entries: readonly LogEntry[],
  ): Promise<'stored' | 'behind' | 'unavailable'>;
  erase(key: string): Promise<void>;
}
