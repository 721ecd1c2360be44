import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEvent } from '../../src/formats/calendar.js';
import { vcard } from '../../src/formats/vcard.js';

const EVENT: CalendarEvent = {
  uid: '4f4f-1@kestrel-website',
  sequence: 1,
  madeAt: '2026-11-23T15:12:04.000Z',
  start: '2026-11-24T14:00:00.000Z',
  end: '2026-11-24T14:15:00.000Z',
  summary: 'Kestrel calls',
  status: 'tentative',
};

const fileOf = (given: Partial<CalendarEvent> = {}): string => {
  const file = calendarFile({ ...EVENT, ...given });
  assert.ok(file !== undefined);
  return file;
};
const eventIn = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents('vevent');
  assert.equal(events.length, 1);
  const [event] = events;
  assert.ok(event);
  return event;
};
const isFolded = (file: string): void => {
  assert.ok(file.endsWith('\r\n'));
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
  for (const line of file.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
    // A character cut in two would not survive the way there and back.
    assert.equal(Buffer.from(line).toString(), line);
  }
};

/** What a text may be after the way there and back. */
const kept = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
const lines = fc.oneof(
  texts,
  fc
    .array(fc.constantFrom('\\', ';', ',', '\n', '\r\n', ':', 'é', '日', '👩‍🚒', 'a'), { maxLength: 120 })
    .map((parts) => parts.join('')),
);

describe('a calendar file', () => {
  it('says when, and that it is not confirmed yet', () => {
    const event = eventIn(fileOf());
    const read = new ICAL.Event(event);
    assert.equal(read.startDate.toJSDate().toISOString(), EVENT.start);
    assert.equal(read.endDate.toJSDate().toISOString(), EVENT.end);
    assert.equal(read.uid, EVENT.uid);
    assert.equal(read.sequence, 1);
    assert.equal(event.getFirstPropertyValue('status'), 'TENTATIVE');
    assert.match(fileOf(), /\r\nDTSTAMP:20261123T151204Z\r\n/);
  });
  it('has what RFC 5545 asks for, once', () => {
    const file = fileOf({ description: 'x', location: 'y', url: 'https://kestrel.example/' });
    for (const name of [
      'VERSION',
      'PRODID',
      'UID',
      'DTSTAMP',
      'DTSTART',
      'DTEND',
      'SUMMARY',
      'STATUS',
      'URL',
    ])
      assert.equal(file.match(new RegExp(`^${name}[:;]`, 'gm'))?.length, 1, name);
    assert.match(file, /^BEGIN:VCALENDAR\r\n/);
    assert.match(file, /END:VEVENT\r\nEND:VCALENDAR\r\n$/);
  });
  it('is none without a time, or with one that ends before it begins', () => {
    assert.equal(calendarFile({ ...EVENT, start: 'soon' }), undefined);
    assert.equal(calendarFile({ ...EVENT, madeAt: '' }), undefined);
    assert.equal(calendarFile({ ...EVENT, end: EVENT.start }), undefined);
  });
  it('keeps every text whole, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(lines, lines, lines, (summary, description, location) => {
        const file = fileOf({ summary, description, location });
        isFolded(file);
        const event = eventIn(file);
        const said = (name: string) => event.getFirstPropertyValue(name) ?? '';
        assert.equal(said('summary'), kept(summary));
        assert.equal(said('description'), kept(description));
        assert.equal(said('location'), kept(location));
      }),
    );
  });
  it('lets no text begin a line of its own', () => {
    const summary = 'x\r\nATTENDEE:mailto:a@b.example\u2028END:VEVENT';
    assert.doesNotMatch(fileOf({ summary }), /^(?:ATTENDEE|END:VEVENT\r\nBEGIN)/m);
    assert.equal(eventIn(fileOf({ summary })).getAllProperties('attendee').length, 0);
    assert.doesNotMatch(fileOf({ url: 'https://a.example/\r\nATTENDEE:x' }), /^ATTENDEE/m);
  });
});

describe('an address card', () => {
  const read = (file: string) => {
    const card = new ICAL.Component(ICAL.parse(file));
    assert.equal(card.name, 'vcard');
    return card;
  };
  it('says who it is and how to reach them', () => {
    const card = read(
      vcard({
        name: 'Dana Maria Miller',
        company: 'Kestrel',
        phone: '+44 20 7946 0123',
        email: 'sales@kestrel.example',
        url: 'https://kestrel.example/',
      }),
    );
    const said = (name: string) => card.getFirstPropertyValue(name);
    assert.equal(said('version'), '3.0');
    assert.equal(said('fn'), 'Dana Maria Miller');
    assert.deepEqual(said('n'), ['Miller', 'Dana Maria', '', '', '']);
    assert.equal(said('tel'), '+44 20 7946 0123');
    assert.equal(said('email'), 'sales@kestrel.example');
    assert.equal(said('url'), 'https://kestrel.example/');
  });
  it('is the company’s where nobody is named', () => {
    const file = vcard({ name: ' ', company: 'Kestrel' });
    assert.match(file, /\r\nFN:Kestrel\r\nN:;;;;\r\nORG:Kestrel\r\nEND:VCARD\r\n$/);
  });
  it('keeps names whole, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(lines, (name) => {
        const file = vcard({ name, company: 'A; B, and \\C' });
        isFolded(file);
        // RFC 2426 asks for "\\;" in every text; this reader leaves it as it is outside of lists.
        const said = kept(name.trim() || 'A; B, and \\C').replaceAll(';', '\\;');
        assert.equal(read(file).getFirstPropertyValue('fn'), said);
      }),
    );
  });
});
