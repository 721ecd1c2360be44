/**
 * What a conversation looks like from outside: the elements, the embed and the tests know only this.
 * State comes down as a frozen view, intentions go up as events.
 */
import type { Iso, Value } from '../flow/log.js';
import type { OfferedOption } from '../flow/options.js';
import type { Answer, FoldState } from '../flow/state.js';
import type { OfferKind } from '../playbook/kinds.js';
import type { Playbook, Step } from '../playbook/schema.js';
import type { Judgement } from '../qualification/judgement.js';
import type { Recommendation } from '../lead/lead.js';
import type { Slot } from '../routing/slots.js';
import type { ConversationEvent } from './event.js';

export type { ChosenSlot, ConversationEvent, KnownFact } from './event.js';

/** Why an answer was not taken. `code` names a text in `locales/`, `values` fill it. */
export interface Rejection {
  readonly step: string;
  /** The field of a contact card; absent elsewhere. */
  readonly field?: string;
  readonly code: string;
  /** Contact cards: the code of every field that is wrong, by field. */
  readonly fields?: { readonly [field: string]: string };
  readonly values?: { readonly [name: string]: string | number };
  /** English words by code, for texts that do not know it. */
  readonly says?: { readonly [code: string]: string };
  readonly raw: string;
}

/** A next step that was agreed earlier, for a visitor who comes back. */
export interface ReceiptView {
  readonly kind: 'callback' | 'booking' | 'email';
  /** The agreed time; absent where none was. */
  readonly start?: Iso;
  readonly cancelled: boolean;
  /** It can be changed and cancelled here; false: only the company itself can be asked. */
  readonly changeable: boolean;
}

/** How the hand-over stands; every word is a fact from the outbox. */
export type Handover =
  | { readonly is: 'none' }
  | { readonly is: 'saving' }
  /** Stored; `durable: false` means only as long as this page is open. Not yet acknowledged. */
  | { readonly is: 'saved'; readonly durable: boolean; readonly offline: boolean }
  | { readonly is: 'sending'; readonly durable: boolean }
  /** At least one attempt failed; it is kept and tried again. */
  | { readonly is: 'waiting'; readonly durable: boolean; readonly offline: boolean; readonly code: string }
  /** unseen: handed over, but nobody may know, or nobody lived to see, what the destination said. */
  | { readonly is: 'sent'; readonly atMs: number; readonly unseen?: true }
  /** Refused as it is or out of tries: show the company's own contact. */
  | { readonly is: 'failed'; readonly code: string }
  /** Nothing is sent by the page, nor queued: the visitor mails it with this link. */
  | { readonly is: 'by-hand'; readonly href: string };

export interface OfferView {
  readonly id: string;
  readonly kind: OfferKind;
  readonly label: string;
  /** Checked: http, https, mailto or tel only. */
  readonly href?: string;
  /** Times to choose from, in order; absent where none are offered. */
  readonly slots?: readonly Slot[];
  /** IANA zone of the company, beside `slots`. */
  readonly zone?: string;
  /** When somebody is there again, where nobody is now; beside `slots`. */
  readonly backAt?: Iso;
  /** Who does it, where somebody has to: the owner's first name, or the team, or the company. */
  readonly who?: string;
  /** What has to be known before it can be chosen. A note may be left out. */
  readonly asks?: readonly ('phone' | 'address' | 'note')[];
  /** The address opens inside the chat, and tells from there what was booked. */
  readonly embed?: 'cal' | 'calendly' | 'hubspot';
}

/** Something to keep of what was agreed. */
export interface AgreedFile {
  readonly kind: 'calendar' | 'card';
  readonly name: string;
  readonly text: string;
}

