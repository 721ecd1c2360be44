import type { Playbook } from '../playbook/schema.js';
import type { Condition } from '../playbook/condition.js';
import { type Facts, holds } from './conditions.js';
import { fillPrompt } from './fill-prompt.js';
import { isRecord, linesOf, listOf } from './lenient.js';

/**
 * The lines with which a conversation opens, filled: `welcome.say`, or of a conditional greeting the first
 * whose condition holds. Empty when there is none.
 */
export function greetingLines(playbook: Playbook, facts: Facts): readonly string[] {
  const say: unknown = playbook.welcome?.say;
  const conditional = listOf(say).filter(isRecord);
  const chosen = conditional.find(({ when }) => holds(when as Condition | undefined, facts) === true);
  const lines = linesOf(conditional.length > 0 ? chosen?.['text'] : say);
  return lines.map((line) => fillPrompt(line, facts, playbook));
}
