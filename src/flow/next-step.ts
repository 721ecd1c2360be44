import type { Condition } from '../playbook/condition.js';
import { type Facts, holds } from './conditions.js';
import { isRecord, listOf, textOf } from './lenient.js';
import type { Value } from './log.js';
import type { OfferedOption } from './options.js';
import type { Outline } from './outline.js';
import { hasOptions } from './step.js';

/** Where a step leads. */
export interface Way {
  /** Place of the next step; the number of steps for the end; `undefined`: nowhere. */
  readonly to: number | undefined;
  /** As the playbook has it, for messages. */
  readonly go: string;
  /** JSON path of what says so. */
  readonly path: string;
}

/**
 * The way from a step after its answer: the `go` of the option chosen, else the step's `next` (of branches
 * the first whose condition holds), else the following step.
 */
export function wayFrom(
  outline: Outline,
  place: number,
  answer: Value | null | undefined,
  options: readonly OfferedOption[],
  facts: Facts,
): Way {
  const step = outline.steps[place];
  const path = `steps[${place}]`;
  const way = (go: unknown, at: string): Way => ({
    to: go === 'end' ? outline.steps.length : outline.placeOf.get(go as string),
    go: textOf(go),
    path: path + at,
  });
  const chosen =
    step && hasOptions(step)
      ? options.find((one) => one.go !== undefined && isChosen(one, answer))
      : undefined;
  if (chosen) {
    const same = (one: unknown) => isRecord(one) && one['value'] === chosen.value && one['go'] === chosen.go;
    return way(chosen.go, `.options[${listOf(step?.options).findIndex(same)}].go`);
  }
  const next: unknown = step?.next;
  const branches = listOf(next);
  const index = branches.findIndex(
    (branch) => isRecord(branch) && holds(branch['when'] as Condition | undefined, facts) === true,
  );
  if (index >= 0) return way((branches[index] as { go?: unknown }).go, `.next[${index}].go`);
  if (next !== undefined && !Array.isArray(next)) return way(next, '.next');
  return { to: place + 1, go: outline.steps[place + 1]?.id ?? 'end', path };
}

function isChosen({ value }: OfferedOption, answer: Value | null | undefined): boolean {
  if (typeof answer === 'boolean') return value === (answer ? 'yes' : 'no');
  return Array.isArray(answer) ? answer.includes(value) : answer === value;
}
