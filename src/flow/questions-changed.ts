import type { Playbook } from '../playbook/schema.js';
import { advance, emptyState } from './fold.js';
import type { LogEntry } from './log.js';
import type { FoldState, StandingOf } from './state.js';

/**
 * Whether somebody who said all this is asked differently by this playbook: something they answered is not asked
 * there any more, is asked again, or comes after a question they never saw. False where the same was asked in
 * the same order: other words, later questions or another greeting are nothing to tell them.
 */
export function areQuestionsChanged(
  playbook: Playbook,
  log: readonly LogEntry[],
  standingOf?: StandingOf,
): boolean {
  let state = emptyState(playbook, standingOf);
  return log.some((entry) => {
    const before = state;
    state = advance(playbook, state, entry, standingOf);
    switch (entry.type) {
      case 'answered':
        return pendingIn(before)?.id !== entry.step || isStillAsked(before, state);
      case 'consented':
        return pendingIn(before)?.purpose === entry.purpose && isStillAsked(before, state);
      case 'submitted':
        return pendingIn(before) !== undefined;
      default:
        return false;
    }
  });
}

const pendingIn = ({ position }: FoldState) => (position.at === 'step' ? position.step : undefined);

/** What was said did not answer what is pending. */
const isStillAsked = (before: FoldState, after: FoldState): boolean =>
  pendingIn(after) !== undefined && before.path.length === after.path.length;
