import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsFrom } from '../../src/flow/facts.js';
import type { Arrival, Value } from '../../src/flow/log.js';
import type { Answer, Standing } from '../../src/flow/state.js';

const answer = (step: string, value: Value | null): [string, Answer] => [
  step,
  { n: 1, step, value, raw: '', label: '', prompt: '', source: 'visitor', asOf: '', corrected: false },
];
const answers = new Map([
  answer('sites', 12),
  answer('budget', null),
  answer('contact', { name: 'Priya', email: 'priya@northfold.example' }),
  answer('score', 'not the score'),
]);
const standing: Standing = { score: 70, slotsYes: 3, slotsNo: 0, slotsUnknown: 1, verdict: 'qualified' };
const arrival: Arrival = {
  kind: 'returning',
  landing: '',
  page: '',
  referrer: '',
  utm: { campaign: 'haccp-uk' },
  clickIds: {},
};

describe('facts', () => {
  const facts = factsFrom(answers, standing, arrival);
  const rows: readonly (readonly [name: string, fact: string, expected: Value | null | undefined])[] = [
    ['an answer', 'sites', 12],
    ['a skipped question', 'budget', undefined],
    ['an unanswered question', 'start', undefined],
    ['a contact field', 'contact.email', 'priya@northfold.example'],
    ['a contact field that was left empty', 'contact.phone', undefined],
    ['a field of something that is no card', 'sites.email', undefined],
    ['a field named like a method', 'contact.toString', undefined],
    ['the score, whatever a step is called', 'score', 70],
    ['the slots', 'slotsYes', 3],
    ['the verdict', 'verdict', 'qualified'],
    ['how they came', 'arrival', 'returning'],
    ['the campaign', 'campaign', 'haccp-uk'],
    ['whether they were here before', 'returning', true],
  ];
  for (const [name, fact, expected] of rows)
    it(`know ${name}`, () => assert.equal(facts(fact) ?? undefined, expected));

  it('know nothing of scores and arrivals unless they are told', () => {
    const alone = factsFrom(answers);
    for (const name of ['score', 'slotsNo', 'verdict', 'arrival', 'campaign', 'returning'])
      assert.equal(alone(name), undefined);
  });

  it('ask for the standing only when somebody wants it', () => {
    let asked = 0;
    const lazy = factsFrom(answers, () => {
      asked += 1;
      return standing;
    });
    lazy('sites');
    assert.equal(asked, 0);
    assert.equal(lazy('score'), 70);
    assert.equal(asked, 1);
  });

  it('follow answers that come later', () => {
    const growing = new Map<string, Answer>();
    const later = factsFrom(growing);
    assert.equal(later('sites'), undefined);
    growing.set(...answer('sites', 3));
    assert.equal(later('sites'), 3);
  });
});
