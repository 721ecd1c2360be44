/**
 * The npm package: functions, types and the element's class. Registers nothing and changes nothing when it is
 * imported, also on a server. `warmlead/define` registers the tag.
 */
export * from './playbook/index.js';
export { checkPlaybook } from './authoring/check.js';

export { fold, advance, emptyState } from './flow/fold.js';
export type { Arrival, Happening, LogEntry, Value } from './flow/log.js';
export type {
  Answer,
  Answers,
  FoldState,
  Position,
  Progress,
  Standing,
  StandingOf,
  Turn,
} from './flow/state.js';
export { plainText, parseRichText, type RichNode } from './flow/rich-text.js';

export { judge, standingOf } from './qualification/judge.js';
export { bandWord } from './qualification/band-word.js';
export type { Band, Judgement, Reason, Slot, SlotState, Verdict } from './qualification/judgement.js';
export { readNeeds } from './matching/needs.js';
export { recommend, type NeedsReader } from './matching/recommend.js';
export { route, type RouteRequest } from './routing/route.js';

export { buildLead, withdrawnLead, type LeadRequest } from './lead/build-lead.js';
export { brief, type Brief, type BriefPart, type BriefSection, type BriefSetting } from './lead/brief.js';
export type { BriefAct, BriefLine, BriefQuestion, BriefReason, BriefVerdict } from './lead/brief-line.js';
export { briefMail, briefText, type BriefMail } from './lead/brief-mail.js';
export { briefNote } from './lead/brief-note.js';
export { briefSlack, type SlackBlock, type SlackMessage, type SlackText } from './lead/brief-slack.js';
export { leadSchema } from './lead/lead.schema.js';
export type {
  Contact,
  Lead,
  LeadAnswer,
  LeadConsent,
  LeadQuestion,
  NextStep,
  Recommendation,
  Routed,
  Signals,
} from './lead/lead.js';

export { composeConversation, type ComposeOptions, type ComposePorts } from './compose.js';
export type {
  Conversation,
  ConversationEvent,
  ConversationFact,
  ConversationView,
  Handover,
  KnownFact,
  OfferView,
  Rejection,
} from './conversation/contract.js';
export type { ConversationStore, KeptConversation } from './ports/conversation-store.js';
export type { Clock, Randomness } from './ports/clock.js';
export type { HandoverPort, HandoverState } from './ports/handover.js';
export type { PageFacts, PagePort } from './ports/page.js';

export { WarmleadChat } from './elements/chat/chat.js';
export * from './elements/events.js';
