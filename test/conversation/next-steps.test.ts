import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { createNextSteps, type NextStepsOptions } from '../../src/conversation/next-steps.js';
import type { OfferView } from '../../src/conversation/contract.js';
import type { Offer, Playbook } from '../../src/playbook/schema.js';
import type { ChatSummary, LiveChat, TakenQuery } from '../../src/ports/next-steps.js';
import { card, hot, kestrel } from './kestrel.js';
import { fakeTime, settled } from './fakes.js';
import { sent, staged, type Stage } from './stage.js';

/** Monday 23 November 2026, 15:00 in London. */
const OFFICE = { zone: 'Europe/London', open: ['Mon-Fri 09:00-17:30'] };

const offering = (offers: { readonly [id: string]: Offer }, hours = OFFICE): Playbook => ({
  ...kestrel,
  offers,
  endings: { ...kestrel.endings, qualified: { say: 'That fits well.', offer: Object.keys(offers) } },
  routing: { ...kestrel.routing, hours },
});

const WITH: NextStepsOptions = { liveChats: [], takenSlots: async () => [] };
const at = async (playbook: Playbook, given: Partial<NextStepsOptions> = {}): Promise<Stage> => {
  const stage = await sent({ playbook, offering: async () => createNextSteps({ ...WITH, ...given }) });
  await settled();
  return stage;
};
const offersOf = ({ view }: Stage): readonly OfferView[] => view.ending?.offers ?? [];
const filesOf = ({ view }: Stage) => view.ending?.files ?? [];
const chosenIn = ({ view }: Stage) => view.fold.chosen;
const idsOf = (stage: Stage) => offersOf(stage).map(({ id }) => id);
const lastLead = ({ handover }: Stage) => handover.leads.at(-1);
const chosenSlot = (stage: Stage, index = 0) => {
  const slot = offersOf(stage).find(({ id }) => id === 'callback')?.slots?.[index];
  assert.ok(slot);
  return { ...slot, timeZone: 'Asia/Kolkata' };
};

const CALLBACK: Offer = { kind: 'callback', label: 'Ask {owner} to call me', minutes: 15 };

