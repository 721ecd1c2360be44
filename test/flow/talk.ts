/** Leads a conversation for tests: what the visitor does in, the folded state out. */
import { advance, emptyState, fold } from '../../src/flow/fold.js';
import { type Arrival, type Happening, stamped, type Value } from '../../src/flow/log.js';
import type { FoldState, StandingOf } from '../../src/flow/state.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { questionOf } from '../../src/flow/fill-prompt.js';
import { factsFrom } from '../../src/flow/facts.js';
import { atOf, beginning } from './arbitrary.js';

const ending = { say: 'Bye.' };

/** A playbook with these steps and nothing else. */
export const playbookOf = (steps: readonly Step[], more: Partial<Playbook> = {}): Playbook => ({
  format: 1,
  id: 'test',
  language: 'en',
  company: { name: 'Kestrel' },
  endings: { qualified: ending, nurture: ending, undetermined: ending, disqualified: ending },
  delivery: { to: 'desk' },
  steps,
  ...more,
});

export interface Talk {
  readonly playbook: Playbook;
  readonly state: FoldState;
  readonly did: (happening: Happening) => Talk;
  /** Answers the pending step. */
  readonly says: (value: Value | null, label?: string) => Talk;
  readonly consents: (purpose: string, granted: boolean, control?: 'button' | 'api') => Talk;
  readonly corrects: (step: string, value: Value | null) => Talk;
  readonly asks: (text: string, answer?: string) => Talk;
  /** `asOf` left out: just now. */
  readonly prefilled: (step: string, value: Value, asOf?: string) => Talk;
  /** The same log under another playbook. */
  readonly under: (playbook: Playbook) => Talk;
  /** Id of the pending step, or "end". */
  readonly at: string;
  /** The transcript in one line a turn. */
  readonly lines: readonly string[];
  readonly values: { readonly [step: string]: Value | null };
}

const talk = (playbook: Playbook, state: FoldState, standingOf?: StandingOf): Talk => {
  const did = (happening: Happening): Talk =>
    talk(
      playbook,
      advance(playbook, state, stamped(happening, state.log, atOf(state.n + 1)), standingOf),
      standingOf,
    );
  const at = state.position.at === 'step' ? state.position.step.id : 'end';
  return {
    playbook,
    state,
    did,
    says: (value, label) => {
      const prompt =
        state.position.at === 'step'
          ? questionOf(state.position.step, factsFrom(state.answers), playbook)
          : '';
      const raw = JSON.stringify(value);
      return did({
        type: 'answered',
        step: at,
        prompt,
        raw,
        value,
        label: label ?? String(value ?? ''),
        locale: 'en',
      });
    },
    consents: (purpose, granted, control = 'button') =>
      did({
        type: 'consented',
        purpose,
        granted,
        text: `May we: ${purpose}?`,
        version: playbook.privacy?.consent?.find((one) => one.purpose === purpose)?.version ?? '1',
        locale: 'en',
        control,
      }),
    corrects: (step, value) =>
      did({
        type: 'corrected',
        of: state.answers.get(step)?.n ?? 0,
        raw: String(value),
        value,
        label: String(value ?? ''),
      }),
    asks: (text, answer) =>
      did({ type: 'questioned', text, knowledge: answer === undefined ? null : 'k', answer }),
    prefilled: (step, value, asOf = atOf(0)) => did({ type: 'prefilled', step, value, source: 'crm', asOf }),
    under: (other) => talk(other, fold(other, state.log, standingOf), standingOf),
    at,
    lines: state.turns.flatMap((turn) =>
      'over' in turn
        ? []
        : turn.by === 'visitor'
          ? `> ${turn.skipped ? '(skipped)' : turn.says}${turn.changed ? ' (changed)' : ''}`
          : 'shows' in turn
            ? `[${turn.shows}]`
            : (turn.note ?? turn.says),
    ),
    values: Object.fromEntries([...state.answers].map(([step, answer]) => [step, answer.value])),
  };
};

/** A conversation that has just begun. */
export const begin = (playbook: Playbook, arrival: Partial<Arrival> = {}, standingOf?: StandingOf): Talk => {
  if (beginning.type !== 'began') throw new Error('The beginning is a beginning.');
  return talk(playbook, emptyState(playbook, standingOf), standingOf).did({
    ...beginning,
    arrival: { ...beginning.arrival, ...arrival },
  });
};
