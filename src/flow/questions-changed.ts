import type { Playbook } from '../playbook/schema.js';
import { advance, emptyState } from './fold.js';
import type { LogEntry } from './log.js';
import type { FoldState, StandingOf } from './state.js';

/** After these, answers given before may count no more, whatever the playbook. */
const TURNS: readonly LogEntry['type'][] = ['corrected', 'prefilled', 'consented', 'disowned'];

/**
 * Whether somebody who said all this is concerned by how this playbook asks: an answer of theirs counts no more,
 * or they are asked again, or anew although they were through. Needs no earlier playbook: whatever was
 * answered was asked for then, so that it must count until something was changed. False where only words, order
 * or later questions differ: those are nothing to tell them.
 */
export function areQuestionsChanged(
  playbook: Playbook,
  log: readonly LogEntry[],
  standingOf?: StandingOf,
): boolean {
  let state = emptyState(playbook, standingOf);
  const steps = new Map<number, string>();
  let given: number[] = [];
  const isLost = ({ dead }: FoldState) => given.some((n) => dead.includes(n));
  for (const entry of log) {
    const before = state;
    state = advance(playbook, before, entry, standingOf);
    const pending = pendingIn(state);
    if (entry.type === 'answered') {
      given.push(entry.n);
      steps.set(entry.n, entry.step);
    } else if (TURNS.includes(entry.type)) {
      if (isLost(before)) return true;
      given = [];
    }
    if (entry.type === 'corrected' && pending?.id === steps.get(entry.of)) return true;
    if (entry.type === 'consented' && pending?.purpose === entry.purpose) return true;
    if (entry.type === 'submitted' && pending) return true;
  }
  return isLost(state);
}

const pendingIn = ({ position }: FoldState) => (position.at === 'step' ? position.step : undefined);