describe('a callback', () => {
  it('offers times of the opening hours, and asks for a number where none is known', async () => {
    const [offer] = offersOf(await at(offering({ callback: CALLBACK })));
    assert.equal(offer?.slots?.[0]?.start, '2026-11-23T16:00:00.000Z');
    assert.equal(offer?.zone, 'Europe/London');
    assert.deepEqual(offer?.asks, ['phone']);
  });
  it('says that nobody is there only where nobody is, however the clock goes on', async () => {
    let nowMs = fakeTime().nowMs;
    const time = fakeTime();
    Object.defineProperty(time, 'nowMs', { get: () => (nowMs += 1), set() {} });
    const offeringSteps = async () => createNextSteps(WITH);
    const open = await sent({ playbook: offering({ callback: CALLBACK }), offering: offeringSteps, time });
    await settled();
    assert.equal(offersOf(open)[0]?.kind, 'callback');
    assert.equal(offersOf(open)[0]?.backAt, undefined);
    const closed = await at(offering({ callback: CALLBACK }, { ...OFFICE, open: ['Tue 09:00-17:30'] }));
    assert.equal(offersOf(closed)[0]?.backAt, '2026-11-24T09:00:00.000Z');
  });
  it('asks for no number that was given', async () => {
    const playbook = offering({ callback: CALLBACK });
    const stage = await staged({ playbook, offering: async () => createNextSteps(WITH) });
    stage.answerAll({ ...hot, contact: card({ phone: '+44 7700 900123' }) });
    await settled();
    assert.equal(offersOf(stage)[0]?.asks, undefined);
  });
  it('is requested for the time and the zone that was tapped', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    const slot = chosenSlot(stage, 2);
    stage.send({ type: 'visitor.chose', offer: 'callback', slot, details: { phone: ' 07700 900123 ' } });
    await settled();
    const { start, end, timeZone, status, details, kind } = lastLead(stage)?.nextStep ?? {};
    assert.deepEqual(
      { start, end, timeZone, status, details, kind },
      { ...slot, status: 'requested', details: { phone: '07700 900123' }, kind: 'callback' },
    );
  });
  it('is requested once, however often it is tapped', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    const slot = chosenSlot(stage, 2);
    for (let taps = 0; taps < 3; taps++)
      stage.send({ type: 'visitor.chose', offer: 'callback', slot, details: { phone: '07700 900123' } });
    await settled();
    assert.equal(stage.view.fold.log.filter(({ type }) => type === 'chose').length, 1);
    assert.equal(lastLead(stage)?.revision, 2);
  });
  it('can be moved to another time', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    const details = { phone: '07700 900123' };
    stage.send({ type: 'visitor.chose', offer: 'callback', slot: chosenSlot(stage, 0), details });
    stage.send({ type: 'visitor.chose', offer: 'callback', slot: chosenSlot(stage, 3), details });
    await settled();
    assert.equal(lastLead(stage)?.nextStep?.start, chosenSlot(stage, 3).start);
  });
  it('takes no time that is not offered, no zone that does not exist, and no empty number', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    const slot = chosenSlot(stage);
    const details = { phone: '07700 900123' };
    const refused = [
      { slot: { ...slot, start: '2026-11-23T03:00:00.000Z' }, details },
      { slot: { ...slot, timeZone: 'Mars/Olympus' }, details },
      { slot, details: { phone: '  ' } },
      { slot },
    ];
    for (const given of refused) stage.send({ type: 'visitor.chose', offer: 'callback', ...given });
    await settled();
    assert.equal(chosenIn(stage), null);
    stage.time.pass(3_600_000 * 4);
    stage.send({ type: 'visitor.chose', offer: 'callback', slot, details });
    assert.equal(chosenIn(stage), null, 'a time that has passed');
  });
  it('keeps what it did not ask for out of the lead', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    const details = { phone: '07700 900123', password: 'x' };
    stage.send({ type: 'visitor.chose', offer: 'callback', slot: chosenSlot(stage), details });
    await settled();
    assert.deepEqual(lastLead(stage)?.nextStep?.details, { phone: '07700 900123' });
  });
  it('shows no time that the receiver says is gone, and asks it once, without saying who asks', async () => {
    const asked: TakenQuery[] = [];
    const takenSlots = async (query: TakenQuery) => {
      asked.push(query);
      return [{ start: '2026-11-23T16:00:00.000Z', end: '2026-11-23T16:15:00.000Z' }];
    };
    const stage = await at(offering({ callback: { ...CALLBACK, taken: '/slots' } }), { takenSlots });
    assert.equal(offersOf(stage)[0]?.slots?.[0]?.start, '2026-11-23T16:30:00.000Z');
    assert.deepEqual(asked.length, 1);
    assert.deepEqual(Object.keys(asked[0] ?? {}).sort(), ['from', 'owner', 'to', 'url']);
    assert.equal(asked[0]?.url, 'https://kestrel.example/slots');
    const slot = { start: '2026-11-23T16:00:00.000Z', end: '2026-11-23T16:15:00.000Z', timeZone: 'UTC' };
    stage.send({ type: 'visitor.chose', offer: 'callback', slot, details: { phone: '07700 900123' } });
    assert.equal(chosenIn(stage), null);
  });
  it('asks nobody about times without an address for it', async () => {
    let asked = 0;
    await at(offering({ callback: CALLBACK }), { takenSlots: async () => (asked++, []) });
    assert.equal(asked, 0);
  });
  it('is still a wish where people have no hours, or what it needs cannot be fetched', async () => {
    const { hours: _, ...routing } = offering({}).routing ?? {};
    const stage = await at({ ...offering({ callback: CALLBACK }), routing });
    assert.equal(offersOf(stage)[0]?.slots, undefined);
    const offline = await sent({
      playbook: offering({ callback: CALLBACK, chat: { kind: 'chat', label: 'Chat' } }),
      offering: () => Promise.reject(new Error('offline')),
    });
    assert.deepEqual(offersOf(offline), [{ id: 'callback', kind: 'callback', label: 'Ask Tom to call me' }]);
  });
});

