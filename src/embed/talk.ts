/** What is loaded on intent: the elements, the conversation, and the calls that need them. */
import '../define.js';
import { loadDebug, lookAfterKept } from '../compose.js';
import { ChatAttributes } from '../elements/chat/chat-attributes.js';
import type { WarmleadChat } from '../elements/chat/chat.js';
import type { call as Call } from './calls.js';
import { noteOnLeaving, wasOpen } from './open-flag.js';
import { wantsTriggers, type Options } from './options.js';
import { isTest, trialHere } from './trial.js';

const trial = trialHere();
ChatAttributes.isTrial = isTest(trial);

/** Carries out a call of the page's own scripts. */
export const call: typeof Call = async (...given) => (await import('./calls.js')).call(...given);

/**
 * Looks after what an earlier page left behind, shows a panel that was open there, tells a tag manager that the chat is
 * there, and shows the debug panel in a trial.
 */
export const resume = (floating: HTMLElement | null, options: Options): void => {
  lookAfterKept();
  const chat = floating as WarmleadChat | null;
  if (wasOpen()) chat?.show({ focus: false });
  if (location.hash === '#warmlead') chat?.show({ focus: false, by: 'link' });
  if (chat && options.events)
    import('../compose/numbers.js').then(
      ({ tellShown }) => tellShown(chat),
      () => {},
    );
  if (chat && wantsTriggers(options))
    import('./triggers/start.js').then(
      ({ startTriggers }) => startTriggers(chat, options),
      () => {},
    );
  if (/debug/.test(trial))
    loadDebug().then(
      ({ openDebug }) => openDebug(options),
      () => {},
    );
};

noteOnLeaving();
