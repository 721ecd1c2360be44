/** Next steps that take more than a button, with what the page and the receiver know. A file of its own: on need only. */
import { liveChatsOn } from '../adapters/live-chats.js';
import { takenSlotsOver } from '../adapters/taken-slots.js';
import { createNextSteps } from '../conversation/next-steps.js';
import type { Offering } from '../conversation/offering.js';

export const nextSteps = (): Offering =>
  createNextSteps({ liveChats: liveChatsOn(globalThis), takenSlots: takenSlotsOver() });