describe('times at which the owner is there', () => {
  const LIMA = { zone: 'America/Lima', open: ['Mon-Fri 09:00-17:00'] };
  const EVERYBODYS = ['11-23T17:00', '11-24T09:00', '11-24T13:00', '11-24T17:00'];
  const AWAY = [{ from: '2026-11-24', to: '2026-11-26' }];
  const owned = (
    tom: object,
    offers: { readonly [id: string]: Offer },
    {
      owners = {},
      takeTurns = ['tom'],
      hours = OFFICE,
    }: { owners?: object; takeTurns?: string[]; hours?: typeof OFFICE } = {},
  ): Playbook => {
    const playbook = offering(offers, hours);
    return {
      ...playbook,
      routing: {
        ...playbook.routing,
        rules: [],
        takeTurns,
        owners: { ...owners, tom: { name: 'Tom Hale', ...tom } },
      },
    };
  };
  const VISIT: Offer = { kind: 'visit', label: 'Visit me', days: 2, leadTime: '1 hour' };
  const SHORT: Offer = { ...CALLBACK, days: 2, every: 240 };
  const rows: readonly (readonly [
    what: string,
    playbook: Playbook,
    starts: readonly string[],
    zone: string,
  ])[] = [
    ['are everybody’s where the owner has no hours', owned({}, { o: SHORT }), EVERYBODYS, 'Europe/London'],
    [
      'lie in the owner’s hours and zone',
      owned({ hours: LIMA }, { o: SHORT }),
      ['11-23T18:00', '11-24T14:00', '11-24T18:00'],
      'America/Lima',
    ],
    [
      'leave out the days of an absence',
      owned({ away: AWAY }, { o: SHORT }),
      ['11-23T17:00', '11-27T09:00', '11-27T13:00', '11-27T17:00'],
      'Europe/London',
    ],
    [
      'leave out absences in hours of the owner’s own',
      owned({ hours: LIMA, away: AWAY }, { o: SHORT }),
      ['11-23T18:00', '11-27T14:00', '11-27T18:00'],
      'America/Lima',
    ],
    [
      'are those of the owner for visits',
      owned({ hours: { zone: 'America/Lima', open: ['Mon-Fri 09:00-11:00'] }, away: AWAY }, { o: VISIT }),
      ['11-27T14:30', '11-27T15:00', '11-30T14:00', '11-30T14:30', '11-30T15:00'].slice(0),
      'America/Lima',
    ],
    [
      'are everybody’s where nobody is named',
      owned({ hours: LIMA }, { o: SHORT }, { takeTurns: [] }),
      EVERYBODYS,
      'Europe/London',
    ],
    [
      'are not those of somebody else',
      owned({}, { o: SHORT }, { owners: { ines: { name: 'Ines', hours: LIMA } } }),
      EVERYBODYS,
      'Europe/London',
    ],
  ];
  for (const [what, playbook, starts, zone] of rows) {
    it(what, async () => {
      const [offer] = offersOf(await at(playbook));
      assert.deepEqual(
        offer?.slots?.map(({ start }) => start.slice(5, 16)),
        starts,
      );
      assert.equal(offer?.zone, zone);
    });
  }
  it('can be asked for, and everybody’s cannot', async () => {
    const stage = await at(owned({ hours: LIMA }, { callback: SHORT }));
    const details = { phone: '07700 900123' };
    const everybodys = {
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-24T09:15:00.000Z',
      timeZone: 'UTC',
    };
    stage.send({ type: 'visitor.chose', offer: 'callback', slot: everybodys, details });
    assert.equal(chosenIn(stage), null);
    stage.send({ type: 'visitor.chose', offer: 'callback', slot: chosenSlot(stage), details });
    await settled();
    assert.equal(lastLead(stage)?.nextStep?.start, '2026-11-23T18:00:00.000Z');
  });
  it('say that nobody is there only where neither the owner nor anybody else is', async () => {
    const shut = { ...OFFICE, open: ['Tue 09:00-17:30'] };
    const [there] = offersOf(await at(owned({ hours: LIMA }, { o: SHORT }, { hours: shut })));
    assert.equal(there?.backAt, undefined);
    const [others] = offersOf(
      await at(owned({ hours: { ...LIMA, open: ['Tue 09:00-17:00'] } }, { o: SHORT })),
    );
    assert.equal(others?.backAt, undefined);
    const [none] = offersOf(await at(owned({ away: AWAY }, { o: SHORT }, { hours: shut })));
    assert.equal(none?.backAt, '2026-11-24T09:00:00.000Z');
  });
});

