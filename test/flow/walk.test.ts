import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Step } from '../../src/playbook/schema.js';
import { advance, emptyState, fold } from '../../src/flow/fold.js';
import { begin, playbookOf } from './talk.js';
import { ana, card, need, playbook, sites } from './walked-playbook.js';

describe('the walk', () => {
  it('begins at the first step, before anything has happened', () => {
    const { position, n, log, path } = emptyState(playbook);
    assert.deepEqual(position, { at: 'step', step: need });
    assert.deepEqual([n, log, path], [0, [], ['need']]);
  });

  it('follows the list unless an option or the step says otherwise', () => {
    const talk = begin(playbook);
    assert.equal(talk.says('alarms').at, 'sites');
    assert.equal(talk.says('other').at, 'more');
    assert.equal(talk.says('other').says('Freezers fail').at, 'sites');
    assert.equal(talk.says('support').at, 'end');
    assert.deepEqual(talk.says('alarms').says(12).says('low').state.path, [
      'need',
      'sites',
      'budget',
      'fit',
      'contact',
    ]);
  });

  it('takes the first branch whose condition holds, and the following step when none does', () => {
    const branching = playbookOf([
      {
        id: 'a',
        ask: 'A?',
        options: ['x', 'y', 'z'],
        next: [
          { when: { b: 'x' }, go: 'end' },
          { when: { a: 'x' }, go: 'c' },
          { when: { a: { in: ['x', 'y'] } }, go: 'd' },
        ],
      },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?' },
      { id: 'd', ask: 'D?' },
    ]);
    assert.equal(begin(branching).says('x').at, 'c');
    assert.equal(begin(branching).says('y').at, 'd');
    assert.equal(begin(branching).says('z').at, 'b');
  });

  it('takes a branch without a condition always', () => {
    const always = playbookOf([
      { id: 'a', ask: 'A?', next: [{ go: 'c' }] },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?' },
    ]);
    assert.equal(begin(always).says('x').at, 'c');
  });

  it('an option’s way beats the step’s, also for yes and no and for several choices', () => {
    const yes = playbookOf([
      { id: 'a', ask: 'A?', kind: 'yesNo', options: [{ value: 'no', label: 'No', go: 'end' }], next: 'c' },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?', kind: 'choices', options: ['x', { value: 'y', label: 'Y', go: 'b' }] },
      { id: 'd', ask: 'D?' },
    ]);
    assert.equal(begin(yes).says(false).at, 'end');
    assert.equal(begin(yes).says(true).at, 'c');
    assert.equal(begin(yes).says(true).says(['x']).at, 'd');
    assert.equal(begin(yes).says(true).says(['x', 'y']).at, 'b');
  });

  it('lets score and verdict decide, and knows them only where somebody says them', () => {
    const scored = playbookOf([
      { id: 'a', ask: 'A?', next: [{ when: { score: { atLeast: 5 } }, go: 'c' }] },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?' },
    ]);
    const standingOf = (score: number) => () => ({
      score,
      slotsYes: 0,
      slotsNo: 0,
      slotsUnknown: 0,
      verdict: '',
    });
    assert.equal(begin(scored, {}, standingOf(9)).says('x').at, 'c');
    assert.equal(begin(scored, {}, standingOf(1)).says('x').at, 'b');
    assert.equal(begin(scored).says('x').at, 'b');
  });

  it('lets how they came decide', () => {
    const came = playbookOf([
      { id: 'a', say: 'Hi.', next: [{ when: { arrival: 'booth' }, go: 'c' }] },
      { id: 'b', ask: 'B?' },
      { id: 'c', ask: 'C?' },
    ]);
    assert.equal(begin(came, { kind: 'booth' }).at, 'c');
    assert.equal(begin(came, { kind: 'ad' }).at, 'b');
  });

  it('skips what may be skipped, and nothing else', () => {
    const talk = begin(playbook).says('alarms');
    assert.equal(talk.says(null).at, 'sites');
    assert.deepEqual(talk.says(null).state.dead, [3]);
    assert.equal(talk.says(3).says(null).at, 'contact');
    assert.deepEqual(talk.says(3).says(null).values, { need: 'alarms', sites: 3, budget: null });
  });

  it('stays where an answer does not fit, and offers it again', () => {
    const talk = begin(playbook).says('alarms').says(5000);
    assert.deepEqual(talk.state.position, { at: 'step', step: sites, prior: 5000 });
    assert.equal(talk.says(12).at, 'budget');
    assert.deepEqual(talk.says(12).state.dead, [3]);
  });

  it('ignores an answer to a step that is not pending until the walk comes there', () => {
    const early = begin(playbook).did({
      type: 'answered',
      step: 'sites',
      prompt: '',
      raw: '3',
      value: 3,
      locale: 'en',
    });
    assert.equal(early.at, 'need');
    assert.deepEqual(early.state.dead, [2]);
    assert.equal(early.says('alarms').at, 'budget');
    assert.deepEqual(early.says('alarms').state.dead, []);
  });

  it('takes the next answer at every visit of a step', () => {
    const loop = playbookOf([
      { id: 'site', ask: 'Which site?' },
      { id: 'again', ask: 'Another?', kind: 'yesNo', options: [{ value: 'yes', label: 'Yes', go: 'site' }] },
    ]);
    const talk = begin(loop).says('Leeds').says(true).says('York');
    assert.equal(talk.at, 'again');
    assert.deepEqual(talk.values, { again: true, site: 'York' });
    assert.deepEqual(talk.state.path, ['site', 'again', 'site', 'again']);
    const ended = talk.says(false);
    assert.equal(ended.at, 'end');
    assert.deepEqual([...ended.state.answers.keys()], ['site', 'again']);
    assert.deepEqual(ended.state.dead, []);
  });

  it('lists answers in the order of the visits that count', () => {
    const loop = playbookOf([
      { id: 'a', ask: 'A?', options: ['on', { value: 'done', label: 'Done', go: 'c' }] },
      { id: 'b', ask: 'B?', next: 'a' },
      { id: 'c', ask: 'C?' },
    ]);
    const talk = begin(loop).says('on').says('x').says('done').says('y');
    assert.deepEqual([...talk.state.answers.keys()], ['b', 'a', 'c']);
  });

  it('passes a choice nobody can make, because there is nothing to ask', () => {
    const hidden = playbookOf([
      { id: 'a', ask: 'A?', options: [{ value: 'x', label: 'X', when: { b: 'never' } }] },
      { id: 'b', ask: 'B?' },
    ]);
    assert.equal(begin(hidden).at, 'b');
    assert.equal(begin(hidden).state.broken, null);
  });

  it('makes labels where the log has none', () => {
    const talk = begin(playbook).did({
      type: 'answered',
      step: 'need',
      prompt: 'What?',
      raw: 'other',
      value: 'other',
      locale: 'en',
    });
    assert.equal(talk.state.answers.get('need')?.label, 'Other');
  });
});

