import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Qualification, Step } from '../../src/playbook/schema.js';
import { judge } from '../../src/qualification/judge.js';
import { AT, playbookWith, stateOf } from './answered.js';
import { BANT, judged, STEPS, type Values } from './bant.js';

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
