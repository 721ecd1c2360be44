/** Adds measures up to counts, until they are taken away to be sent. */
import type { Counts, StepCounts } from '../formats/counts.js';
import type { Measure } from '../formats/measure.js';

export interface Tally {
  add(measure: Measure): void;
  /**
   * What was added since the last time; null when there is nothing, or when all that happened is that a chat was
   * shown: the visitor has to have opened it or said something.
   */
  take(): Omit<Counts, 'counts' | 'playbook'> | null;
}

const SUMS = ['opened', 'started', 'finished'] as const;
type Sum = (typeof SUMS)[number];

export const createTally = (): Tally => {
  let sums: { [name in Sum]?: number } = {};
  let steps = new Map<string, StepCounts>();
  let hasActed = false;
  let isEmpty = true;
  const more = (name: Sum): void => {
    sums[name] = (sums[name] ?? 0) + 1;
  };
  const moreOf = (step: string, name: keyof StepCounts): void => {
    const known = steps.get(step);
    steps.set(step, { ...known, [name]: (known?.[name] ?? 0) + 1 });
  };
  const isCounted = (measure: Measure): boolean => {
    switch (measure.is) {
      case 'opened':
        // Left to count with the first word where a script opened it.
        hasActed ||= measure.byVisitor;
        more('opened');
        return true;
      case 'started':
        hasActed = true;
        more('started');
        return true;
      case 'handed_over':
        more('finished');
        return true;
      case 'answered':
        // Whoever began on another page acts on this one by answering.
        hasActed = true;
        moreOf(measure.step, measure.is);
        return true;
      case 'asked':
        moreOf(measure.step, measure.is);
        return true;
      default:
        return false;
    }
  };
  return {
    add(measure) {
      if (isCounted(measure)) isEmpty = false;
    },
    take() {
      if (!hasActed || isEmpty) return null;
      const taken = { ...sums, ...(steps.size > 0 && { steps: Object.fromEntries(steps) }) };
      sums = {};
      steps = new Map();
      isEmpty = true;
      return taken;
    },
  };
};
