import type { Condition } from '../playbook/condition.js';
import type { Option, Step } from '../playbook/schema.js';
import { type Facts, holds } from './conditions.js';
import { isRecord, listOf, textOf } from './lenient.js';

/** An option as it is offered. A plain string is value and label in one. */
export type OfferedOption = Omit<Option, 'when'>;

/**
 * The options offered now: those without a condition and those whose condition holds. Of several with one
 * value the first offered counts, so a label can depend on a condition. Empty for steps without options.
 */
export function optionsOf(step: Step, facts: Facts): readonly OfferedOption[] {
  const offered = new Map<string, OfferedOption>();
  for (const option of listOf(step.options)) {
    const read = typeof option === 'string' ? { value: option } : option;
    if (!isRecord(read)) continue;
    const value = textOf(read['value']);
    if (value === '' || offered.has(value)) continue;
    if (holds(read['when'] as Condition | undefined, facts) !== true) continue;
    const { when: _, ...rest } = read as Partial<Option>;
    offered.set(value, { ...rest, value, label: textOf(read['label']) || value });
  }
  return [...offered.values()];
}
