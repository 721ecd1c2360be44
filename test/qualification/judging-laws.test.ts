import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../../src/flow/log.js';
import type { Qualification } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import type { Judgement } from '../../src/qualification/judgement.js';
import { answered, AT, CAME_DIRECTLY, playbookWith, stateOf } from './answered.js';
import { judged, PLAYBOOK, STEPS, type Values } from './bant.js';

const anyValue: fc.Arbitrary<Value | null> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: 0, max: 60 }),
  fc.constantFrom('alarms', 'support', 'quarter', 'looking', 'decide', 'research', 'a', 'b', ''),
  fc.subarray(['a', 'b', 'c']),
  fc.record({ email: fc.constantFrom('a@b.example', ''), country: fc.constantFrom('DE', 'GB') }),
);
const anyValues: fc.Arbitrary<Values> = fc.dictionary(
  fc.constantFrom(...STEPS.map((step) => step.id)),
  anyValue,
);

describe('judging', () => {
  it('gives the same for the same, whatever the moment and whatever came before', () => {
    fc.assert(
      fc.property(anyValues, anyValues, (values, others) => {
        const first = judged(values);
        judged(others);
        assert.deepEqual(judge(PLAYBOOK, stateOf(answered(values)), '1999-01-01T00:00:00.000Z'), first);
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const answers = [...answered(values)];
        assert.deepEqual(
          judge(PLAYBOOK, stateOf(new Map(answers.toReversed())), AT),
          judge(PLAYBOOK, stateOf(new Map(answers)), AT),
        );
      }),
    );
  });

  it('never changes what it is given', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const state = stateOf(answered(values));
        const seen = () => JSON.stringify([[...state.answers], state.log, PLAYBOOK]);
        const before = seen();
        judge(PLAYBOOK, state, AT);
        assert.equal(seen(), before);
      }),
    );
  });

  it('scores exactly the points of its reasons, never below 0, and gives every reason words', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { score, outOf, reasons } = judged(values);
        const sum = reasons.reduce((total, reason) => total + (reason.points ?? 0), 0);
        assert.equal(score, Math.max(0, sum));
        assert.ok(score <= outOf);
        assert.ok(reasons.length > 0 && reasons.every((reason) => reason.because !== ''));
        for (const reason of reasons.slice(1)) assert.match(reason.path, /^qualification\.points\[\d+\]$/);
      }),
    );
  });

  it('never lets an answer that says nothing count as no', () => {
    fc.assert(
      fc.property(anyValues, fc.constantFrom(...STEPS.map((step) => step.id)), (values, step) => {
        const { [step]: _, ...rest } = values;
        const without = judge(PLAYBOOK, stateOf(answered(rest)), AT);
        const skipped = judge(PLAYBOOK, stateOf(answered({ ...rest, [step]: null })), AT);
        const said = ({ verdict, score, slots }: Judgement) => ({
          verdict,
          score,
          slots: slots.map((slot) => slot.state),
        });
        assert.deepEqual(said(skipped), said(without));
      }),
    );
  });

  it('counts every slot once and lists the unknown ones as missing', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { slots, missing } = judged(values);
        const standing = standingOf(PLAYBOOK)(answered(values), CAME_DIRECTLY);
        assert.equal(standing.slotsYes + standing.slotsNo + standing.slotsUnknown, slots.length);
        assert.deepEqual(
          missing,
          slots.filter((slot) => slot.evidence.length === 0).map((slot) => slot.id),
        );
      }),
    );
  });

  it('stands where it would judge', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { score, verdict } = judged(values);
        const standing = standingOf(PLAYBOOK)(answered(values), CAME_DIRECTLY);
        assert.deepEqual({ score: standing.score, verdict: standing.verdict }, { score, verdict });
      }),
    );
  });

  it('survives rules that nobody checked', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const object = fc.dictionary(
      fc.constantFrom('when', 'add', 'because', 'is', 'band', 'id', 'label', 'toString', 'valueOf'),
      anything,
    );
    const unchecked = fc.record(
      {
        framework: fc.oneof(anything, fc.constantFrom('BANT', 'constructor', '__proto__')),
        slots: fc.oneof(fc.constant(undefined), fc.array(object)),
        points: fc.oneof(fc.constant(undefined), fc.array(object)),
        verdicts: fc.array(object),
      },
      { requiredKeys: ['verdicts'] },
    );
    fc.assert(
      fc.property(unchecked, anyValues, (qualification, values) => {
        const result = judged(values, playbookWith(STEPS, qualification as unknown as Qualification));
        assert.ok(Number.isFinite(result.score) && Number.isFinite(result.outOf));
        assert.ok(['qualified', 'nurture', 'disqualified', 'undetermined'].includes(result.verdict));
        assert.ok(result.reasons.every((reason) => typeof reason.because === 'string'));
      }),
    );
  });
});
