/** What is loaded on intent: the elements, the conversation, and the calls that need them. */
import '../define.js';
import { resumeOutbox } from '../compose.js';
import type { WarmleadChat } from '../elements/chat/chat.js';
import { noteOnLeaving, wasOpen } from './open-flag.js';

export { call } from './calls.js';

/** Sends what an earlier page left behind, and shows a panel that was open there. */
export const resume = (floating: HTMLElement | null): void => {
  resumeOutbox();
  if (wasOpen()) (floating as WarmleadChat | null)?.show({ focus: false });
};

noteOnLeaving();
