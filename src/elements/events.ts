/**
 * What the chat tells the page. Every event bubbles out of shadow roots and carries ids, kinds, counts and
 * codes: never personal data.
 */
import type { ConversationFact } from '../conversation/contract.js';

type Detail<Type extends ConversationFact['type']> = Omit<Extract<ConversationFact, { type: Type }>, 'type'>;

/** Base of all events. `detail` as custom events have it, for tag managers and frameworks. */
export class WarmleadEvent<D = object> extends Event {
  readonly detail: D;

  constructor(name: string, detail: D) {
    super(`warmlead-${name}`, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The conversation can be led: its playbook is there and what was kept has been read. */
export class WarmleadReadyEvent extends WarmleadEvent<{
  readonly playbook: string;
  readonly version: string;
  readonly resumed: 'no' | 'same' | 'changed';
}> {}
/** The panel was opened or closed. `byVisitor` is false when a script of the page did it. */
export class WarmleadOpenEvent extends WarmleadEvent<{ readonly byVisitor: boolean }> {}
export class WarmleadCloseEvent extends WarmleadEvent<{ readonly byVisitor: boolean }> {}
/** A question is asked. */
export class WarmleadStepEvent extends WarmleadEvent<Detail<'step'>> {}
/** A question was answered. */
export class WarmleadAnswerEvent extends WarmleadEvent<Detail<'answer'>> {}
/** The visitor sent. */
export class WarmleadSubmitEvent extends WarmleadEvent<Detail<'submit'>> {}
/** The lead is kept on the device (`durable`) or in the page, and will be sent. */
export class WarmleadStoredEvent extends WarmleadEvent<Detail<'stored'>> {}
/** The destination has the lead. */
export class WarmleadDeliveredEvent extends WarmleadEvent<Detail<'delivered'>> {}
/** Something is wrong; `code` says what. */
export class WarmleadProblemEvent extends WarmleadEvent<Detail<'problem'>> {}
/** The visitor chose a next step. */
export class WarmleadNextStepEvent extends WarmleadEvent<Detail<'next-step'>> {}
/** The visitor had everything erased. */
export class WarmleadForgottenEvent extends WarmleadEvent<Detail<'forgotten'>> {}

/** The event for a fact of the conversation. */
export const eventOf = ({ type, ...detail }: ConversationFact): WarmleadEvent => {
  const classes = {
    step: WarmleadStepEvent,
    answer: WarmleadAnswerEvent,
    submit: WarmleadSubmitEvent,
    stored: WarmleadStoredEvent,
    delivered: WarmleadDeliveredEvent,
    problem: WarmleadProblemEvent,
    'next-step': WarmleadNextStepEvent,
    forgotten: WarmleadForgottenEvent,
  } as const;
  // The table pairs every fact with its class; the compiler cannot follow the pairing through a lookup.
  return new (classes[type] as typeof WarmleadEvent)(type, detail);
};

declare global {
  interface GlobalEventHandlersEventMap {
    'warmlead-ready': WarmleadReadyEvent;
    'warmlead-open': WarmleadOpenEvent;
    'warmlead-close': WarmleadCloseEvent;
    'warmlead-step': WarmleadStepEvent;
    'warmlead-answer': WarmleadAnswerEvent;
    'warmlead-submit': WarmleadSubmitEvent;
    'warmlead-stored': WarmleadStoredEvent;
    'warmlead-delivered': WarmleadDeliveredEvent;
    'warmlead-problem': WarmleadProblemEvent;
    'warmlead-next-step': WarmleadNextStepEvent;
    'warmlead-forgotten': WarmleadForgottenEvent;
  }
}
