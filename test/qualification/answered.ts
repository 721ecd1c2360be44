/** A folded state that holds nothing but answers, for parts that look at nothing else. */
import type { Arrival, Value } from '../../src/flow/log.js';
import type { Answer, FoldState } from '../../src/flow/state.js';
import type { Playbook, Qualification, Step } from '../../src/playbook/schema.js';

export const AT = '2026-11-23T15:12:04.000Z';

export const CAME_DIRECTLY: Arrival = {
  kind: 'direct',
  landing: 'https://kestrel.example/',
  page: 'https://kestrel.example/',
  referrer: '',
  utm: {},
  clickIds: {},
};

/** Answers by step id, numbered from 2 in the order given (1 is the beginning). */
export const answered = (values: { readonly [step: string]: Value | null }): ReadonlyMap<string, Answer> =>
  new Map(
    Object.entries(values).map(([step, value], i) => [
      step,
      {
        n: i + 2,
        step,
        value,
        raw: JSON.stringify(value),
        label: JSON.stringify(value),
        prompt: `${step}?`,
        source: 'visitor',
        asOf: AT,
        corrected: false,
      },
    ]),
  );

export const stateOf = (
  answers: ReadonlyMap<string, Answer>,
  arrival: Arrival = CAME_DIRECTLY,
): FoldState => ({
  n: answers.size + 1,
  log: [
    {
      type: 'began',
      n: 1,
      at: AT,
      playbook: { id: 'test', version: '1', hash: 'h' },
      locale: 'en',
      timeZone: 'Europe/London',
      arrival,
    },
  ],
  position: { at: 'end', sendable: true },
  path: [...answers.keys()],
  answers,
  dead: [],
  turns: [],
  progress: { done: answers.size, leftMin: 0, leftMax: 0, shown: 1 },
  consents: new Map(),
  submitted: true,
  withdrawn: false,
  chosen: null,
  locale: 'en',
  broken: null,
});

/** A playbook that holds nothing but these steps and this qualification. */
export const playbookWith = (
  steps: readonly Step[],
  qualification?: Qualification,
  more: Partial<Playbook> = {},
): Playbook => {
  const ending = { say: 'Thank you.' };
  return {
    format: 1,
    id: 'test',
    language: 'en',
    company: { name: 'Kestrel' },
    steps,
    qualification,
    endings: { qualified: ending, nurture: ending, undetermined: ending, disqualified: ending },
    delivery: { to: 'desk' },
    ...more,
  };
};
