import type { ConversationView } from '../../src/conversation/contract.js';

/** What a visitor sees, without what a reload settles: a rejection, and how it came to be. */
export const seen = ({ fold, resumed: _resumed, rejection: _rejection, ...view }: ConversationView) => ({
  ...view,
  fold: { ...fold, answers: [...fold.answers], consents: [...fold.consents] },
});
