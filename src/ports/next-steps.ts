/** What next steps ask of the page and of the receiver. */
import type { Iso } from '../flow/log.js';
import type { Slot } from '../routing/slots.js';

/** The live chat of the page, which a visitor is handed over to. */
export interface LiveChat {
  /** As the playbook calls it. */
  readonly name: string;
  /** Whether the page has it, loaded and ready. */
  isThere(): boolean;
  /** Opens it with what was said so far; the visitor sends that themselves where the service allows it. */
  open(summary: ChatSummary): void;
}

export interface ChatSummary {
  /** Question and answer, a line each. */
  readonly text: string;
  readonly name?: string;
  readonly email?: string;
}

export interface TakenQuery {
  /** Absolute. */
  readonly url: string;
  readonly from: Iso;
  readonly to: Iso;
  /** Key in the playbook's owners, where one is known: only their times count. */
  readonly owner?: string;
}

/** Times that are gone. Never rejects: without an answer none are. */
export type TakenSlots = (query: TakenQuery) => Promise<readonly Slot[]>;
