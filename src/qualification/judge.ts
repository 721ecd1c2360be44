/**
 * The judging: answers and arrival in, a verdict with its reasons out. A pure function of its arguments, so
 * that a receiver can judge the log again and must come to the same result.
 */
import { holds, namesIn } from '../flow/conditions.js';
import { factsFrom } from '../flow/facts.js';
import { numberOf, textOf } from '../flow/lenient.js';
import { cameWith, type Came, type Iso } from '../flow/log.js';
import type { Answer, Answers, FoldState, Standing, StandingOf } from '../flow/state.js';
import type { Condition } from '../playbook/condition.js';
import type { Playbook } from '../playbook/schema.js';
import { frameworkOf } from './frameworks.js';
import type { Judgement, Reason, Slot, SlotState, Verdict } from './judgement.js';
import { ascending, slotFrom, slotPlans, type SlotPlan } from './slots.js';
import { entriesOf, placed } from './unchecked.js';

type AnswerMap = ReadonlyMap<string, Answer>;
type Count = (state: SlotState) => number;

const VERDICTS: readonly string[] = ['qualified', 'nurture', 'disqualified', 'undetermined'];
const BANDS: readonly unknown[] = ['hot', 'warm', 'cold'];

/**
 * What the playbook says about the prospect. Rules that nothing is known for do not fire, and `unknown`
 * never counts as no. Without a qualification, or when no verdict's rule holds, the verdict is
 * `undetermined`, again with a reason; `reasons[0]` is always the verdict's own.
 * `decidedAt` is the moment of judging: no rule depends on the time, and none may read a clock.
 */
export const judge = (playbook: Playbook, state: FoldState, _decidedAt: Iso): Judgement =>
  assess(playbook, slotPlans(playbook), state.answers, arrivalIn(state));

/**
 * What conditions in branches may know: score, slots and verdict of the answers walked so far. Give it to
 * `fold`. `arrival` lets points see how the visitor came, as they do in `judge`.
 */
export const standingOf = (playbook: Playbook): StandingOf => {
  const plans = slotPlans(playbook);
  return (answers: AnswerMap, arrival?: Came): Standing => {
    const { slots, score, verdict } = assess(playbook, plans, answers, arrival);
    return { ...countsOf(slots), score, verdict };
  };
};

const arrivalIn = (state: FoldState): Came | undefined =>
  cameWith(state.log.find((entry) => entry.type === 'began'));

const assess = (
  playbook: Playbook,
  plans: readonly SlotPlan[],
  answers: AnswerMap,
  arrival: Came | undefined,
): Judgement => {
  const said = factsFrom(answers, undefined, arrival);
  const slots = plans.map((plan) => slotFrom(plan, answers, said));
  const points = pointsFrom(playbook, answers, said);
  const score = sum(points.map((reason) => reason.points ?? 0));
  const standing: Standing = { ...countsOf(slots), score, verdict: '' };
  const facts = factsFrom(answers, standing, arrival);
  // A verdict cannot depend on itself.
  const decided = verdictFrom(playbook, answers, (name) => (name === 'verdict' ? undefined : facts(name)));
  return {
    framework: frameworkOf(playbook.qualification),
    slots,
    score,
    outOf: sum(entriesOf(playbook.qualification?.points).map((rule) => Math.max(0, numberOf(rule.add, 0)))),
    verdict: decided.verdict,
    band: decided.band,
    reasons: [decided.reason, ...points],
    missing: slots.filter((slot) => slot.state === 'unknown').map((slot) => slot.id),
  };
};

/** Never below 0; to the hundredth, so that 0.7 + 0.1 reaches a bar at 0.8. */
const sum = (points: readonly number[]): number =>
  Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round(points.reduce((a, b) => a + b, 0) * 100) / 100));

const countsOf = (slots: readonly Slot[]): Pick<Standing, 'slotsYes' | 'slotsNo' | 'slotsUnknown'> => {
  const count: Count = (state) => slots.filter((slot) => slot.state === state).length;
  return { slotsYes: count('yes'), slotsNo: count('no'), slotsUnknown: count('unknown') };
};

const pointsFrom = (playbook: Playbook, answers: AnswerMap, facts: Answers): readonly Reason[] =>
  placed(playbook.qualification?.points).flatMap(([i, rule]) =>
    rule.when !== undefined && holds(rule.when, facts) === true
      ? [
          {
            path: `qualification.points[${i}]`,
            points: numberOf(rule.add, 0),
            because: textOf(rule.because),
            evidence: evidenceFor(rule.when, answers),
          },
        ]
      : [],
  );

const verdictFrom = (
  playbook: Playbook,
  answers: AnswerMap,
  facts: Answers,
): { readonly verdict: Verdict; readonly band: Judgement['band']; readonly reason: Reason } => {
  const found = placed(playbook.qualification?.verdicts).find(
    ([, rule]) => VERDICTS.includes(rule.is) && holds(rule.when, facts) === true,
  );
  if (found) {
    const [i, rule] = found;
    return {
      verdict: rule.is,
      band: BANDS.includes(rule.band) ? (rule.band ?? null) : null,
      reason: {
        path: `qualification.verdicts[${i}]`,
        because: textOf(rule.because),
        evidence: evidenceFor(rule.when, answers),
      },
    };
  }
  const reason = playbook.qualification
    ? { path: 'qualification.verdicts', because: 'No rule matched', evidence: [] }
    : { path: 'qualification', because: 'The playbook has no rules for this', evidence: [] };
  return { verdict: 'undetermined', band: null, reason };
};

/** Numbers of the answers whose names the condition mentions; `contact.email` stands for the contact card. */
const evidenceFor = (condition: Condition | undefined, answers: AnswerMap): readonly number[] =>
  condition === undefined
    ? []
    : ascending(
        namesIn(condition).flatMap((name) => {
          const answer = answers.get(name) ?? answers.get(name.split('.')[0] ?? name);
          return answer ? [answer.n] : [];
        }),
      );