describe('a new version of the playbook', () => {
  const said = begin(playbook).says('other').says('Freezers fail').says(12);

  it('is walked as far as answers fit', () => {
    const shorter = playbookOf([sites, need, card]);
    assert.deepEqual(said.under(shorter).values, { sites: 12, need: 'other' });
    assert.equal(said.under(shorter).at, 'contact');
    assert.deepEqual(said.under(shorter).state.dead, [3]);
  });

  it('asks again where a question is of another kind, with the old answer', () => {
    const asked: Step = { id: 'sites', ask: 'How many?', options: ['one', 'many'] };
    const talk = said.under(playbookOf([asked, card]));
    assert.deepEqual(talk.state.position, { at: 'step', step: asked, prior: 12 });
  });

  it('advances by the playbook it is given, not by the one before', () => {
    const other = playbookOf([card]);
    const entry = { type: 'submitted', n: 9, at: '' } as const;
    assert.deepEqual(advance(other, said.state, entry), fold(other, [...said.state.log, entry]));
  });
});

describe('an answer that stays behind', () => {
  it('lets the walk go on as if it had been skipped', () => {
    const withheld = {
      type: 'answered',
      step: 'sites',
      prompt: 'How many?',
      raw: '',
      value: null,
      locale: 'en',
      withheld: true,
    } as const;
    const talk = begin(playbook).says('alarms').did(withheld);
    assert.equal(talk.at, 'budget');
    assert.equal(talk.values['sites'], null);
    assert.equal(
      begin(playbook)
        .says('alarms')
        .did({ ...withheld, value: 5000 }).at,
      'sites',
    );
    const { withheld: _, ...skipped } = withheld;
    assert.equal(begin(playbook).says('alarms').did(skipped).at, 'sites');
  });
});

describe('the end', () => {
  it('is sendable when there is somebody to reach', () => {
    const end = (value: object) =>
      begin(playbookOf([{ ...card, fields: ['name?', 'email?', 'phone?'] }])).says(value as typeof ana).state
        .position;
    assert.deepEqual(end(ana), { at: 'end', sendable: true });
    assert.deepEqual(end({ phone: '+44 20 7946 0123' }), { at: 'end', sendable: true });
    assert.deepEqual(end({ name: 'Ana' }), { at: 'end', sendable: false });
    assert.deepEqual(begin(playbook).says('support').state.position, { at: 'end', sendable: false });
  });

  it('is sendable with an e-mail or phone question, too, unless it was skipped', () => {
    for (const [kind, value] of [
      ['email', ana.email],
      ['phone', '+44 20 7946 0123'],
    ] as const) {
      const asked = begin(playbookOf([{ id: 'a', ask: 'Where?', kind, optional: true }]));
      assert.deepEqual(asked.says(value).state.position, { at: 'end', sendable: true });
      assert.deepEqual(asked.says(null).state.position, { at: 'end', sendable: false });
    }
  });

  it('keeps what was sent, chosen and withdrawn', () => {
    const ended = begin(playbook).says('support');
    const slot = {
      start: '2026-11-24T14:00:00.000Z',
      end: '2026-11-24T14:15:00.000Z',
      timeZone: 'Europe/London',
    };
    const { submitted, chosen, withdrawn, locale } = ended
      .did({ type: 'submitted' })
      .did({ type: 'chose', offer: 'email' })
      .did({ type: 'chose', offer: 'callback', slot })
      .did({ type: 'language', locale: 'de' })
      .did({ type: 'withdrew' }).state;
    assert.deepEqual([submitted, withdrawn, locale], [true, true, 'de']);
    assert.deepEqual(chosen, { offer: 'callback', n: 5, slot });
    assert.deepEqual(
      [ended.state.submitted, ended.state.chosen, ended.state.withdrawn],
      [false, null, false],
    );
  });
});