export interface ConversationView {
  /**
   * restoring: the kept conversation is being read. asking: a question is pending. reviewing: everything is
   * answered, the send button is next. handingOver: being committed. ended: nothing more is asked.
   * broken: the playbook cannot go on; show the company's own contact.
   */
  readonly phase: 'restoring' | 'asking' | 'reviewing' | 'handingOver' | 'ended' | 'broken';
  readonly fold: FoldState;
  /**
   * The question that is pending, its texts filled; before it what is to be said about an objection or an unclear
   * question, under the id `aside:<n>`, at any time. Else null in every phase but asking, and there while an answer
   * waits until it can be read.
   */
  readonly asking: {
    readonly step: Step;
    readonly question: string;
    readonly options: readonly OfferedOption[];
    readonly prior: Value | null;
    /** What the page knew is old and only has to be confirmed: its entry's number, in words, since when. */
    readonly stale?: { readonly of: number; readonly label: string; readonly asOf: Iso };
    /** Answering this card also sends: its button says so and the notice stands above it. */
    readonly sends: boolean;
  } | null;
  readonly rejection: Rejection | null;
  /** The answers in the order they were walked, for review cards and corrections. */
  readonly answers: readonly Answer[];
  readonly judgement: Judgement;
  readonly recommendations: readonly Recommendation[];
  readonly handover: Handover;
  /**
   * Whether the destination understands later revisions, so that it can be told of changes and of erasure; null until
   * the lead was handed over.
   */
  readonly updates: boolean | null;
  /** The ending's words and offers; null until ended. */
  readonly ending: {
    readonly says: readonly string[];
    readonly offers: readonly OfferView[];
    readonly chosen: string | null;
    /** What was agreed, to be kept; absent where there is nothing. */
    readonly files?: readonly AgreedFile[];
    readonly sent: boolean;
    /** The destination takes no changes, and something was changed after it had everything. */
    readonly late: boolean;
  } | null;
  /** How it came to be: fresh, resumed (same), or resumed under a changed playbook. */
  readonly resumed: 'no' | 'same' | 'changed';
  /**
   * What was kept is asked differently by the present playbook, and the visitor has done nothing since. False where
   * the change concerns nothing they said.
   */
  readonly questionsChanged: boolean;
  /** A next step agreed on an earlier page; null where there is none, or it is not to be remembered. */
  readonly receipt: ReceiptView | null;
  readonly problem: { readonly code: string; readonly path?: string } | null;
}

/** Facts for the page's own scripts. Never personal data. */
export type ConversationFact =
  | { readonly type: 'step'; readonly step: string; readonly kind: string; readonly done: number }
  | { readonly type: 'answer'; readonly step: string; readonly kind: string }
  /** `known`: it was answered from what the playbook knows. */
  | { readonly type: 'question'; readonly known: boolean }
  | { readonly type: 'objection'; readonly objection: string }
  /** `suspect`: a machine seems to have written it, so it should not be counted. */
  | {
      readonly type: 'submit';
      readonly verdict: string;
      readonly band: string | null;
      readonly suspect?: true;
    }
  /** They see this variant from here on. */
  | { readonly type: 'exposure'; readonly experiment: string; readonly variant: string }
  | { readonly type: 'stored'; readonly durable: boolean; readonly revision: number }
  /** confirmed: the destination said so. backup: the second destination took it. */
  | {
      readonly type: 'delivered';
      readonly revision: number;
      readonly attempts: number;
      readonly confirmed: boolean;
      readonly backup?: true;
    }
  | { readonly type: 'problem'; readonly code: string; readonly path?: string }
  | {
      readonly type: 'next-step';
      readonly offer: string;
      readonly kind: string;
      /** It was called off. */
      readonly cancelled?: true;
      /** A booking tool confirmed it. */
      readonly booked?: true;
    }
  | { readonly type: 'forgotten' };

export interface Conversation {
  /** In the language of the conversation. */
  readonly playbook: Playbook;
  /** BCP 47. */
  readonly locale: string;
  /** The present view. A new object whenever anything changed, the same one otherwise. */
  readonly view: ConversationView;
  /** Called after every change; returns the way to stop. */
  subscribe(run: (view: ConversationView) => void): () => void;
  /** Called for every fact; returns the way to stop. */
  onFact(run: (fact: ConversationFact) => void): () => void;
  send(event: ConversationEvent): void;
  /** Resolves once the kept conversation has been read (or there was none). */
  readonly ready: Promise<void>;
  /** Fetches what sending needs, ahead of time. Called when the first question stands; safe to leave out. */
  warm(): void;
  /** Releases everything; queued leads stay queued. */
  stop(): void;
}
