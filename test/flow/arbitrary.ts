/** Playbooks and logs for properties, of this folder and of every other. */
import type { StandingOf } from '../../src/flow/state.js';

export * from './arbitrary-logs.js';
export * from './arbitrary-playbooks.js';

/** A standing that follows from the answers alone. */
export const standingOf: StandingOf = (answers) => ({
  score: (answers.size * 3) % 10,
  slotsYes: answers.size % 4,
  slotsNo: 0,
  slotsUnknown: 4 - (answers.size % 4),
  verdict: answers.size > 2 ? 'a' : 'b',
});
