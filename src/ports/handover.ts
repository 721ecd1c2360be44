import type { Lead } from '../lead/lead.js';

/** Where the newest revision of a lead stands. Mirrors facts of the outbox; see `Handover` in the conversation's contract. */
export type HandoverState =
  | { readonly is: 'queued'; readonly durable: boolean }
  | { readonly is: 'sending'; readonly durable: boolean; readonly attempt: number }
  | { readonly is: 'waiting'; readonly durable: boolean; readonly code: string; readonly dueMs: number }
  /** unseen: nobody may know, or nobody lived to see, what the destination said. */
  | {
      readonly is: 'acknowledged';
      readonly atMs: number;
      readonly attempts: number;
      readonly unseen?: boolean;
      readonly backup?: true;
    }
  | { readonly is: 'failed'; readonly code: string }
  /** Nothing is sent by the page: the visitor mails it with this link. */
  | { readonly is: 'by-hand'; readonly href: string };

/** The conversation's way to the outbox. Wired in `compose.ts`. */
export interface HandoverPort {
  /**
   * Commits the next revision of a lead. Resolves once it is stored (durably unless `durable` is false).
   * Never rejects: where nothing can be stored it is held in memory and sent at once. `hold`: it is not sent until the
   * page is left or some time has passed, and may be replaced until then; only for destinations that get one thing.
   * `after`: the newest revision that lies elsewhere; its number is above that, and a destination that makes a record of
   * everything gets nothing more. `refused`: nothing was committed, for such a destination may have the lead already, or the visitor
   * mails it.
   */
  commit(
    leadId: string,
    make: (revision: number) => Lead,
    terms?: { readonly hold?: boolean; readonly after?: number },
  ): Promise<{ readonly revision: number; readonly durable: boolean; readonly refused?: true }>;
  /**
   * Newest revision's state now and after every change; null: nothing was ever committed. `phase` is left out where it
   * is `complete`. Returns the way to stop.
   */
  watch(
    leadId: string,
    run: (revision: number, state: HandoverState | null, phase?: Lead['phase']) => void,
  ): () => void;
  /** Tries everything that waits at once. */
  hurry(): void;
  /** Erases what is queued of this lead. Answers whether its destination may have any of it (then it must hear of it). */
  forget(leadId: string): Promise<boolean>;
}
