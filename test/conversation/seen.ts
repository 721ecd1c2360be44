import type { ConversationView } from '../../src/conversation/contract.js';

/**
 * What a visitor sees, without what a reload settles: a rejection, how it came to be, and whether the destination takes
 * updates, which is known only once what sends has been loaded and shows only where a lead was sent.
 */
export const seen = ({
  fold,
  resumed: _resumed,
  rejection: _rejection,
  updates: _updates,
  ...view
}: ConversationView) => ({
  ...view,
  fold: { ...fold, answers: [...fold.answers], consents: [...fold.consents] },
});
