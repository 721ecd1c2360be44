/** The receiving side, for any server that speaks web-standard requests and responses. */
export { conformanceTests } from './conformance.js';
export type * from './contract.js';
export { createMemoryStore, type MemoryStore } from './memory-store.js';
export { createReceiver } from './receiver.js';
export { rejudge } from './rejudge.js';
export { createTakenSlots, type SlotRange, type TakenSlotsOptions } from './taken-slots.js';
export { withPrivatePart, type WithPrivate } from './private-part.js';

export { brief, type Brief, type BriefSetting } from '../lead/brief.js';
export { briefMail, briefText, type BriefMail } from '../lead/brief-mail.js';
export { briefNote } from '../lead/brief-note.js';
export { briefSlack, type SlackMessage } from '../lead/brief-slack.js';
