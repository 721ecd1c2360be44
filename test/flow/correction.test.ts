import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { begin, playbookOf } from './talk.js';
import { playbook, sites } from './walked-playbook.js';

describe('a correction', () => {
  const said = begin(playbook).says('other').says('Freezers fail').says(12).says('low');

  it('changes the answer it names, in its place', () => {
    const talk = said.corrects('sites', 20);
    const answer = talk.state.answers.get('sites');
    assert.equal(talk.at, 'contact');
    assert.deepEqual([answer?.value, answer?.label, answer?.corrected, answer?.n], [20, '20', true, 4]);
    assert.equal(answer?.asOf, talk.state.log.at(-1)?.at);
  });

  it('the last one wins', () => {
    assert.equal(said.corrects('sites', 20).corrects('sites', 30).values['sites'], 30);
  });

  it('of a way leaves the answers that lie off it behind', () => {
    const talk = said.corrects('need', 'alarms');
    assert.deepEqual(talk.values, { need: 'alarms', sites: 12, budget: 'low' });
    assert.deepEqual(talk.state.dead, [3]);
  });

  it('and back brings everything back', () => {
    const back = said.corrects('need', 'alarms').corrects('need', 'other').state;
    assert.deepEqual({ ...back, n: 0, log: [] }, { ...said.state, n: 0, log: [] });
  });

  it('that does not fit makes the question pending, with what was said', () => {
    const talk = said.corrects('sites', 5000);
    assert.deepEqual(talk.state.position, { at: 'step', step: sites, prior: 5000 });
    assert.equal(talk.says(7).at, 'contact');
    assert.equal(talk.says(7).values['sites'], 7);
  });

  it('that hides the option of a later answer makes that question pending, with its old answer', () => {
    const dependent = playbookOf([
      { id: 'a', ask: 'A?', options: ['x', 'y'] },
      { id: 'b', ask: 'B?', options: ['always', { value: 'only-x', label: 'X', when: { a: 'x' } }] },
    ]);
    const talk = begin(dependent).says('x').says('only-x').corrects('a', 'y');
    assert.equal(talk.at, 'b');
    assert.deepEqual(talk.state.position.at === 'step' && talk.state.position.prior, 'only-x');
    assert.equal(talk.says('always').at, 'end');
    assert.deepEqual(talk.says('always').state.dead, [3]);
  });

  it('to nothing skips an optional question', () => {
    assert.deepEqual(said.corrects('budget', null).values['budget'], null);
    assert.equal(said.corrects('sites', null).at, 'sites');
  });

  it('of something that is no answer changes nothing but the log', () => {
    for (const of of [0, 1, 6, 99, NaN]) {
      const talk = said.did({ type: 'corrected', of, raw: '', value: 'x' });
      assert.deepEqual({ ...talk.state, n: 0, log: [] }, { ...said.state, n: 0, log: [] });
    }
  });

  it('of an answer still to come does not count', () => {
    const talk = begin(playbook)
      .did({ type: 'corrected', of: 3, raw: 'other', value: 'other' })
      .says('alarms');
    assert.deepEqual(talk.values, { need: 'alarms' });
  });
});
