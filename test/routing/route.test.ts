import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { factsFrom } from '../../src/flow/facts.js';
import type { Value } from '../../src/flow/log.js';
import type { Contact } from '../../src/lead/lead.js';
import type { Routing } from '../../src/playbook/schema.js';
import { offerLabel } from '../../src/routing/offer-label.js';
import { furtherRouting } from '../../src/routing/further.js';
import { route, type RouteRequest, type TurnBook } from '../../src/routing/route.js';
import { turnBook, type Counts } from '../../src/routing/turn-book.js';
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
const routed = (
  routing: Routing | undefined,
  values: { readonly [step: string]: Value | null } = {},
  more: Partial<RouteRequest> = {},
) =>
  route({
    playbook: playbookWith([], undefined, { routing }),
    facts: factsFrom(answered(values)),
    leadId: 'ab'.repeat(16),
    at: MONDAY,
    ...more,
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

const OWNERS = { dana: { name: 'Dana' }, tom: { name: 'Tom' }, greta: { name: 'Greta' } };
const DACH = {
  territory: 'German-speaking',
  when: { country: { in: ['DE', 'AT'] } },
  owner: 'greta',
  because: 'Greta answers in German',
};
const HOLIDAY = { away: [{ from: '2026-11-20', to: '2026-11-27' }] };
/** A receiver that has not given anything to anybody, but for what is said. */
const book = (routing: Routing, more: Partial<Counts> = {}): TurnBook =>
  turnBook({ routing, turns: () => 0, given: () => ({ today: 0, thisWeek: 0 }), ...more });

describe('routing by territory', () => {
  it('names the territory of the rule', () => {
    const found = routed({ owners: OWNERS, rules: [DACH], takeTurns: ['tom'] }, { country: 'AT' });
    assert.deepEqual(found, {
      owner: 'greta',
      name: 'Greta',
      because: 'Greta answers in German',
      path: 'routing.rules[0]',
      territory: 'German-speaking',
    });
  });
  it('goes by postal codes where somebody can read them, and by nothing where not', () => {
    const rules = [{ postcodes: ['10-19', 'SW'], owner: 'greta', because: 'Near her' }];
    const team: Routing = { owners: OWNERS, rules, takeTurns: ['tom'] };
    const further = furtherRouting;
    assert.equal(routed(team, { postcode: '12043' }, { further })?.owner, 'greta');
    assert.equal(routed(team, { postcode: 'SW4 7AA' }, { further })?.owner, 'greta');
    assert.equal(routed(team, { postcode: '20095' }, { further })?.owner, 'tom');
    assert.equal(routed(team, {}, { further })?.owner, 'tom');
    assert.equal(routed(team, { postcode: '12043' })?.owner, 'tom');
  });
  it('takes turns among several owners of one rule, by weight', () => {
    const owners = { ...OWNERS, tom: { name: 'Tom', weight: 0 } };
    const rules = [{ owner: ['tom', 'greta'], because: 'Two of us' }];
    assert.equal(routed({ owners, rules })?.owner, 'greta');
    const turns = (n: number) =>
      routed({ owners: OWNERS, rules }, {}, { book: book({ owners: OWNERS, rules }, { turns: () => n }) })
        ?.owner;
    assert.deepEqual([0, 1, 2].map(turns), ['tom', 'greta', 'tom']);
  });
  it('needs no condition for what is left', () => {
    const rules = [{ owner: 'dana', because: 'Looks after the rest' }];
    assert.equal(routed({ owners: OWNERS, rules })?.because, 'Looks after the rest');
  });
  it('tries accounts and private rules first', () => {
    const first = [
      { owner: 'dana', because: 'Looks after Acme', path: 'private.accounts[0]', account: 'Acme' },
    ];
    const found = routed({ owners: OWNERS, rules: [DACH], takeTurns: ['tom'] }, { country: 'DE' }, { first });
    assert.deepEqual([found?.owner, found?.account, found?.path], ['dana', 'Acme', 'private.accounts[0]']);
  });
});

describe('routing past whoever is not there', () => {
  const away = { ...OWNERS, greta: { name: 'Greta', ...HOLIDAY } };
  it('skips an owner who is away, and says so', () => {
    const found = routed({ owners: away, rules: [DACH], takeTurns: ['tom'] }, { country: 'DE' });
    assert.equal(found?.owner, 'tom');
    assert.equal(found?.because, 'Takes turns (Greta is away until 2026-11-27)');
  });
  it('goes on with the next rule', () => {
    const next = { when: { country: 'DE' }, owner: 'dana', because: 'Stands in for Greta' };
    const found = routed({ owners: away, rules: [DACH, next], takeTurns: ['tom'] }, { country: 'DE' });
    assert.equal(found?.because, 'Stands in for Greta (Greta is away until 2026-11-27)');
  });
  const days: readonly [at: string, zone: string, isAway: boolean][] = [
    ['2026-11-19T23:59:00.000Z', 'UTC', false],
    ['2026-11-20T00:00:00.000Z', 'UTC', true],
    ['2026-11-27T23:59:00.000Z', 'UTC', true],
    ['2026-11-28T00:00:00.000Z', 'UTC', false],
    ['2026-11-19T11:30:00.000Z', 'Pacific/Auckland', true],
    ['2026-11-28T04:30:00.000Z', 'America/New_York', true],
    ['2026-11-28T05:30:00.000Z', 'America/New_York', false],
  ];
  for (const [at, zone, isAway] of days) {
    it(`counts days on the owner’s calendar: ${at} in ${zone} is ${isAway ? 'one of them' : 'none'}`, () => {
      const hours = { zone, open: ['Mon-Sun 00:00-24:00'] };
      const owners = { ...OWNERS, greta: { name: 'Greta', hours, ...HOLIDAY } };
      const found = routed({ owners, rules: [DACH], takeTurns: ['tom'] }, { country: 'DE' }, { at });
      assert.equal(found?.owner, isAway ? 'tom' : 'greta');
    });
  }
  it('leaves nobody without: where all are away it goes to whom it would have gone', () => {
    const owners = { greta: { name: 'Greta', ...HOLIDAY }, tom: { name: 'Tom', ...HOLIDAY } };
    const found = routed({ owners, rules: [DACH], takeTurns: ['tom'] }, { country: 'DE' });
    assert.equal(found?.owner, 'greta');
    assert.match(found?.because ?? '', /Greta is away until 2026-11-27.*nobody else is there/);
    assert.equal(routed({ owners, takeTurns: ['tom'] })?.owner, 'tom');
  });
  it('shares the leads of whoever is away among the others', () => {
    const owners = { ...OWNERS, tom: { name: 'Tom', ...HOLIDAY } };
    for (let i = 0; i < 50; i += 1)
      assert.equal(routed({ owners, takeTurns: ['tom', 'dana'] }, {}, { leadId: `${i}` })?.owner, 'dana');
  });
});

describe('routing where leads are counted', () => {
  const owners = { ...OWNERS, tom: { name: 'Tom', perDay: 3, perWeek: 10 } };
  const team: Routing = { owners, takeTurns: ['tom', 'dana'] };
  const given = (today: number, thisWeek: number) => book(team, { given: () => ({ today, thisWeek }) });
  it('passes over who is full, and says so', () => {
    assert.equal(routed(team, {}, { book: given(2, 9) })?.owner, 'tom');
    assert.equal(routed(team, {}, { book: given(3, 3) })?.because, 'Takes turns (Tom has 3 leads today)');
    assert.equal(
      routed(team, {}, { book: given(0, 10) })?.because,
      'Takes turns (Tom has 10 leads this week)',
    );
    assert.equal(routed({ ...team, takeTurns: ['tom'] }, {}, { book: given(3, 3) })?.owner, 'tom');
  });
  it('says where it could not count', () => {
    const found = routed({ owners, takeTurns: ['tom'] });
    assert.equal(found?.because, 'Takes turns (how full the day is was not counted)');
  });
  it('leaves a lead with whom it is, as long as the same rule names them', () => {
    for (const keeps of ['tom', 'dana'])
      assert.equal(routed(team, {}, { book: book(team, { keeps, turns: () => 7 }) })?.owner, keeps);
    assert.equal(routed(team, {}, { book: { ...given(9, 99), keeps: 'tom' } })?.owner, 'tom');
    assert.equal(routed(team, {}, { book: book(team, { keeps: 'greta' }) })?.owner, 'tom');
  });
});

describe('the time to answer', () => {
  const hours = { zone: 'Europe/London', open: ['Mon-Fri 09:00-17:30'] };
  it('counts in the owner’s own hours', () => {
    const dubai = { zone: 'Asia/Dubai', open: ['Mon-Fri 09:00-18:00'] };
    const owners = { dana: { name: 'Dana' }, samir: { name: 'Samir', hours: dubai } };
    const due = (owner: string) =>
      routed({ hours, owners, answerWithin: '1 hour', rules: [{ owner, because: '' }] })?.dueAt;
    assert.equal(due('dana'), '2026-11-23T16:12:04.000Z');
    assert.equal(due('samir'), '2026-11-24T06:00:00.000Z');
  });
  it('can depend on how warm the lead is', () => {
    const answerWithin = { hot: '15 minutes', otherwise: '1 business day' };
    const due = (band: string | null) => routed({ hours, answerWithin }, {}, { band })?.dueAt;
    assert.equal(due('hot'), '2026-11-23T15:27:04.000Z');
    assert.equal(due('cold'), '2026-11-24T15:12:04.000Z');
    assert.equal(due(null), '2026-11-24T15:12:04.000Z');
    assert.equal(routed({ hours, answerWithin: { hot: '15 minutes' } }, {}, { band: 'cold' }), undefined);
  });
});

describe('what rules may ask besides answers', () => {
  const known = (values: { readonly [step: string]: Value | null }, contact = {}, locale = 'de-AT') =>
    furtherRouting.withAlsoKnown(factsFrom(answered(values)), {
      answers: answered(values),
      contact,
      locale,
      recommendations: [
        { product: 'kit', name: 'Kit', fit: 1, matched: ['it fits'], unmet: [] },
        { product: 'suite', name: 'Suite', fit: 0, matched: [], unmet: [] },
      ],
    });
  const rows: readonly [name: string, facts: ReturnType<typeof known>, value: Value | undefined][] = [
    ['language', known({}), 'de'],
    ['language', known({}, {}, ''), undefined],
    ['language', known({ language: 'fr' }), 'fr'],
    ['country', known({}, { country: 'Österreich' }), 'AT'],
    ['country', known({}, { country: 'gb' }), 'GB'],
    ['country', known({}, { country: 'Atlantis' }), undefined],
    ['country', known({ country: 'CH' }, { country: 'DE' }), 'CH'],
    ['country', known({}, { phoneCountry: 'DE' }), 'DE'],
    ['country', known({}, { country: 'AT', phoneCountry: 'DE' }), 'AT'],
    ['country', known({}, { country: 'Atlantis', phoneCountry: 'DE' }), undefined],
    ['country', known({ country: 'CH' }, { phoneCountry: 'DE' }), 'CH'],
    ['product', known({}), 'kit'],
    ['postcode', known({ place: { postalCode: '1010', city: 'Wien' } }), '1010'],
    ['postcode', known({ place: { city: 'Wien' } }), undefined],
    ['sites', known({ sites: 5 }), 5],
  ];
  for (const [name, facts, value] of rows) {
    it(`${name}: ${String(value ?? 'unknown')}`, () => assert.equal(facts(name), value));
  }
});

describe('a country that only the phone number tells', () => {
  const german = { phone: '+49 30 12345678', phoneE164: '+493012345678', phoneCountry: 'DE' };
  const rows: readonly (readonly [
    contact: Contact,
    values: { [step: string]: Value },
    prefix: string | undefined,
  ])[] = [
    [german, {}, '+49'],
    [{ ...german, country: 'DE' }, {}, undefined],
    [german, { country: 'AT' }, undefined],
    [{ phone: '030 12345678', phoneE164: '+493012345678' }, {}, undefined],
    [{ phoneE164: '+442079460123', phoneCountry: 'GB' }, {}, '+44'],
    [{ phoneE164: '+12125550123', phoneCountry: 'US' }, {}, '+1'],
    [{ phoneE164: '+77011234567', phoneCountry: 'KZ' }, {}, '+7'],
    [{ phoneE164: '+35312345678', phoneCountry: 'IE' }, {}, '+353'],
    [{ phoneE164: '+390669812345', phoneCountry: 'VA' }, {}, '+39'],
    [{}, {}, undefined],
  ];
  for (const [contact, values, prefix] of rows)
    it(`${JSON.stringify(contact)} ${JSON.stringify(values)}: ${prefix ?? 'none'}`, () =>
      assert.equal(furtherRouting.countryPrefix(factsFrom(answered(values)), contact), prefix));

  const routing: Routing = { owners: OWNERS, rules: [DACH], takeTurns: ['tom'] };
  it('stands in the reason of the rule that it decides', () =>
    assert.equal(
      routed(routing, { country: 'AT' }, { prefix: '+43' })?.because,
      `${DACH.because} (because the number begins with +43)`,
    ));
  it('does not where the rule holds without it', () => {
    const rule = { ...DACH, when: { any: [{ language: 'de' }, DACH.when] } };
    const found = routed({ ...routing, rules: [rule] }, { country: 'AT', language: 'de' }, { prefix: '+43' });
    assert.equal(found?.because, DACH.because);
    assert.equal(
      routed({ ...routing, rules: [] }, { country: 'AT' }, { prefix: '+43' })?.because,
      'Takes turns',
    );
  });
});

describe('the follow-up', () => {
  const routing: Routing = {
    hours: { zone: 'Europe/London', open: ['Mon-Fri 09:00-17:30'] },
    owners: { tom: { name: 'Tom' } },
    followUp: [
      { after: '3 business days', do: 'email', say: 'Write.', because: 'Most answer the second time' },
      { id: 'call', after: '30 minutes', do: 'call', say: 'Call.', when: { sites: { atLeast: 5 } } },
    ],
  };
  const planned = (facts: { readonly [step: string]: Value }, at = MONDAY, more: Partial<Routing> = {}) =>
    furtherRouting.tasksFor({
      routing: { ...routing, ...more },
      facts: factsFrom(answered(facts)),
      at,
      routed: { owner: 'tom', name: 'Tom', because: '', path: '' },
    });
  it('is in the order of its times, with an owner and a reason each', () => {
    assert.deepEqual(planned({ sites: 5 }), [
      {
        id: 'call',
        do: 'call',
        say: 'Call.',
        dueAt: '2026-11-23T15:42:04.000Z',
        owner: 'tom',
        because: '30 minutes after it was sent',
      },
      {
        id: '1',
        do: 'email',
        say: 'Write.',
        dueAt: '2026-11-26T15:12:04.000Z',
        owner: 'tom',
        because: 'Most answer the second time',
      },
    ]);
  });
  it('leaves out what is not for this lead, or never due', () => {
    assert.deepEqual(
      planned({}).map(({ id }) => id),
      ['1'],
    );
    assert.deepEqual(planned({}, 'soon'), []);
  });
  it('counts in opening hours, over the weekend and in the owner’s own', () => {
    const friday = '2026-11-20T17:20:00.000Z';
    assert.equal(planned({ sites: 9 }, friday)[0]?.dueAt, '2026-11-23T09:20:00.000Z');
    const hours = { zone: 'Asia/Dubai', open: ['Sat 09:00-12:00'] };
    const own = planned({ sites: 9 }, friday, { owners: { tom: { name: 'Tom', hours } } });
    assert.equal(own[0]?.dueAt, '2026-11-21T05:30:00.000Z');
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
