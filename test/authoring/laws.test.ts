import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkPlaybook } from '../../src/authoring/check.js';
import { outcomesOf, type Possible } from '../../src/authoring/possible.js';
import { holds } from '../../src/flow/conditions.js';
import { advance, emptyState } from '../../src/flow/fold.js';
import { asksForContact } from '../../src/flow/step.js';
import { stamped, type Happening, type LogEntry, type Value } from '../../src/flow/log.js';
import type { FoldState } from '../../src/flow/state.js';
import type { Condition } from '../../src/playbook/condition.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { atOf, beginning, conditions, fittingValue, playbooks } from '../flow/arbitrary.js';

/** Without fields that no card can have. */
const withKnownFields = (step: Step): Step => {
  const fields = step.fields?.filter((field) => !field.startsWith('__'));
  return fields?.length ? { ...step, fields } : { ...step, fields: undefined };
};

/** Playbooks with a qualification, as far as their shape is sound. */
const judged: fc.Arbitrary<Playbook> = fc
  .tuple(
    playbooks,
    fc.array(
      fc.record({ when: conditions(), add: fc.integer({ min: -20, max: 40 }), because: fc.constant('So.') }),
      { maxLength: 3 },
    ),
    fc.array(
      fc.record(
        {
          when: fc.oneof(
            conditions(),
            fc.record({ score: fc.record({ atLeast: fc.integer({ min: 0, max: 60 }) }) }),
          ),
          is: fc.constantFrom('qualified' as const, 'nurture' as const, 'disqualified' as const),
          because: fc.constant('So.'),
        },
        { requiredKeys: ['is', 'because'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([playbook, points, verdicts]) => ({
    ...playbook,
    steps: playbook.steps.map(withKnownFields),
    qualification: { framework: 'BANT' as const, points, verdicts },
  }))
  .filter((playbook) => parsePlaybook(playbook).ok)
  // Where two steps share an id, a path does not tell which of them was walked; the check refuses such playbooks.
  .filter(({ steps }) => new Set(steps.map((step) => step.id)).size === steps.length);

/** A visitor who answers whatever is asked until it ends, or for 40 turns. */
const talk = (playbook: Playbook, picks: readonly number[]): FoldState => {
  const standing = standingOf(playbook);
  let log: readonly LogEntry[] = [];
  let state = emptyState(playbook, standing);
  const say = (happening: Happening): void => {
    const entry = stamped(happening, log, atOf(log.length));
    log = [...log, entry];
    state = advance(playbook, state, entry, standing);
  };
  say(beginning);
  for (let turn = 0; turn < 40 && state.position.at === 'step'; turn++) {
    const { step } = state.position;
    const pick = picks[turn % picks.length] ?? 0;
    if (step.kind === 'consent') {
      say({
        type: 'consented',
        purpose: step.purpose ?? step.id,
        granted: pick % 2 === 0,
        text: '',
        version: '1',
        locale: 'en',
        control: 'button',
      });
      continue;
    }
    const value: Value | null =
      step.optional && pick % 3 === 0 ? null : (fittingValue(step, state, pick) ?? null);
    say({ type: 'answered', step: step.id, prompt: '', raw: String(value), value, locale: 'en' });
  }
  return state;
};

const picks = fc.array(fc.nat(11), { minLength: 1, maxLength: 12 });

describe('the structural check, held against conversations', () => {
  it('never calls a step unreachable that somebody gets to', () => {
    fc.assert(
      fc.property(judged, picks, (playbook, choices) => {
        const { path, broken } = talk(playbook, choices);
        if (broken) return;
        const unreachable = checkPlaybook(playbook)
          .filter((problem) => problem.code === 'step.unreachable')
          .map((problem) => playbook.steps[Number(/\d+/.exec(problem.path)?.[0])]?.id);
        assert.deepEqual(
          path.filter((id) => unreachable.includes(id)),
          [],
        );
      }),
      { numRuns: 400 },
    );
  });

  it('warns of every playbook that breaks in somebody’s hands', () => {
    fc.assert(
      fc.property(judged, picks, (playbook, choices) => {
        const { broken } = talk(playbook, choices);
        const problems = checkPlaybook(playbook).filter((problem) => problem.level !== 'info');
        if (broken) assert.ok(problems.length > 0, `${broken.path}: ${broken.detail}`);
      }),
      { numRuns: 400 },
    );
  });

  it('lets nobody end as qualified without having been asked for contact details', () => {
    fc.assert(
      fc.property(judged, picks, (playbook, choices) => {
        const state = talk(playbook, choices);
        const asked = state.path.some((id) =>
          playbook.steps.some((step) => step.id === id && asksForContact(step)),
        );
        if (state.position.at !== 'end' || state.broken || asked) return;
        if (judge(playbook, state, atOf(99)).verdict !== 'qualified') return;
        const codes = checkPlaybook(playbook).map((problem) => problem.code);
        const isNamed = ['contact.qualified-without', 'contact.never-asked'].some((code) =>
          codes.includes(code),
        );
        assert.ok(isNamed, JSON.stringify({ path: state.path, codes }));
      }),
      { numRuns: 1500 },
    );
  });

  it('says the same of the same playbook, in the same order', () => {
    fc.assert(
      fc.property(judged, (playbook) => {
        assert.deepEqual(checkPlaybook(structuredClone(playbook)), checkPlaybook(playbook));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the possible outcomes of a condition', () => {
  const values: fc.Arbitrary<Value> = fc.oneof(
    fc.constantFrom('a', 'b', 'yes', '5'),
    fc.integer({ min: 0, max: 9 }),
    fc.boolean(),
  );
  const known = fc.dictionary(
    fc.constantFrom('need', 'sites', 'role', 'score', 'verdict', 'arrival'),
    values,
  );

  const possibleFor = (value: Value | undefined, vague: number): Possible => {
    if (value === undefined) return { answered: vague % 2 ? 'never' : 'maybe' };
    const answered = vague % 2 ? 'always' : 'maybe';
    if (vague % 3 === 0) return { answered };
    if (typeof value === 'number') return { answered, range: [value - (vague % 4), value + (vague % 5)] };
    return { answered, values: vague % 5 === 0 ? [value] : ['c', value] };
  };

  it('include the one that comes true', () => {
    fc.assert(
      fc.property(conditions() as fc.Arbitrary<Condition>, known, fc.nat(30), (condition, facts, vague) => {
        const fact = (name: string) => (Object.hasOwn(facts, name) ? facts[name] : undefined);
        const outcomes = outcomesOf(condition, (name) => possibleFor(fact(name), vague));
        assert.ok(outcomes.has(holds(condition, fact)));
      }),
      { numRuns: 2000 },
    );
  });
});
