import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playbookFor } from '../../demo/playbook.js';
import { publishedText } from '../../src/authoring/publish.js';
import { parsePlaybook } from '../../src/playbook/index.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { withPrivatePart } from '../../src/receiver/private-part.js';
import { rejudge } from '../../src/receiver/rejudge.js';
import { ADA } from '../demo/desk-stage.js';
import { contact, leadOf } from '../demo/prospect.js';

const NOW = Date.parse('2026-11-23T15:12:05.000Z');
const open = playbookFor('https://desk.example');
const hidden = {
  points: [{ when: { sites: { atMost: 3 } }, add: -40, because: 'Too small for our installers' }],
  rules: [{ when: { need: 'audits' }, owner: 'dana', because: 'Dana knows audits' }],
  accounts: [{ name: 'North Foods', domains: ['north.example'], owner: 'dana' }],
  owners: { dana: { email: 'dana@kestrel.example', phone: '+44 20 7946 0999' } },
  notes: [
    { say: 'Never promise a date.' },
    { when: { budget: 'under200' }, say: 'No discount below one site.' },
    { when: { score: { atLeast: 80 } }, say: 'Bring an engineer.' },
  ],
};
const both: Playbook = { ...open, private: hidden };
const from = (says: object, more: object = {}) =>
  leadOf(open, { says: { ...ADA.says, ...says }, ...more }, NOW);
const applied = (playbook: Playbook, says: object, more: object = {}) => {
  const result = withPrivatePart(playbook, from(says, more));
  assert.ok(result);
  return result;
};
const stranger = { contact: contact({ name: 'Sam', email: 'sam@elsewhere.example', company: 'Elsewhere' }) };

describe('the private part', () => {
  it('is a part of a playbook that passes the check, and does not count in its fingerprint', () => {
    const parsed = parsePlaybook(structuredClone(both));
    assert.deepEqual(parsed.problems, []);
    assert.equal(rejudge(() => [both])(from({})), 'match');
  });

  it('says nothing where there is none, and where there is nothing to judge', () => {
    assert.equal(withPrivatePart(open, from({})), undefined);
    const { log: _log, ...without } = from({});
    assert.equal(withPrivatePart(both, without), undefined);
  });

  it('changes the verdict, and names what did it', () => {
    const { lead, changes } = applied(both, { ...stranger, sites: '2' });
    const sent = from({ ...stranger, sites: '2' });
    assert.equal(lead.qualification?.score, Math.max(0, (sent.qualification?.score ?? 0) - 40));
    assert.equal(changes.length, 1);
    assert.match(changes[0] ?? '', /: −40 Too small for our installers$/);
    assert.deepEqual(lead.answers, sent.answers);
  });

  it('gives a lead from an account to its owner, whatever the rules say', () => {
    for (const address of ['ada@north.example', 'ada@buying.NORTH.example']) {
      const { lead, reach } = applied(both, {
        contact: contact({ name: 'Ada', email: address, company: 'N.F.' }),
      });
      assert.deepEqual(
        [lead.routing?.owner, lead.routing?.because, lead.routing?.path],
        ['dana', 'Looks after North Foods', 'private.accounts[0]'],
      );
      assert.deepEqual(reach, hidden.owners.dana);
      assert.equal(lead.routing?.dueAt, from({}).routing?.dueAt);
    }
    const byName = applied(both, {
      contact: contact({ name: 'Ada', email: 'a@b.example', company: 'NORTH  foods' }),
    });
    assert.equal(byName.lead.routing?.owner, 'dana');
    const other = applied(
      { ...open, private: { ...hidden, rules: [] } },
      { contact: contact({ name: 'Ada', email: 'ada@notnorth.example', company: 'Other' }) },
    );
    assert.equal(other.lead.routing?.path.startsWith('private'), false);
  });

  it('tries its rules for owners before the public ones', () => {
    const { lead } = applied(both, { ...stranger, need: 'audits', sites: '2' });
    assert.deepEqual([lead.routing?.owner, lead.routing?.because], ['dana', 'Dana knows audits']);
  });

  it('takes the country from the phone number where nothing else says it, and says so', () => {
    const rules = [{ when: { country: 'DE' }, owner: 'dana', because: 'Dana speaks German' }];
    const lead = from(stranger);
    const because = (more: object) =>
      withPrivatePart({ ...open, private: { rules } }, { ...lead, contact: { ...lead.contact, ...more } })
        ?.lead.routing?.because;
    const german = { phoneE164: '+493012345678', phoneCountry: 'DE' };
    assert.equal(because(german), 'Dana speaks German (because the number begins with +49)');
    assert.doesNotMatch(because({ ...german, country: 'FR' }) ?? '', /German/);
    assert.equal(because({ ...german, country: 'DE' }), 'Dana speaks German');
  });

  it('judges trials and routes them to nobody', () => {
    const { lead, changes } = applied(both, { sites: '2' }, { test: true });
    assert.equal(lead.routing, undefined);
    assert.equal(changes.length, 1);
  });

  it('tells the notes whose condition holds, scores with both parts among them', () => {
    assert.deepEqual(applied(both, stranger).notes, ['Never promise a date.', 'Bring an engineer.']);
    assert.deepEqual(applied(both, { ...stranger, sites: '2', budget: 'under200' }).notes, [
      'Never promise a date.',
      'No discount below one site.',
    ]);
  });

  it('leaves the way through the questions as the website led it', () => {
    const branching: Playbook = {
      ...both,
      private: { points: [{ when: { need: 'alarms' }, add: -1000, because: 'x' }] },
    };
    const { lead } = applied(branching, stranger);
    assert.deepEqual(lead.answers, from(stranger).answers);
  });

  it('is in no byte of what is published', () => {
    const published = publishedText(
      JSON.stringify({ ...both, delivery: { to: 'url', url: 'https://a.example/leads' } }),
    );
    assert.ok(published.ok);
    for (const word of [
      'installers',
      'North Foods',
      'dana@kestrel',
      '7946 0999',
      'Never promise',
      'knows audits',
    ])
      assert.ok(!published.text.includes(word), word);
  });
});
