import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../../src/flow/log.js';
import type { Playbook, Qualification, Step } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import type { Judgement } from '../../src/qualification/judgement.js';
import { answered, AT, CAME_DIRECTLY, playbookWith, stateOf } from './answered.js';

const STEPS: readonly Step[] = [
  {
    id: 'need',
    ask: 'What for?',
    fills: 'need',
    options: [
      { value: 'alarms', label: 'Alarms' },
      { value: 'support', label: 'I am a customer', means: 'no' },
    ],
  },
  { id: 'sites', ask: 'How many sites?', kind: 'number' },
  {
    id: 'start',
    ask: 'When?',
    fills: 'timeline',
    options: ['quarter', { value: 'looking', label: 'Just looking', means: 'no' }],
  },
  {
    id: 'role',
    ask: 'Who decides?',
    fills: 'authority',
    options: ['decide', { value: 'research', label: 'Research', means: 'unknown' }],
  },
  { id: 'money', ask: 'Is there a budget?', kind: 'yesNo', fills: 'budget' },
  {
    id: 'tools',
    ask: 'Which tools?',
    kind: 'choices',
    fills: 'need',
    options: ['a', { value: 'b', label: 'B', means: 'no' }, { value: 'c', label: 'C', means: 'unknown' }],
  },
  { id: 'contact', ask: 'Who are you?', kind: 'contact', fields: ['name', 'email', 'country?'] },
];

const BANT: Qualification = {
  framework: 'BANT',
  points: [
    { when: { sites: { atLeast: 5 } }, add: 30, because: 'Five or more sites' },
    { when: { start: 'quarter' }, add: 30, because: 'Wants it this quarter' },
    { when: { role: 'decide' }, add: 20, because: 'Decides' },
    { when: { 'contact.country': { in: ['DE'] } }, add: -25, because: 'Not served yet' },
    { when: { arrival: 'ad' }, add: 5, because: 'Came from an ad' },
  ],
  verdicts: [
    { when: { need: 'support' }, is: 'disqualified', because: 'Existing customer' },
    {
      when: { score: { atLeast: 60 }, slotsYes: { atLeast: 3 } },
      is: 'qualified',
      band: 'hot',
      because: 'Strong fit',
    },
    { when: { score: { atLeast: 30 } }, is: 'qualified', band: 'warm', because: 'Fits' },
    { when: { slotsUnknown: { atLeast: 2 } }, is: 'undetermined', because: 'Too little known' },
    { is: 'nurture', band: 'cold', because: 'Too early' },
  ],
};
const PLAYBOOK = playbookWith(STEPS, BANT);

type Values = { readonly [step: string]: Value | null };
const judged = (values: Values, playbook: Playbook = PLAYBOOK): Judgement =>
  judge(playbook, stateOf(answered(values)), AT);
const slots = (values: Values): object =>
  Object.fromEntries(judged(values).slots.map((slot) => [slot.id, slot.state]));

describe('slots', () => {
  const unknown = { budget: 'unknown', authority: 'unknown', need: 'unknown', timeline: 'unknown' };
  const rows: readonly [string, Values, object][] = [
    ['nothing said leaves everything unknown', {}, {}],
    ['an option without a meaning says yes', { need: 'alarms' }, { need: 'yes' }],
    ['an option can say no', { need: 'support' }, { need: 'no' }],
    ['a plain option says yes', { start: 'quarter' }, { timeline: 'yes' }],
    ['an option can say that nothing is known', { role: 'research' }, {}],
    ['a skipped question says nothing', { start: null }, {}],
    ['yes and no say so', { money: false }, { budget: 'no' }],
    ['of several choices one yes is enough', { tools: ['b', 'a'] }, { need: 'yes' }],
    ['of several choices no wins over unknown', { tools: ['c', 'b'] }, { need: 'no' }],
    ['no choice at all says nothing', { tools: [] }, {}],
    ['of several steps one yes is enough', { need: 'support', tools: ['a'] }, { need: 'yes' }],
    ['of several steps no wins over unknown', { need: 'support', tools: ['c'] }, { need: 'no' }],
  ];
  for (const [name, values, states] of rows) {
    it(name, () => assert.deepEqual(slots(values), { ...unknown, ...states }));
  }

  it('name the answers that say so, and none while unknown', () => {
    const { slots } = judged({ need: 'support', sites: 3, tools: ['a'], role: 'research' });
    assert.deepEqual(
      slots.map((slot) => [slot.id, slot.evidence]),
      [
        ['budget', []],
        ['authority', []],
        ['need', [4]],
        ['timeline', []],
      ],
    );
  });

  it('mean a free text or a number as yes', () => {
    const steps: Step[] = [
      { id: 'pain', ask: 'What hurts?', kind: 'longText', fills: 'challenges' },
      { id: 'spend', ask: 'How much?', kind: 'number', fills: 'money' },
    ];
    const playbook = playbookWith(steps, { ...BANT, framework: 'CHAMP' });
    const { slots } = judged({ pain: 'Ice', spend: 0 }, playbook);
    assert.deepEqual(
      slots.map((slot) => slot.state),
      ['yes', 'unknown', 'yes', 'unknown'],
    );
  });

  it('follow the option that was offered where one value stands twice', () => {
    const steps: Step[] = [
      { id: 'sites', ask: 'How many?', kind: 'number' },
      {
        id: 'start',
        ask: 'When?',
        fills: 'timeline',
        options: [
          { value: 'later', label: 'Later', when: { sites: { atLeast: 100 } } },
          { value: 'later', label: 'Some day', means: 'no' },
        ],
      },
    ];
    const playbook = playbookWith(steps, BANT);
    const timeline = (values: Values) => judged(values, playbook).slots.at(-1)?.state;
    assert.equal(timeline({ sites: 200, start: 'later' }), 'yes');
    assert.equal(timeline({ sites: 2, start: 'later' }), 'no');
  });
});

describe('frameworks', () => {
  const ids = (qualification: Qualification) =>
    judge(playbookWith(STEPS, qualification), stateOf(new Map()), AT).slots.map((slot) => slot.label);

  it('BANT asks for budget, authority, need and timeline', () => {
    assert.deepEqual(ids(BANT), ['Budget', 'Authority', 'Need', 'Timeline']);
  });
  it('CHAMP asks for challenges first', () => {
    assert.deepEqual(ids({ ...BANT, framework: 'CHAMP' }), [
      'Challenges',
      'Authority',
      'Money',
      'Prioritisation',
    ]);
  });
  it('own slots stand alone or behind a framework, and may rename one of its slots', () => {
    const slots = [
      { id: 'fleet', label: 'Fleet' },
      { id: 'need', label: 'Pain' },
    ];
    assert.deepEqual(ids({ ...BANT, framework: 'own', slots }), ['Fleet', 'Pain']);
    assert.deepEqual(ids({ ...BANT, slots }), ['Budget', 'Authority', 'Pain', 'Timeline', 'Fleet']);
  });
  it('none named is own', () => {
    const { framework, slots } = judged({}, playbookWith(STEPS, { verdicts: BANT.verdicts }));
    assert.deepEqual({ framework, slots }, { framework: 'own', slots: [] });
  });
});

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
        const result = judged(values, playbookWith(STEPS, qualification as Qualification));
        assert.ok(Number.isFinite(result.score) && Number.isFinite(result.outOf));
        assert.ok(['qualified', 'nurture', 'disqualified', 'undetermined'].includes(result.verdict));
        assert.ok(result.reasons.every((reason) => typeof reason.because === 'string'));
      }),
    );
  });
});
