/** The calls of the global that need the conversation. Every one answers `{ok: true}` or `{ok: false, code}`. */
import { tellKnown } from '../compose/known.js';
import type { Conversation } from '../conversation/contract.js';
import type { CallResult, ConversationCall } from './global.js';

interface Chat extends HTMLElement {
  /** The conversation, loading the playbook first when nobody opened the chat yet. Rejects when it cannot be had. */
  begin(): Promise<Conversation>;
}

const refused = (code: string): CallResult => ({ ok: false, code });
const done: CallResult = { ok: true };

const act: Record<ConversationCall, (conversation: Conversation, args: readonly unknown[]) => CallResult> = {
  /** `ask(text)`: as if the visitor had typed it. */
  ask(conversation, [text]) {
    if (typeof text !== 'string' || !text.trim()) return refused('call.text-missing');
    conversation.send({ type: 'visitor.typed', text });
    return done;
  },
  /** `answer(step, value)`: takes what a person would type; the step must be the one being asked. */
  answer(conversation, [step, value]) {
    if (typeof step !== 'string' || conversation.view.asking?.step.id !== step)
      return refused('call.not-asked');
    if (typeof value !== 'string' && typeof value !== 'number') return refused('call.value-missing');
    const before = conversation.view.fold.n;
    conversation.send({ type: 'visitor.answered', step, raw: String(value) });
    const { rejection, fold, asking } = conversation.view;
    // Null: it waits until it can be read.
    return fold.n > before || asking === null ? done : refused(rejection?.code ?? 'call.not-asked');
  },
  /** `prefill({step: value})`: what the page knows already, so that it is not asked. */
  prefill: (conversation, [values]) =>
    tellKnown(conversation, values) ? done : refused('call.values-missing'),
  /** `consent(purpose, granted)`: answers a consent question that is being asked, or changes what was said to one. */
  consent(conversation, [purpose, granted]) {
    if (typeof purpose !== 'string' || typeof granted !== 'boolean') return refused('call.value-missing');
    const { asking, fold } = conversation.view;
    const isAsked = asking?.step.kind === 'consent' && asking.step.purpose === purpose;
    // What nobody was asked, nobody can have agreed to.
    if (!isAsked && !fold.consents.has(purpose)) return refused('call.not-asked');
    conversation.send(
      isAsked
        ? { type: 'visitor.answered', step: asking.step.id, raw: granted ? 'yes' : 'no' }
        : { type: 'visitor.consented', purpose, granted, control: 'api' },
    );
    return conversation.view.fold.consents.get(purpose) === granted ? done : refused('call.not-asked');
  },
  /** `reset()`: a new conversation; what was sent stays sent. */
  reset(conversation) {
    conversation.send({ type: 'visitor.restarted' });
    return done;
  },
  /** `forget()`: erases everything here and asks the receiver to erase as well. */
  forget(conversation) {
    conversation.send({ type: 'visitor.withdrew' });
    return done;
  },
};

/** Carries out a call on a chat. */
export const call = async (
  chat: HTMLElement,
  name: ConversationCall,
  args: readonly unknown[],
): Promise<CallResult> => {
  await customElements.whenDefined('warmlead-chat');
  try {
    const conversation = await (chat as Chat).begin();
    // The first question may stand before it can be answered; what is known already need not wait for that.
    if (name !== 'prefill') await conversation.ready;
    return act[name](conversation, args);
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown };
    return refused(typeof code === 'string' ? code : 'chat.unavailable');
  }
};