describe('what is kept of a callback', () => {
  it('is a time for the calendar that is not confirmed, and who calls', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    assert.deepEqual(filesOf(stage), []);
    const slot = chosenSlot(stage);
    stage.send({ type: 'visitor.chose', offer: 'callback', slot, details: { phone: '07700 900123' } });
    const [calendar, contact] = filesOf(stage);
    const event = new ICAL.Component(ICAL.parse(calendar?.text ?? '')).getFirstSubcomponent('vevent');
    assert.equal(event?.getFirstPropertyValue('status'), 'TENTATIVE');
    assert.equal(String(event?.getFirstPropertyValue('dtstart')), '2026-11-23T16:00:00Z');
    assert.equal(calendar?.name, 'Kestrel.ics');
    assert.equal(contact?.name, 'Tom-Hale.vcf');
    assert.match(contact?.text ?? '', /\r\nFN:Tom Hale\r\nN:Hale;Tom;;;\r\nORG:Kestrel\r\n/);
    const { id = '' } = lastLead(stage) ?? {};
    assert.ok(id !== '' && !calendar?.text.includes(id), 'the lead’s id gives the right to change it');
  });
  it('is nothing once it was called off', async () => {
    const stage = await at(offering({ callback: CALLBACK }));
    const slot = chosenSlot(stage);
    stage.send({ type: 'visitor.chose', offer: 'callback', slot, details: { phone: '07700 900123' } });
    stage.send({ type: 'visitor.cancelled' });
    assert.deepEqual(filesOf(stage), []);
  });
});

describe('what is offered when', () => {
  const RULES: { readonly [id: string]: Offer } = {
    call: { kind: 'call', label: 'Call now' },
    always: { kind: 'call', label: 'Call', whenOpen: false },
    open: { kind: 'email', label: 'Quick answer', whenOpen: true },
    probe: { kind: 'checkout', label: 'Order', url: '/buy?sku=probe', product: 'probe-kit' },
    audit: { kind: 'trial', label: 'Try', url: '/try', product: ['audit-suite'] },
    quote: { kind: 'quote', label: 'Send me a quote' },
  };
  it('depends on the hours and on what fits best', async () => {
    const open = await at(offering(RULES));
    assert.deepEqual(idsOf(open), ['call', 'always', 'open', 'probe', 'quote']);
    assert.equal(offersOf(open)[0]?.href, 'tel:+442079460123');
    assert.equal(offersOf(open)[3]?.href, 'https://kestrel.example/buy?sku=probe');
    const closed = await at(offering(RULES, { zone: 'Europe/London', open: ['Sat 10:00-12:00'] }));
    assert.deepEqual(idsOf(closed), ['always', 'probe', 'quote']);
  });
});

