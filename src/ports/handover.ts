import type { Lead } from '../lead/lead.js';

/** Where the newest revision of a lead stands. Mirrors facts of the outbox; see `Handover` in the conversation's contract. */
export type HandoverState =
  | { readonly is: 'queued'; readonly durable: boolean }
  | { readonly is: 'sending'; readonly durable: boolean; readonly attempt: number }
  | { readonly is: 'waiting'; readonly durable: boolean; readonly code: string; readonly dueMs: number }
  | { readonly is: 'acknowledged'; readonly atMs: number; readonly attempts: number }
  | { readonly is: 'failed'; readonly code: string };

/** The conversation's way to the outbox. Wired in `compose.ts`. */
export interface HandoverPort {
  /**
   * Commits the next revision of a lead. Resolves once it is stored (durably unless `durable` is false).
   * Never rejects: where nothing can be stored it is held in memory and sent at once. Its number is above `after`.
   */
  commit(
    leadId: string,
    make: (revision: number) => Lead,
    after?: number,
  ): Promise<{ readonly revision: number; readonly durable: boolean }>;
  /** Newest revision's state now and after every change; null: nothing was ever committed. Returns the way to stop. */
  watch(leadId: string, run: (revision: number, state: HandoverState | null) => void): () => void;
  /** Tries everything that waits at once. */
  hurry(): void;
  /** Erases what is queued of this lead. Answers whether any attempt was made (then a withdrawal must be sent). */
  forget(leadId: string): Promise<boolean>;
}
