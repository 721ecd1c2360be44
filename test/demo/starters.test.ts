import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkText } from '../../src/authoring/check-text.js';
import { factsFrom } from '../../src/flow/facts.js';
import type { Value } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import { isQuestion } from '../../src/flow/step.js';
import { recommend } from '../../src/matching/recommend.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { begin, type Talk } from '../flow/talk.js';

const FOLDER = 'demo/try/starters';
const ADA = {
  name: 'Ada Example',
  email: 'ada@north.example',
  phone: '+44 20 7946 0100',
  company: 'North Foods',
};
const NOW = '2026-11-23T15:12:04.000Z';

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}
const index: readonly Listed[] = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const textOf = (id: string): string => readFileSync(`${FOLDER}/${id}.json`, 'utf8');
const playbookOf = (id: string): Playbook => {
  const { playbook } = checkText(textOf(id));
  assert.ok(playbook, id);
  return playbook;
};

/** Everything that makes a difference at a step. */
const answersTo = (step: Step, talk: Talk): readonly (Value | null)[] => {
  const options = optionsOf(step, factsFrom(talk.state.answers)).map(({ value }) => value);
  const skipped = step.optional === true ? [null] : [];
  if (step.kind === 'choices') return [[...options.slice(0, 1)], options.slice(1, 3), ...skipped];
  if (step.kind === 'number') return [1, 12, 600, ...skipped];
  if (step.kind === 'contact') return [ADA];
  return options.length > 0 ? [...options, ...skipped] : ['In a few words.', ...skipped];
};

/** Every conversation that can be had. */
const conversations = (playbook: Playbook): readonly Talk[] => {
  const ended: Talk[] = [];
  const waiting = [begin(playbook, {}, standingOf(playbook))];
  for (let talk = waiting.pop(); talk; talk = waiting.pop()) {
    const { position, path } = talk.state;
    assert.ok(path.length < 20, `${path.join(' > ')} goes on and on`);
    if (position.at === 'end') ended.push(talk);
    else {
      for (const value of answersTo(position.step, talk)) {
        const next = talk.says(value);
        assert.notEqual(next.at, talk.at, `${JSON.stringify(value)} does not answer ${talk.at}`);
        waiting.push(next);
      }
    }
  }
  return ended;
};

const verdictOf = (talk: Talk) => judge(talk.playbook, talk.state, NOW);
const said = (playbook: Playbook, answers: { readonly [step: string]: Value | null }): Talk => {
  let talk = begin(playbook, {}, standingOf(playbook));
  while (talk.at !== 'end') {
    const { n } = talk.state;
    const at = talk.at;
    talk = talk.says(at in answers ? (answers[at] ?? null) : ADA);
    assert.ok(talk.state.n > n && talk.at !== at, `${JSON.stringify(answers[at])} does not answer ${at}`);
  }
  return talk;
};

describe('the starters', () => {
  it('are five, each in the list with a title and one sentence', () => {
    assert.deepEqual(
      readdirSync(FOLDER).toSorted(),
      [...index.map(({ id }) => `${id}.json`), 'index.json'].toSorted(),
    );
    assert.equal(index.length, 5);
    for (const { title, summary } of index) {
      assert.ok(title.length > 4 && title.length < 40, title);
      assert.match(summary, /^[A-Z][^.]+\.$/);
    }
  });

  for (const { id } of index) {
    describe(id, () => {
      const playbook = playbookOf(id);
      const all = conversations(playbook);

      it('has at most 90 lines that an editor can show', () => {
        const lines = textOf(id).trimEnd().split('\n');
        assert.ok(lines.length <= 90, `${lines.length} lines`);
        const longest = lines.toSorted((a, b) => b.length - a.length)[0] ?? '';
        assert.ok(longest.length <= 260, `${longest.length}: ${longest}`);
        assert.equal(playbook.id, id);
      });

      it('has no fault; the check only says that the key is an example', () => {
        const { problems } = checkText(textOf(id));
        assert.deepEqual(
          problems.filter(({ level }) => level !== 'info'),
          [],
        );
        const notes = problems.map(({ code }) => code).filter((code) => code !== 'contact.way-without');
        assert.deepEqual(notes, ['delivery.sample-key']);
      });

      it('ends whatever is answered, after at most seven questions', () => {
        assert.ok(all.length > 20, `${all.length} conversations`);
        for (const {
          state,
          playbook: { steps },
        } of all) {
          assert.equal(state.broken, null);
          const asked = state.path.filter((step) => steps.some((one) => one.id === step && isQuestion(one)));
          assert.ok(asked.length <= 7, asked.join(' > '));
        }
      });

      it('comes to all four verdicts, and has an ending for each', () => {
        const verdicts = new Set(all.map((talk) => verdictOf(talk).verdict));
        assert.deepEqual([...verdicts].toSorted(), ['disqualified', 'nurture', 'qualified', 'undetermined']);
        assert.deepEqual(
          new Set(all.map((talk) => verdictOf(talk).band).filter(Boolean)),
          new Set(['hot', 'warm', 'cold']),
        );
      });

      it('shows something useful before it asks a prospect for contact details', () => {
        for (const talk of all) {
          if (verdictOf(talk).verdict === 'disqualified') continue;
          const { path } = talk.state;
          const contact = path.findIndex(
            (step) => playbook.steps.find((one) => one.id === step)?.kind === 'contact',
          );
          const shown = path.findIndex(
            (step) => playbook.steps.find((one) => one.id === step)?.show === 'products',
          );
          assert.ok(contact > 0 && shown >= 0 && shown < contact, path.join(' > '));
          const fitting = recommend(playbook, talk.state.answers);
          assert.ok(fitting.length > 0, `nothing fits after ${JSON.stringify(talk.values)}`);
        }
      });
    });
  }
});