describe('further next steps', () => {
  const LINKS: { readonly [id: string]: Offer } = {
    whatsapp: { kind: 'whatsapp', label: 'WhatsApp us', phone: '+44 (0)20 7946 0123' },
    cal: { kind: 'booking', label: 'Pick a time', url: 'https://cal.com/kestrel/demo', prefill: true },
    shy: { kind: 'booking', label: 'Pick a time', url: 'https://calendly.com/kestrel/demo' },
    embedded: {
      kind: 'booking',
      label: 'Pick a time here',
      url: 'https://calendly.com/kestrel/demo',
      embed: true,
      prefill: true,
    },
    shown: { kind: 'booking', label: 'Pick a time here', url: 'https://cal.com/kestrel/demo', embed: true },
    news: { kind: 'newsletter', label: 'Send me the newsletter' },
    trap: { kind: 'download', label: 'No', url: 'javascript:alert(1)' },
  };
  // Nobody is asked for a consent to the newsletter: it would not be offered after that.
  const LINKED: Playbook = { ...offering(LINKS), privacy: {} };
  it('lead where they should, with what was said only where that is wanted', async () => {
    const stage = await at(LINKED);
    const [whatsapp, cal, shy, embedded, shown, news] = offersOf(stage);
    assert.deepEqual(idsOf(stage), ['whatsapp', 'cal', 'shy', 'embedded', 'shown', 'news']);
    const message = new URL(whatsapp?.href ?? '');
    assert.equal(message.origin + message.pathname, 'https://wa.me/442079460123');
    assert.match(message.searchParams.get('text') ?? '', /^What would you like to fix\? We notice a warm/);
    assert.doesNotMatch(message.searchParams.get('text') ?? '', /Priya|northfold/);
    const booking = new URL(cal?.href ?? '');
    assert.deepEqual(Object.fromEntries(booking.searchParams), {
      name: 'Priya Shah',
      email: 'priya@northfold.example',
      utm_campaign: 'haccp',
    });
    assert.equal(shy?.href, 'https://calendly.com/kestrel/demo');
    assert.deepEqual([embedded?.embed, shown?.embed], ['calendly', 'cal']);
    assert.deepEqual([shown?.who, news?.who], [undefined, 'Tom']);
  });
  it('say what was booked, once a booking tool says so', async () => {
    const stage = await at(LINKED);
    stage.send({ type: 'visitor.chose', offer: 'cal' });
    assert.equal(chosenIn(stage)?.booked, undefined);
    stage.send({
      type: 'visitor.booked',
      offer: 'cal',
      start: '2026-11-26T10:00:00Z',
      end: '2026-11-26T10:30:00Z',
      reference: 'abc',
    });
    await settled();
    const { status, start, timeZone, details } = lastLead(stage)?.nextStep ?? {};
    assert.deepEqual(
      { status, start, timeZone, details },
      {
        status: 'booked',
        start: '2026-11-26T10:00:00.000Z',
        timeZone: 'Europe/London',
        details: { reference: 'abc' },
      },
    );
    assert.match(filesOf(stage)[0]?.text ?? '', /STATUS:CONFIRMED/);
    const told = stage.facts.filter(({ type }) => type === 'next-step');
    assert.deepEqual(told.at(-1), { type: 'next-step', offer: 'cal', kind: 'booking', booked: true });
  });
  it('take no booking of something that cannot be booked, and survive a time that is none', async () => {
    const stage = await at(LINKED);
    stage.send({ type: 'visitor.booked', offer: 'news', reference: 'abc' });
    stage.send({ type: 'visitor.booked', offer: 'toString', reference: 'abc' });
    assert.equal(chosenIn(stage), null);
    stage.send({ type: 'visitor.booked', offer: 'cal', start: 'soon' });
    assert.equal(chosenIn(stage)?.slot, undefined);
    assert.equal(chosenIn(stage)?.booked, true);
  });
  it('are on the lead as requested or taken', async () => {
    const stage = await at(LINKED);
    stage.send({ type: 'visitor.chose', offer: 'news' });
    await settled();
    assert.deepEqual(
      [lastLead(stage)?.nextStep?.kind, lastLead(stage)?.nextStep?.status],
      ['newsletter', 'requested'],
    );
    stage.send({ type: 'visitor.chose', offer: 'whatsapp' });
    await settled();
    assert.equal(lastLead(stage)?.nextStep?.status, 'taken');
    stage.send({ type: 'visitor.booked', offer: 'cal' });
    await settled();
    assert.deepEqual(
      lastLead(stage)?.log?.flatMap((entry) =>
        entry.type === 'chose' || entry.type === 'booked' ? [entry.label] : [],
      ),
      ['Send me the newsletter', 'WhatsApp us', 'Pick a time'],
    );
  });
});

