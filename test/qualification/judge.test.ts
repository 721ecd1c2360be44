import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Qualification } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { answered, AT, CAME_DIRECTLY, playbookWith, stateOf } from './answered.js';
import { BANT, judged, PLAYBOOK, STEPS, type Values } from './bant.js';

describe('points', () => {
  it('add up, each with its reason, its place in the playbook and its evidence', () => {
    const { score, outOf, reasons } = judged({ sites: 12, start: 'quarter', role: 'research' });
    assert.equal(score, 60);
    assert.equal(outOf, 85);
    assert.deepEqual(reasons.slice(1), [
      { path: 'qualification.points[0]', points: 30, because: 'Five or more sites', evidence: [2] },
      { path: 'qualification.points[1]', points: 30, because: 'Wants it this quarter', evidence: [3] },
    ]);
  });
  it('take a contact field as evidence by its card', () => {
    const { reasons } = judged({ sites: 12, contact: { name: 'Jo', country: 'DE' } });
    assert.deepEqual(reasons.at(-1), {
      path: 'qualification.points[3]',
      points: -25,
      because: 'Not served yet',
      evidence: [3],
    });
  });
  it('never fall below nothing', () => {
    assert.equal(judged({ contact: { country: 'DE' } }).score, 0);
  });
  it('may depend on how the visitor came', () => {
    const state = stateOf(answered({}), { ...CAME_DIRECTLY, kind: 'ad' });
    assert.equal(judge(PLAYBOOK, state, AT).score, 5);
    assert.equal(standingOf(PLAYBOOK)(state.answers, { ...CAME_DIRECTLY, kind: 'ad' }).score, 5);
  });
  it('never see score, slots or verdict', () => {
    const playbook = playbookWith(STEPS, {
      ...BANT,
      points: ['score', 'slotsYes', 'slotsUnknown', 'verdict'].map((name) => ({
        when: { any: [{ [name]: { known: true } }, { [name]: { atLeast: 0 } }] },
        add: 1,
        because: 'Should not be known',
      })),
    });
    assert.equal(judged({ need: 'alarms' }, playbook).score, 0);
  });
  it('reach a bar that their sum reaches on paper', () => {
    const playbook = playbookWith(STEPS, {
      points: [0.7, 0.1].map((add) => ({ when: { sites: 1 }, add, because: 'One site' })),
      verdicts: [{ when: { score: { atLeast: 0.8 } }, is: 'qualified', because: 'Enough' }, ...BANT.verdicts],
    });
    assert.equal(judged({ sites: 1 }, playbook).verdict, 'qualified');
  });
});

describe('verdicts', () => {
  const rows: readonly [string, Values, string, string | null, string][] = [
    [
      'the first that holds wins',
      { need: 'support', sites: 99, start: 'quarter' },
      'disqualified',
      null,
      'Existing customer',
    ],
    [
      'hot takes points and slots',
      { need: 'alarms', sites: 9, start: 'quarter', role: 'decide' },
      'qualified',
      'hot',
      'Strong fit',
    ],
    ['points without slots are not hot', { sites: 9, start: 'quarter' }, 'qualified', 'warm', 'Fits'],
    ['too little known is undetermined', { sites: 1 }, 'undetermined', null, 'Too little known'],
    [
      'the last one catches the rest',
      { need: 'alarms', start: 'looking', money: false },
      'nurture',
      'cold',
      'Too early',
    ],
  ];
  for (const [name, values, verdict, band, because] of rows) {
    it(name, () => {
      const result = judged(values);
      assert.deepEqual(
        { verdict: result.verdict, band: result.band, because: result.reasons[0]?.because },
        { verdict, band, because },
      );
      assert.equal(result.reasons[0]?.points, undefined);
    });
  }

  it('name the answers that decided', () => {
    assert.deepEqual(judged({ sites: 3, need: 'support' }).reasons[0], {
      path: 'qualification.verdicts[0]',
      because: 'Existing customer',
      evidence: [3],
    });
  });
  it('cannot depend on themselves', () => {
    const verdicts: Qualification['verdicts'] = [
      { when: { verdict: { known: true } }, is: 'qualified', because: 'Circular' },
      { when: { not: { verdict: 'qualified' } }, is: 'qualified', because: 'Circular' },
      { is: 'nurture', because: 'Rest' },
    ];
    assert.equal(judged({}, playbookWith(STEPS, { verdicts })).verdict, 'nurture');
  });
  it('none that holds is undetermined, with a reason', () => {
    const verdicts = BANT.verdicts.slice(0, 1);
    const { verdict, band, reasons } = judged({}, playbookWith(STEPS, { verdicts }));
    assert.deepEqual(
      { verdict, band, reasons },
      {
        verdict: 'undetermined',
        band: null,
        reasons: [{ path: 'qualification.verdicts', because: 'No rule matched', evidence: [] }],
      },
    );
  });
  it('no qualification at all is undetermined, with a reason', () => {
    assert.deepEqual(judged({ need: 'alarms' }, playbookWith(STEPS)), {
      framework: 'own',
      slots: [],
      score: 0,
      outOf: 0,
      verdict: 'undetermined',
      band: null,
      reasons: [{ path: 'qualification', because: 'The playbook has no rules for this', evidence: [] }],
      missing: [],
    });
  });
});
