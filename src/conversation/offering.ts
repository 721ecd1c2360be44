/** What the rarer next steps need of the conversation, fetched on need, and how it is fetched. */
import type { FoldState } from '../flow/state.js';
import type { Routed } from '../lead/lead.js';
import type { Offer } from '../playbook/schema.js';
import type { AgreedFile, ChosenSlot, ConversationEvent, OfferView } from './contract.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import type { Phase } from './view.js';

export interface OfferRequest {
  readonly setting: Setting;
  readonly fold: FoldState;
  readonly routed: Routed | undefined;
  readonly id: string;
  readonly offer: Offer;
}

/** What may be logged of a choice. */
export interface Accepted {
  readonly slot?: ChosenSlot;
  readonly details?: { readonly [field: string]: string };
}

type EventOf<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>;

export interface Offering {
  /** The offer as it stands now; null where it is not offered now. */
  view(request: OfferRequest): OfferView | null;
  /** What a choice says; null where it says something that is not offered, or leaves out what has to be known. */
  accepted(request: OfferRequest, event: EventOf<'visitor.chose'>): Accepted | null;
  /** The time that a booking tool reported; undefined where it cannot be read. */
  slotOf(setting: Setting, fold: FoldState, event: EventOf<'visitor.booked'>): ChosenSlot | undefined;
  /** What was agreed, to be kept. */
  files(setting: Setting, session: Session): readonly AgreedFile[];
  /** Asks once which times are gone; `changed` is called when some are. */
  askTaken(setting: Setting, session: Session, changed: () => void): void;
  /** Takes the visitor where they wanted to go, if that is on this page. */
  follow(setting: Setting, fold: FoldState, offer: string): void;
}

export interface OfferingOnNeed {
  /** Null as long as it is not there. */
  get(): Offering | null;
  /** Fetches it unless it is there or on its way; after a failure once more. */
  warm(): void;
  /** The session stands in this phase now. */
  stands(session: Session, phase: Phase): void;
  /** Sends an event, and does what has to follow at once where it chose something. */
  follow(event: ConversationEvent, send: (event: ConversationEvent) => void, session: () => Session): void;
}

/** `changed` is called when offers are other ones than before. */
export const offeringOnNeed = (
  fetchOffering: (() => Promise<Offering>) | undefined,
  setting: () => Setting,
  changed: () => void,
): OfferingOnNeed => {
  let offering: Offering | null = null;
  let isComing = false;
  const warm = () => {
    if (offering || isComing || !fetchOffering) return;
    isComing = true;
    fetchOffering()
      .then((fetched) => {
        offering = fetched;
        changed();
      })
      .catch(() => (isComing = false));
  };
  return {
    get: () => offering,
    warm,
    stands(session, phase) {
      if (phase !== 'ended') return;
      warm();
      offering?.askTaken(setting(), session, changed);
    },
    follow(event, send, session) {
      const { log } = session().fold;
      send(event);
      const { fold } = session();
      if (event.type === 'visitor.chose' && fold.log !== log) offering?.follow(setting(), fold, event.offer);
    },
  };
};
