/** What a conversation is told, from within the chat and by the page around it. */
import type { Iso, Value } from '../flow/log.js';

/** What the visitor did. Stale or double events have no effect. */
export type ConversationEvent =
  /** `decoyFilled`: something filled the field of the card that people cannot see. */
  | {
      readonly type: 'visitor.answered';
      readonly step: string;
      readonly raw: string;
      readonly decoyFilled?: boolean;
    }
  | { readonly type: 'visitor.skipped'; readonly step: string }
  /** `of` is the number of the answer to change. */
  | { readonly type: 'visitor.corrected'; readonly of: number; readonly raw: string }
  /**
   * Free text from the composer: tried as an option, then as a value, then as an objection or a question, which is
   * answered or noted.
   */
  | { readonly type: 'visitor.typed'; readonly text: string }
  /** Whether the answer to question `of` helped. */
  | { readonly type: 'visitor.judged'; readonly of: number; readonly helpful: boolean }
  /**
   * A consent given or withdrawn outside its question, for example under "Privacy and my data"; `control` says
   * so where a script of the page passed it on.
   */
  | {
      readonly type: 'visitor.consented';
      readonly purpose: string;
      readonly granted: boolean;
      readonly control?: 'api';
    }
  | { readonly type: 'visitor.submitted'; readonly decoyFilled?: boolean }
  /** `slot`: one of those of the offer, in the zone in which it was shown; `details`: what the offer asks for. */
  | {
      readonly type: 'visitor.chose';
      readonly offer: string;
      readonly slot?: ChosenSlot;
      readonly details?: { readonly [field: string]: string };
    }
  /** A booking tool says that a time was booked with the offer of that name. */
  | {
      readonly type: 'visitor.booked';
      readonly offer: string;
      readonly start?: Iso;
      readonly end?: Iso;
      readonly reference?: string;
    }
  /** Calls off the next step chosen last. */
  | { readonly type: 'visitor.cancelled' }
  | { readonly type: 'visitor.restarted' }
  /** What the page knew is still right; `of` is the number of its entry. */
  | { readonly type: 'visitor.confirmed'; readonly of: number }
  /** "Not me": begins again, without anything the page knows. */
  | { readonly type: 'visitor.disowned' }
  | { readonly type: 'visitor.withdrew' }
  | { readonly type: 'visitor.retried' }
  | { readonly type: 'page.prefilled'; readonly values: { readonly [step: string]: Value | KnownFact } };

/** What the page knows, with who knew it (left out: the page) and since when (left out: now). */
export interface KnownFact {
  readonly value: Value;
  readonly source?: 'page' | 'crm' | 'returning';
  readonly asOf?: Iso;
}

export interface ChosenSlot {
  readonly start: Iso;
  readonly end: Iso;
  /** IANA zone in which it was shown. */
  readonly timeZone: string;
}
