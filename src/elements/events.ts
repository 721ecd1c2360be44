/**
 * What the chat tells the page. Every event bubbles out of shadow roots and carries ids, kinds, counts and
 * codes: never personal data.
 */
import type { ConversationFact } from '../conversation/contract.js';

type Detail<Type extends ConversationFact['type']> = Omit<Extract<ConversationFact, { type: Type }>, 'type'>;

/** Every event; `type` says which. `detail` as custom events have it, for tag managers and frameworks. */
export class WarmleadEvent<D = object> extends Event {
  readonly detail: D;

  constructor(name: string, detail: D) {
    super(`warmlead-${name}`, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** The conversation can be led: its playbook is there and what was kept has been read. */
export type WarmleadReadyEvent = WarmleadEvent<{
  readonly playbook: string;
  readonly version: string;
  readonly resumed: 'no' | 'same' | 'changed';
}>;
/** The panel was opened or closed. `byVisitor` is false when a script of the page did it. */
export type WarmleadOpenEvent = WarmleadEvent<{ readonly byVisitor: boolean }>;
export type WarmleadCloseEvent = WarmleadEvent<{ readonly byVisitor: boolean }>;
/** A question is asked. */
export type WarmleadStepEvent = WarmleadEvent<Detail<'step'>>;
/** A question was answered. */
export type WarmleadAnswerEvent = WarmleadEvent<Detail<'answer'>>;
/** The visitor asked something. */
export type WarmleadQuestionEvent = WarmleadEvent<Detail<'question'>>;
/** The visitor objected to something. */
export type WarmleadObjectionEvent = WarmleadEvent<Detail<'objection'>>;
/** The visitor is shown a variant of an experiment. */
export type WarmleadExposureEvent = WarmleadEvent<Detail<'exposure'>>;
/** The visitor sent. */
export type WarmleadSubmitEvent = WarmleadEvent<Detail<'submit'>>;
/** The lead is kept on the device (`durable`) or in the page, and will be sent. */
export type WarmleadStoredEvent = WarmleadEvent<Detail<'stored'>>;
/** The destination has the lead. */
export type WarmleadDeliveredEvent = WarmleadEvent<Detail<'delivered'>>;
/** Something is wrong; `code` says what. */
export type WarmleadProblemEvent = WarmleadEvent<Detail<'problem'>>;
/** The visitor chose a next step. */
export type WarmleadNextStepEvent = WarmleadEvent<Detail<'next-step'>>;
/** The visitor had everything erased. */
export type WarmleadForgottenEvent = WarmleadEvent<Detail<'forgotten'>>;

/** The event for a fact of the conversation. */
export const eventOf = ({ type, ...detail }: ConversationFact): WarmleadEvent =>
  new WarmleadEvent(type, detail);

declare global {
  interface GlobalEventHandlersEventMap {
    'warmlead-ready': WarmleadReadyEvent;
    'warmlead-open': WarmleadOpenEvent;
    'warmlead-close': WarmleadCloseEvent;
    'warmlead-step': WarmleadStepEvent;
    'warmlead-answer': WarmleadAnswerEvent;
    'warmlead-question': WarmleadQuestionEvent;
    'warmlead-objection': WarmleadObjectionEvent;
    'warmlead-exposure': WarmleadExposureEvent;
    'warmlead-submit': WarmleadSubmitEvent;
    'warmlead-stored': WarmleadStoredEvent;
    'warmlead-delivered': WarmleadDeliveredEvent;
    'warmlead-problem': WarmleadProblemEvent;
    'warmlead-next-step': WarmleadNextStepEvent;
    'warmlead-forgotten': WarmleadForgottenEvent;
  }
}
