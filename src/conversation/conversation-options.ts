/** What a conversation is made of: its playbook, and everything it asks of its surroundings. */
import type { Playbook } from '../playbook/schema.js';
import type { Clock, Randomness } from '../ports/clock.js';
import type { ConversationStore } from '../ports/conversation-store.js';
import type { HandoverPort } from '../ports/handover.js';
import type { PagePort } from '../ports/page.js';
import type { Asides } from './asides.js';
import type { Beginning } from './beginning.js';
import type { ConversationEvent, ConversationFact, ConversationView } from './contract.js';
import type { Listeners } from './listeners.js';
import type { Offering } from './offering.js';
import type { Readers } from './readers.js';
import type { Receipts } from './receipts.js';
import type { CloseParts } from './way-out.js';

export interface ConversationOptions {
  readonly playbook: Playbook;
  /** Under which the conversation is kept. */
  readonly key: string;
  readonly store: ConversationStore;
  /** The way to the outbox, or how to get it; asked for only when a lead is sent or was sent. */
  readonly handover: HandoverPort | (() => Promise<HandoverPort>);
  /** Loads what only sending needs; asked again after it rejected. */
  readonly close: () => Promise<CloseParts>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly page: PagePort;
  /** Language of the conversation. Left out: the playbook's own. */
  readonly locale?: string;
  /** What relative addresses of the playbook refer to. Left out: the page. */
  readonly base?: string;
  /** What reads the rarer answers. Left out: the basic kinds only. */
  readonly readers?: Readers;
  /** Loads what hears questions and objections. Left out: every question is noted. */
  readonly asides?: (playbook: Playbook, locale: string) => Promise<Asides>;
  /** A trial on a live site: the lead says so. */
  readonly test?: true;
  /** Where the first question stands already: how it began, and what is shown until the store was asked. */
  readonly early?: { readonly beginning: Beginning; readonly view: ConversationView };
  /** What the rarer next steps need; left out: the playbook has none. */
  readonly offering?: () => Promise<Offering>;
  /** What a device remembers of agreed next steps; left out: nothing is remembered. */
  readonly receipts?: () => Promise<Receipts>;
  /** Takes what the visitor did meanwhile: it comes first, and no question is shown that it answers. */
  readonly waiting?: () => readonly ConversationEvent[];
  /** Who listens already. */
  readonly views?: Listeners<ConversationView>;
  readonly facts?: Listeners<ConversationFact>;
}
