import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Step } from '../../src/playbook/schema.js';
import { begin, playbookOf } from './talk.js';

const first: Step = { id: 'need', ask: 'What?' };
const card: Step = { id: 'contact', ask: 'Who?', kind: 'contact', fields: ['email'] };
const ana = { email: 'ana@northfold.example' };
const letter = { purpose: 'letter', text: 'The newsletter, too?', version: '1' };
const calls = { purpose: 'calls', text: 'May we call?', version: '2', required: true };
const playbook = playbookOf([first, card], { privacy: { consent: [letter, calls] } });

describe('consent', () => {
  it('is asked just before the first contact step, purpose by purpose', () => {
    const talk = begin(playbook).says('x');
    assert.deepEqual(talk.state.position, {
      at: 'step',
      step: { id: 'consent:letter', kind: 'consent', purpose: 'letter', ask: 'The newsletter, too?' },
    });
    assert.equal(talk.consents('letter', true).at, 'consent:calls');
    assert.equal(talk.consents('letter', true).consents('calls', true).at, 'contact');
  });

  it('counts as an answer and as a consent', () => {
    const talk = begin(playbook).says('x').consents('letter', false).consents('calls', true).says(ana);
    assert.deepEqual(talk.values, {
      need: 'x',
      'consent:letter': false,
      'consent:calls': true,
      contact: ana,
    });
    assert.deepEqual(
      [...talk.state.consents],
      [
        ['letter', false],
        ['calls', true],
      ],
    );
    assert.deepEqual(talk.state.answers.get('consent:letter'), {
      n: 3,
      step: 'consent:letter',
      value: false,
      raw: 'no',
      label: 'No',
      prompt: 'May we: letter?',
      source: 'visitor',
      asOf: talk.state.log[2]?.at,
      corrected: false,
    });
  });

  it('is not taken from an answer without its wording', () => {
    const talk = begin(playbook).says('x').says(true);
    assert.equal(talk.at, 'consent:letter');
    assert.deepEqual([...talk.state.consents], []);
  });

  it('that is required and refused lets nothing be sent', () => {
    const refused = begin(playbook).says('x').consents('letter', true).consents('calls', false).says(ana);
    assert.deepEqual(refused.state.position, { at: 'end', sendable: false });
    assert.deepEqual(refused.consents('calls', true).state.position, { at: 'end', sendable: true });
  });

  it('that is not required may be refused', () => {
    const talk = begin(playbook).says('x').consents('letter', false).consents('calls', true).says(ana);
    assert.deepEqual(talk.state.position, { at: 'end', sendable: true });
  });

  it('can be taken back, in its place', () => {
    const talk = begin(playbook)
      .says('x')
      .consents('letter', true)
      .consents('calls', true)
      .consents('letter', false);
    assert.equal(talk.state.consents.get('letter'), false);
    assert.equal(talk.state.answers.get('consent:letter')?.corrected, true);
    assert.ok(talk.lines.includes('> No (changed)'));
    assert.deepEqual(
      { ...talk.consents('letter', true).state, n: 0, log: [] },
      { ...begin(playbook).says('x').consents('letter', true).consents('calls', true).state, n: 0, log: [] },
    );
  });

  it('to another wording is asked for again, and a refusal stays one', () => {
    const before = begin(playbook).says('x').consents('letter', false).consents('calls', true).says(ana);
    const reworded = (consent: typeof letter) => ({ ...consent, text: 'Might we?', version: '3' });
    const talk = before.under({ ...playbook, privacy: { consent: [reworded(letter), reworded(calls)] } });
    assert.equal(talk.at, 'consent:calls');
    assert.equal(talk.state.consents.get('letter'), false);
    assert.equal(talk.state.consents.has('calls'), false);
    const again = talk.consents('calls', true);
    assert.deepEqual(again.state.position, { at: 'end', sendable: true });
    assert.equal(again.state.answers.get('consent:calls')?.corrected, false);
    assert.equal(again.consents('calls', false).state.answers.get('consent:calls')?.corrected, true);
  });

  it('without a version counts whatever its wording is now', () => {
    const { version: _version, ...unversioned } = calls;
    const talk = begin(playbook).says('x').consents('letter', false).consents('calls', true);
    const other = { ...unversioned, text: 'Might we?' } as typeof calls;
    assert.equal(talk.under({ ...playbook, privacy: { consent: [letter, other] } }).at, 'contact');
  });

  it('given by the page beforehand is not asked again and makes no turns', () => {
    const talk = begin(playbook).consents('letter', true, 'api').says('x');
    assert.equal(talk.at, 'consent:calls');
    assert.deepEqual(talk.lines, ['What?', '> x', 'May we call?']);
    assert.equal(talk.values['consent:letter'], true);
  });

  it('is not inserted where an author’s step asks for it, which takes the wording of the purpose', () => {
    const asking: Step = { id: 'ok', kind: 'consent', purpose: 'letter' };
    const talk = begin(playbookOf([asking, card], { privacy: { consent: [letter] } }));
    assert.deepEqual(talk.state.position, { at: 'step', step: { ...asking, ask: letter.text } });
    const said = talk.consents('letter', true);
    assert.equal(said.at, 'contact');
    assert.equal(said.values['ok'], true);
  });

  it('lets an author’s step decide the way', () => {
    const asking: Step = {
      id: 'ok',
      kind: 'consent',
      purpose: 'letter',
      ask: 'Ok?',
      next: [{ when: { ok: false }, go: 'end' }],
    };
    const talk = begin(playbookOf([asking, card], { privacy: { consent: [letter] } }));
    assert.equal(talk.consents('letter', false).at, 'end');
    assert.equal(talk.consents('letter', true).at, 'contact');
  });

  it('an optional consent step can be skipped', () => {
    const asking: Step = { id: 'ok', kind: 'consent', purpose: 'letter', optional: true };
    const talk = begin(playbookOf([asking, card], { privacy: { consent: [letter] } })).says(null);
    assert.equal(talk.at, 'contact');
    assert.equal(talk.consents('letter', true).values['ok'], true);
  });

  it('that is required but was not on the way is asked at the end, before anything is sent', () => {
    const asking: Step = { id: 'ok', kind: 'consent', purpose: 'calls' };
    const talk = begin(
      playbookOf([{ ...card, next: 'end' }, asking], { privacy: { consent: [calls] } }),
    ).says(ana);
    assert.equal(talk.at, 'consent:calls');
    assert.deepEqual(talk.consents('calls', true).state.position, { at: 'end', sendable: true });
  });

  it('is not asked at the end when nobody could be reached anyway', () => {
    assert.equal(begin(playbookOf([first], { privacy: { consent: [calls] } })).says('x').at, 'end');
  });

  it('is asked before an e-mail or phone question, too, and only once', () => {
    const steps: Step[] = [
      { id: 'mail', ask: 'Mail?', kind: 'email' },
      { id: 'tel', ask: 'Tel?', kind: 'phone' },
    ];
    const talk = begin(playbookOf(steps, { privacy: { consent: [letter] } }));
    assert.equal(talk.at, 'consent:letter');
    assert.equal(talk.consents('letter', true).says(ana.email).at, 'tel');
  });
});
