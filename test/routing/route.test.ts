import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { factsFrom } from '../../src/flow/facts.js';
import type { Value } from '../../src/flow/log.js';
import type { Routing } from '../../src/playbook/schema.js';
import { offerLabel } from '../../src/routing/offer-label.js';
import { route } from '../../src/routing/route.js';
import { answered, playbookWith } from '../qualification/answered.js';

const MONDAY = '2026-11-23T15:12:04.000Z';
const TEAM: Routing = {
  owners: { dana: { name: 'Dana' }, tom: { name: 'Tom Hale' } },
  rules: [
    { when: { sites: { atLeast: 50 } }, owner: 'dana', because: 'Large accounts' },
    { when: { 'contact.country': { in: ['DE', 'AT'] } }, owner: 'tom', because: 'German-speaking' },
  ],
  takeTurns: ['tom'],
};
const routed = (routing: Routing | undefined, values: { readonly [step: string]: Value | null } = {}) =>
  route({
    playbook: playbookWith([], undefined, { routing }),
    facts: factsFrom(answered(values)),
    leadId: 'ab'.repeat(16),
    at: MONDAY,
  });

describe('routing', () => {
  it('takes the first rule that holds, and says which', () => {
    assert.deepEqual(routed(TEAM, { sites: 80, contact: { country: 'DE' } }), {
      owner: 'dana',
      name: 'Dana',
      because: 'Large accounts',
      path: 'routing.rules[0]',
    });
    assert.deepEqual(routed(TEAM, { sites: 8, contact: { country: 'DE' } }), {
      owner: 'tom',
      name: 'Tom Hale',
      because: 'German-speaking',
      path: 'routing.rules[1]',
    });
  });
  it('takes turns where no rule holds; what is unknown holds nothing', () => {
    assert.deepEqual(routed(TEAM), {
      owner: 'tom',
      name: 'Tom Hale',
      because: 'Takes turns (no rule matched)',
      path: 'routing.takeTurns',
    });
    assert.equal(routed({ ...TEAM, rules: undefined })?.because, 'Takes turns');
  });
  it('passes over owners that nobody knows', () => {
    const rules = [{ when: {}, owner: 'toString', because: 'Trap' }];
    assert.equal(routed({ ...TEAM, rules, takeTurns: ['constructor', 'dana'] })?.owner, 'dana');
  });
  it('says that nobody was found', () => {
    assert.deepEqual(routed({ ...TEAM, takeTurns: [] }), {
      owner: null,
      name: null,
      because: 'Nobody is named: no rule matched',
      path: 'routing',
    });
  });
  it('sets the time also where nobody is named', () => {
    const found = routed({ answerWithin: '1 hour' });
    assert.equal(found?.owner, null);
    assert.equal(found?.dueAt, '2026-11-23T16:12:04.000Z');
  });
  it('is nothing without owners and time', () => {
    assert.equal(routed(undefined), undefined);
    assert.equal(routed({}), undefined);
    assert.equal(routed({ owners: {} }), undefined);
  });
  it('survives what nobody checked', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const routing = fc.record(
      {
        hours: anything,
        answerWithin: fc.oneof(anything, fc.constant('1 hour')),
        owners: fc.dictionary(fc.constantFrom('dana', 'tom'), anything),
        rules: fc.array(fc.dictionary(fc.constantFrom('when', 'owner', 'because'), anything)),
        takeTurns: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(routing, (unchecked) => {
        const found = routed(unchecked as Routing, { sites: 80 });
        if (found) assert.ok(typeof found.because === 'string' && typeof found.path === 'string');
      }),
    );
  });
});

describe('the label of an offer', () => {
  const offer = { kind: 'callback', label: 'Ask {owner} to call me' } as const;
  const playbook = playbookWith([], undefined, { company: { name: 'Kestrel', team: 'Dana and Tom' } });

  it('names the owner by first name', () => {
    assert.equal(offerLabel(offer, playbook, routed(TEAM)), 'Ask Tom to call me');
  });
  it('names the team, else the company, where nobody is', () => {
    assert.equal(offerLabel(offer, playbook, undefined), 'Ask Dana and Tom to call me');
    assert.equal(offerLabel(offer, playbookWith([]), undefined), 'Ask Kestrel to call me');
  });
  it('takes a name as it is, also one that looks like a replacement', () => {
    const odd = { owner: 'x', name: '$& Ltd', because: '', path: '' };
    assert.equal(offerLabel(offer, playbook, odd), 'Ask $& to call me');
  });
});
