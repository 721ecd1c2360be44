import { expect } from 'chai';
import type { OfferView } from '../../src/conversation/contract.js';
import { dayName, momentName, zoneLine } from '../../src/elements/next-steps/zone-words.js';
import { enNextSteps } from '../../src/locales/en-next-steps.js';
import { callback, files, slots, summary, visit } from './next-step-offers.js';
import { closeChats, openChat, until, type Driver } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const card = JSON.stringify({ name: 'Priya Shah', email: 'priya@northfold.example', company: 'Northfold' });
const ended = async (offers: readonly OfferView[]): Promise<Driver> => {
  const driver = await openChat({
    playbook: kestrel,
    answered: ['alarms', '12', 'quarter', 'More', 'no'],
    patch: { handover: { is: 'sent', atMs: 0 }, offers, files },
  });
  driver.conversation.send({ type: 'visitor.answered', step: 'contact', raw: card });
  await until(() => driver.has(offers[0]?.label ?? ''));
  return driver;
};
const find = <E extends HTMLElement>({ root }: Driver, selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const all = ({ root }: Driver, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const tap = async (driver: Driver, element: HTMLElement | undefined) => {
  element?.click();
  await driver.settled();
};
const type = (driver: Driver, name: string, text: string) => {
  find<HTMLInputElement>(driver, `#picker-${name}`).value = text;
};

describe('the callback picker', () => {
  it('offers days and times, the soonest first, and says in which zone they are', async () => {
    const driver = await ended([callback, summary]);
    await driver.click('Ask Dana to call me');
    expect(all(driver, '.days .option').map((day) => day.textContent?.trim())).to.deep.equal([
      'Mon 24',
      'Tue 25',
      'Wed 26',
      'Thu 27',
      'Fri 28',
    ]);
    expect(all(driver, '.times .option')).to.have.length(6);
    expect(driver.text).to.contain('Soonest');
    expect(driver.text).to.contain('Times in UTC. Kolkata is 5½ hours ahead.');
    expect(driver.has('Just e-mail me the summary')).to.equal(false);
    expect(driver.root.activeElement?.textContent).to.equal('Ask Dana to call me');
    const [picker, scroller] = ['.picker', '.scroller'].map((one) =>
      find(driver, one).getBoundingClientRect(),
    );
    expect((picker?.top ?? 0) - (scroller?.top ?? 0), 'the card opens where it can be seen').to.be.within(
      0,
      // A margin of 16, to the pixel.
      17,
    );
    await driver.click('More times');
    expect(all(driver, '.times .option')).to.have.length(17);
  });

  it('asks for the time that was tapped and the number, and then says what was asked for', async () => {
    const driver = await ended([callback, summary]);
    await driver.click('Ask Dana to call me');
    await tap(driver, all(driver, '.days .option')[1]);
    await tap(driver, all(driver, '.times .option')[2]);
    type(driver, 'phone', '+44 7700 900123');
    await tap(driver, find(driver, '.picker .primary'));
    const slot = slots.find(({ start }) => start === '2098-11-25T10:00:00.000Z');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({
      type: 'visitor.chose',
      offer: 'callback',
      slot: { ...slot, timeZone: 'UTC' },
      details: { phone: '+44 7700 900123' },
    });
    expect(driver.text).to.match(/Asked for: Tue, Nov 25, 10:00\sAM your time. Dana will confirm it./);
    expect(driver.has('Add to calendar')).to.equal(true);
    expect(driver.has('Save contact')).to.equal(true);
    expect(driver.has('Just e-mail me the summary')).to.equal(true);
    await until(() => driver.root.activeElement?.textContent?.includes('Asked for') === true);
  });

  it('says what is wrong with a number, and keeps what was chosen', async () => {
    const driver = await ended([callback]);
    await driver.click('Ask Dana to call me');
    await tap(driver, all(driver, '.times .option')[0]);
    type(driver, 'phone', 'call me');
    await tap(driver, find(driver, '.picker .primary'));
    expect(driver.text).to.contain('I need digits');
    expect(driver.conversation.sent.at(-1)?.type).not.to.equal('visitor.chose');
    expect(find(driver, '#picker-phone').getAttribute('aria-invalid')).to.equal('true');
    expect(driver.root.activeElement?.id).to.equal('picker-phone');
    expect(find<HTMLInputElement>(driver, '#picker-phone').value).to.equal('call me');
    expect(all(driver, '.times [aria-pressed=true]')).to.have.length(1);
  });

  it('shows the times of another zone, and asks in that', async () => {
    const driver = await ended([callback]);
    await driver.click('Ask Dana to call me');
    await tap(driver, find(driver, '.zone button'));
    const list = find<HTMLSelectElement>(driver, '#picker-zone');
    list.value = 'America/New_York';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await driver.settled();
    expect(driver.text).to.contain('Times in New York. Kolkata is 10½ hours ahead.');
    expect(all(driver, '.times .option')[0]?.textContent?.trim()).to.match(/^4:00\sAM$/);
    await tap(driver, all(driver, '.times .option')[0]);
    type(driver, 'phone', '+44 7700 900123');
    await tap(driver, find(driver, '.picker .primary'));
    const event = driver.conversation.sent.at(-1);
    expect(event?.type === 'visitor.chose' && event.slot?.timeZone).to.equal('America/New_York');
  });

  it('goes back to the other ways, and lets an agreed time be changed', async () => {
    const driver = await ended([{ ...callback, asks: undefined }, summary]);
    await driver.click('Ask Dana to call me');
    await driver.click('Other ways');
    expect(driver.has('Just e-mail me the summary')).to.equal(true);
    await driver.click('Ask Dana to call me');
    await tap(driver, all(driver, '.times .option')[0]);
    await tap(driver, find(driver, '.picker .primary'));
    await tap(driver, all(driver, '.agreed button').at(-1));
    await tap(driver, all(driver, '.times .option')[1]);
    await tap(driver, find(driver, '.picker .primary'));
    expect(driver.text).to.match(/Asked for: Mon, Nov 24, 9:30\sAM/);
    await driver.click('Just e-mail me the summary');
    expect(driver.root.querySelector('.picker')).to.equal(null);
  });

  it('says that a time is gone where it was not taken', async () => {
    const driver = await ended([callback]);
    await driver.click('Ask Dana to call me');
    await tap(driver, all(driver, '.times .option')[0]);
    type(driver, 'phone', '+44 7700 900123');
    const release = driver.conversation.hold();
    await tap(driver, find(driver, '.picker .primary'));
    expect(driver.text).to.contain('That time is gone');
    release();
    await driver.settled();
    expect(driver.text).to.contain('Asked for');
  });

  it('can be used with the keyboard alone', async () => {
    const driver = await ended([callback]);
    find(driver, '.offers .primary').focus();
    await driver.click('Ask Dana to call me');
    const [first, second] = all(driver, '.days .option');
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
    expect(driver.root.activeElement).to.equal(second);
  });

  it('asks for an address before a visit, and for a note that may be left out', async () => {
    const driver = await ended([visit]);
    await driver.click('Show it at our site');
    expect(driver.text).to.match(/Nobody is here right now. We’re back Mon, Nov 24, 9:00\sAM./);
    await tap(driver, all(driver, '.times .option')[0]);
    await tap(driver, find(driver, '.picker .primary'));
    expect(driver.text).to.contain('I need the address');
    type(driver, 'address', '2 Cold Lane, Leeds');
    await tap(driver, find(driver, '.picker .primary'));
    const event = driver.conversation.sent.at(-1);
    expect(event?.type === 'visitor.chose' && event.details).to.deep.equal({ address: '2 Cold Lane, Leeds' });
  });
});

describe('a booking page inside the chat', () => {
  const booking: OfferView = {
    id: 'demo',
    kind: 'booking',
    label: 'Pick a time here',
    href: `${location.origin}/calendly?name=Priya`,
    embed: 'calendly',
  };
  const said = (driver: Driver, data: unknown, given: { origin?: string; source?: Window | null } = {}) => {
    const { contentWindow } = find<HTMLIFrameElement>(driver, 'iframe');
    window.dispatchEvent(
      new MessageEvent('message', { data, origin: location.origin, source: contentWindow, ...given }),
    );
  };
  const SCHEDULED = {
    event: 'calendly.event_scheduled',
    payload: { event: { uri: 'https://api.calendly.com/scheduled_events/abc' } },
  };
  const booked = (driver: Driver) =>
    driver.conversation.sent.filter(({ type: is }) => is === 'visitor.booked');

  it('is asked for nothing before the visitor taps', async () => {
    const driver = await ended([booking]);
    expect(driver.root.querySelector('iframe')).to.equal(null);
    await driver.click('Pick a time here');
    const frame = new URL(find<HTMLIFrameElement>(driver, 'iframe').src);
    expect(frame.searchParams.get('embed_domain')).to.equal(location.hostname);
    expect(driver.has('Open it in a new tab')).to.equal(true);
  });

  it('is believed only from its own window and address', async () => {
    const driver = await ended([booking]);
    await driver.click('Pick a time here');
    said(driver, SCHEDULED, { origin: 'https://evil.example' });
    said(driver, SCHEDULED, { source: window });
    said(driver, { event: 'calendly.date_and_time_selected' });
    said(driver, null);
    expect(booked(driver)).to.deep.equal([]);
    said(driver, SCHEDULED);
    expect(booked(driver)).to.deep.equal([{ type: 'visitor.booked', offer: 'demo', reference: 'abc' }]);
    await driver.settled();
    expect(driver.root.querySelector('iframe')).to.equal(null);
  });

  it('stands below a way to open it in a tab, for where it cannot be shown here', async () => {
    const driver = await ended([booking]);
    await driver.click('Pick a time here');
    const link = all(driver, '[part="booking"] a').at(-1);
    expect(link?.textContent).to.contain('Open it in a new tab');
    expect(link?.getAttribute('href')).to.equal(booking.href);
    expect(link?.nextElementSibling?.localName).to.equal('iframe');
  });

  it('of Cal.com is told that somebody listens, and tells both times once they stand', async () => {
    const driver = await ended([
      { ...booking, href: `${location.origin}/dana/demo/?name=Priya`, embed: 'cal' },
    ]);
    await driver.click('Pick a time here');
    const frame = find<HTMLIFrameElement>(driver, 'iframe');
    const address = new URL(frame.src);
    expect(address.pathname).to.equal('/dana/demo/embed');
    expect(address.searchParams.get('name')).to.equal('Priya');
    expect(address.searchParams.has('embed')).to.equal(true);
    const { contentWindow } = frame;
    const heard = new Promise((resolve) =>
      contentWindow?.addEventListener('message', ({ data }: MessageEvent) => resolve(data)),
    );
    said(driver, { originator: 'CAL', type: '__iframeReady', data: {} });
    expect(await heard).to.deep.equal({ originator: 'CAL', method: 'parentKnowsIframeReady' });
    expect(booked(driver)).to.deep.equal([]);
    const data = { uid: 'abc', startTime: '2098-11-24T10:00:00.000Z', endTime: '2098-11-24T10:30:00.000Z' };
    said(driver, { originator: 'CAL', type: 'bookingSuccessfulV2', data });
    said(driver, { originator: 'CAL', type: 'bookingSuccessfulV2', data: { ...data, status: 'PENDING' } });
    expect(booked(driver)).to.deep.equal([
      { type: 'visitor.booked', offer: 'demo', reference: 'abc', start: data.startTime, end: data.endTime },
      { type: 'visitor.booked', offer: 'demo', reference: 'abc' },
    ]);
  });

  it('tells the time where the service does', async () => {
    const driver = await ended([{ ...booking, embed: 'hubspot' }]);
    await driver.click('Pick a time here');
    const event = { dateTime: Date.UTC(2098, 10, 24, 10), duration: 1_800_000 };
    said(driver, { meetingBookSucceeded: true, meetingsPayload: { bookingResponse: { event } } });
    expect(booked(driver)).to.deep.equal([
      {
        type: 'visitor.booked',
        offer: 'demo',
        start: '2098-11-24T10:00:00.000Z',
        end: '2098-11-24T10:30:00.000Z',
      },
    ]);
  });
});

describe('what was asked for without a time', () => {
  const ASKED: readonly (readonly [kind: OfferView['kind'], says: string])[] = [
    ['quote', 'Asked for. Dana will get back to you.'],
    ['email', 'Asked for. Dana will send it.'],
    ['newsletter', 'Asked for. You get an e-mail with a link to confirm it.'],
  ];
  for (const [kind, says] of ASKED)
    it(`says what happens next: ${kind}`, async () => {
      const driver = await ended([{ id: kind, kind, label: 'Yes', who: 'Dana' }]);
      await driver.click('Yes');
      await until(() => driver.text.includes(says));
      expect(find(driver, '.summary [role="status"]').textContent).to.contain(says);
    });
});

describe('days, times and zones in words', () => {
  const now = Date.UTC(2026, 10, 23, 23, 30);
  it('call today and tomorrow so, on the calendar of the zone', () => {
    expect(dayName('2026-11-23T23:45:00Z', 'UTC', 'en', now)).to.equal('Today');
    expect(dayName('2026-11-24T10:00:00Z', 'UTC', 'en', now)).to.equal('Tomorrow');
    expect(dayName('2026-11-24T10:00:00Z', 'Asia/Kolkata', 'en', now)).to.equal('Today');
    expect(dayName('2026-11-24T10:00:00Z', 'UTC', 'de', now)).to.equal('Morgen');
    expect(dayName('2026-11-26T10:00:00Z', 'UTC', 'en', now)).to.equal('Thu 26');
  });
  it('say how far two clocks are apart on that day', () => {
    const line = (theirs: string, ours: string, at: string) =>
      zoneLine(enNextSteps, { theirs, ours, at }, 'en');
    const winter = '2026-11-24T10:00:00Z';
    expect(line('Asia/Kolkata', 'Europe/London', winter)).to.equal(
      'Times in Kolkata. London is 5½ hours behind.',
    );
    expect(line('Asia/Kolkata', 'Europe/London', '2026-07-24T10:00:00Z')).to.equal(
      'Times in Kolkata. London is 4½ hours behind.',
    );
    expect(line('Europe/London', 'Asia/Kathmandu', winter)).to.contain('5¾ hours ahead');
    expect(line('Europe/London', 'Europe/Dublin', winter)).to.equal('Times in London.');
    expect(line('America/New_York', 'Mars/Olympus', winter)).to.contain('5 hours ahead');
  });
  it('write a moment as its language does', () => {
    expect(momentName('2026-11-24T19:30:00Z', 'UTC', 'de')).to.equal('Di., 24. Nov., 19:30');
  });
});
