/** What is loaded on intent: the elements, the conversation, and the calls that need them. */
import '../define.js';
import { lookAfterKept } from '../compose.js';
import type { WarmleadChat } from '../elements/chat/chat.js';
import type { call as Call } from './calls.js';
import { noteOnLeaving, wasOpen } from './open-flag.js';

/** Carries out a call of the page's own scripts. */
export const call: typeof Call = async (...given) => (await import('./calls.js')).call(...given);

/** Looks after what an earlier page left behind, and shows a panel that was open there. */
export const resume = (floating: HTMLElement | null): void => {
  lookAfterKept();
  if (wasOpen()) (floating as WarmleadChat | null)?.show({ focus: false });
};

noteOnLeaving();