describe('a visit', () => {
  it('asks for the address, unless the place is known', async () => {
    const stage = await at(
      offering({
        theirs: { kind: 'visit', label: 'Visit us at our site' },
        ours: { kind: 'visit', label: 'Come by', place: '1 Dock Road, London' },
      }),
    );
    const [theirs, ours] = offersOf(stage);
    assert.deepEqual(theirs?.asks, ['address', 'note']);
    assert.deepEqual(ours?.asks, ['note']);
    const slot = { ...theirs?.slots?.[0], timeZone: 'Europe/London' } as {
      start: string;
      end: string;
      timeZone: string;
    };
    assert.equal(Date.parse(slot.end) - Date.parse(slot.start), 3_600_000);
    stage.send({ type: 'visitor.chose', offer: 'theirs', slot, details: { note: 'Gate 2' } });
    assert.equal(chosenIn(stage), null, 'without an address nobody finds it');
    const details = { address: '2 Cold Lane, Leeds', note: 'Gate 2' };
    stage.send({ type: 'visitor.chose', offer: 'theirs', slot, details });
    await settled();
    assert.deepEqual(lastLead(stage)?.nextStep?.details, details);
    assert.match(filesOf(stage)[0]?.text ?? '', /LOCATION:2 Cold Lane\\, Leeds/);
    stage.send({ type: 'visitor.chose', offer: 'ours', slot });
    await settled();
    assert.deepEqual(lastLead(stage)?.nextStep?.details, { place: '1 Dock Road, London' });
  });
});

describe('the live chat of the page', () => {
  const chat = (name: string, isThere = true) => {
    const opened: ChatSummary[] = [];
    const port: LiveChat = { name, isThere: () => isThere, open: (summary) => void opened.push(summary) };
    return { ...port, opened };
  };
  const CHAT: Offer = { kind: 'chat', label: 'Chat with {owner} now' };
  it('is offered where it is there, and opened with what was said', async () => {
    const crisp = chat('crisp');
    const stage = await at(offering({ chat: CHAT }), { liveChats: [chat('chatwoot', false), crisp] });
    assert.deepEqual(idsOf(stage), ['chat']);
    stage.send({ type: 'visitor.chose', offer: 'chat' });
    assert.equal(crisp.opened.length, 1);
    assert.equal(crisp.opened[0]?.email, 'priya@northfold.example');
    assert.match(
      crisp.opened[0]?.text ?? '',
      /^What would you like to fix\? We notice a warm freezer too late\n/,
    );
    stage.send({ type: 'visitor.chose', offer: 'chat' });
    assert.equal(crisp.opened.length, 1, 'a second tap is no second hand-over');
    await settled();
    assert.equal(lastLead(stage)?.nextStep?.kind, 'chat');
  });
  it('is not offered where it is not there, is another one, or nobody is', async () => {
    assert.deepEqual(idsOf(await at(offering({ chat: CHAT }))), []);
    const other = { ...CHAT, service: 'intercom' as const };
    assert.deepEqual(idsOf(await at(offering({ chat: other }), { liveChats: [chat('crisp')] })), []);
    const night = { zone: 'Europe/London', open: ['Sat 22:00-23:00'] };
    assert.deepEqual(idsOf(await at(offering({ chat: CHAT }, night), { liveChats: [chat('crisp')] })), []);
  });
});