describe('the leads of the starters', () => {
  const rows: readonly (readonly [string, string, { readonly [step: string]: Value | null }, string])[] = [
    [
      'b2b-software',
      'a team of twelve, this quarter, deciding, with a budget',
      { need: 'orders', users: 12, start: 'quarter', role: 'decide', budget: 'to600' },
      'qualified hot',
    ],
    [
      'b2b-software',
      'the same without a date',
      { need: 'orders', users: 12, start: 'looking', role: 'research', budget: null },
      'nurture cold',
    ],
    ['b2b-software', 'a customer', { need: 'support', support: 'A label does not print.' }, 'disqualified'],
    [
      'b2b-software',
      'two people who know little yet',
      { need: 'stock', users: 2, start: 'year', role: 'research', budget: 'unsure' },
      'undetermined',
    ],
    [
      'agency',
      'money, a date and a decision',
      { project: 'website', goal: null, when: 'soon', decide: 'me', budget: 'over10' },
      'qualified hot',
    ],
    [
      'agency',
      'too little money',
      { project: 'website', goal: 'More enquiries', when: 'soon', decide: 'me', budget: 'under3' },
      'nurture cold',
    ],
    ['agency', 'an applicant', { project: 'job', job: 'I draw.' }, 'disqualified'],
    [
      'manufacturer',
      'a plant that stands still',
      { reason: 'replace', medium: 'waste', flow: 900, state: 'south', when: 'down', role: 'buy' },
      'qualified hot',
    ],
    [
      'manufacturer',
      'a student',
      { reason: 'new', medium: 'food', flow: 900, state: 'west', when: 'quarter', role: 'learn' },
      'nurture cold',
    ],
    ['manufacturer', 'spare parts', { reason: 'parts', parts: 'BR-2214' }, 'disqualified'],
    [
      'local-service',
      'no heating in the city, today',
      { job: 'repair', fault: 'cold', home: 'own', place: 'city', when: 'today' },
      'qualified hot',
    ],
    [
      'local-service',
      'a tenant whose heating is out',
      { job: 'repair', fault: 'cold', home: 'rent', place: 'city', when: 'today' },
      'qualified hot',
    ],
    [
      'local-service',
      'a tenant who wants a heat pump',
      { job: 'new', home: 'rent', place: 'city', when: 'week' },
      'nurture cold',
    ],
    ['local-service', 'somebody far away', { job: 'new', home: 'own', place: 'far' }, 'disqualified'],
    [
      'trade-show',
      'many parcels, less plastic, soon',
      { goods: 'parcels', volume: 'large', wish: ['plastic'], when: 'quarter' },
      'qualified hot',
    ],
    [
      'trade-show',
      'few parcels, nothing planned',
      { goods: 'parcels', volume: 'small', wish: ['cost'], when: 'open' },
      'nurture cold',
    ],
    ['trade-show', 'another seller', { goods: 'none', visitor: 'I sell machines.' }, 'disqualified'],
  ];
  for (const [id, who, answers, expected] of rows) {
    it(`${id}: ${who} is ${expected}`, () => {
      const { verdict, band } = verdictOf(said(playbookOf(id), answers));
      assert.equal([verdict, band].filter(Boolean).join(' '), expected);
    });
  }
});
