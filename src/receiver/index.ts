/** The receiving side, for any server that speaks web-standard requests and responses. */
export { conformanceTests } from './conformance.js';
export type * from './contract.js';
export { createAnswerReceiver, type AnswerReceiverOptions } from './answer-receiver.js';
export { ModelFault, type ChatModel } from './chat-api.js';
export { createMemoryStore, type MemoryStore } from './memory-store.js';
export { createCountReceiver, type CountReceiverOptions, type CountStore } from './count-receiver.js';
export { createReceiver } from './receiver.js';
export { rejudge } from './rejudge.js';
export { createTakenSlots, type SlotRange, type TakenSlotsOptions } from './taken-slots.js';
export {
  createAssigning,
  createMemoryAssignments,
  type Assigning,
  type AssigningOptions,
  type Assignment,
  type AssignmentStore,
} from './assigning.js';
export { withPrivatePart, type Receiving, type WithPrivate } from './private-part.js';

export { brief, type Brief, type BriefSetting } from '../lead/brief.js';
export { briefMail, briefText, type BriefMail } from '../lead/brief-mail.js';
export { briefNote } from '../lead/brief-note.js';
export { briefSlack, type SlackMessage } from '../lead/brief-slack.js';

export { createForwarder, type Forwarder } from './forwarding/forwarder.js';
export type * from './forwarding/contract.js';
export { createMemoryForwardStore, type MemoryForwardStore } from './forwarding/memory-forward-store.js';
export { httpSender, mailSender, salesforceSender } from './forwarding/senders.js';
export { hubspotCrm } from '../formats/forwards/hubspot-crm.js';
export { mail, type OutgoingMail } from '../formats/forwards/mail.js';
export { pipedrive } from '../formats/forwards/pipedrive.js';
export { salesforceRest } from '../formats/forwards/salesforce-rest.js';
export { slack, slackWebhook } from '../formats/forwards/slack.js';
