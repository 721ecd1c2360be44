import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { begin } from './talk.js';
import { playbook, sites } from './walked-playbook.js';

describe('what the page knows', () => {
  it('counts when its step is reached, and says where it is from', () => {
    const talk = begin(playbook).prefilled('sites', 12).says('alarms');
    assert.equal(talk.at, 'budget');
    const { source, asOf, label, value } = talk.state.answers.get('sites') ?? {};
    assert.deepEqual([source, asOf, label, value], ['crm', '2026-11-23T15:00:00.000Z', '12', 12]);
  });

  it('answers the pending question', () => {
    assert.equal(begin(playbook).prefilled('need', 'alarms').at, 'sites');
  });

  it('does not count against what the visitor said', () => {
    const talk = begin(playbook).says('alarms').says(3).prefilled('sites', 12);
    assert.equal(talk.values['sites'], 3);
    assert.deepEqual(talk.state.dead, [4]);
  });

  it('is replaced by what the page says later, and kept once the visitor corrected it', () => {
    const talk = begin(playbook).prefilled('sites', 12).says('alarms');
    assert.equal(talk.prefilled('sites', 13).values['sites'], 13);
    const mended = talk.corrects('sites', 14).prefilled('sites', 13);
    assert.equal(mended.values['sites'], 14);
    assert.equal(mended.state.answers.get('sites')?.source, 'visitor');
  });

  it('that does not fit is asked, with what the page said', () => {
    const talk = begin(playbook).prefilled('sites', 5000).says('alarms');
    assert.deepEqual(talk.state.position, { at: 'step', step: sites, prior: 5000 });
    assert.equal(talk.says(9).at, 'budget');
  });

  it('makes no turns', () => {
    assert.deepEqual(begin(playbook).prefilled('sites', 12).says('alarms').lines, [
      'What?',
      '> alarms',
      'How much?',
    ]);
  });
});
