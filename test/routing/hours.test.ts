import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isOpen, opensAt, parseHours } from '../../src/routing/hours.js';

const WEEK = {
  zone: 'Europe/London',
  open: ['Mon-Fri 09:00-17:30', 'Sat 10:00-14:00'],
  closed: ['2026-12-25'],
};

describe('opening hours as owners write them', () => {
  const days = (weekdays: readonly number[], from: number, to: number) =>
    weekdays.map((weekday) => ({ weekday, from, to }));
  const rows: readonly [string, object | null][] = [
    ['Mon-Fri 09:00-17:30', days([0, 1, 2, 3, 4], 540, 1050)],
    ['Sat 10:00-14:00', days([5], 600, 840)],
    ['Sat, Sun 10:00-14:00', days([5, 6], 600, 840)],
    ['Sat-Mon 10:00-14:00', days([5, 6, 0], 600, 840)],
    ['Fri 18:00-02:00', days([4], 1080, 1560)],
    ['Mon-Sun 00:00-24:00', days([0, 1, 2, 3, 4, 5, 6], 0, 1440)],
    ['Mon 09:00-09:00', days([0], 540, 1980)],
    ['Monday – Wednesday 9:00 – 17:00', days([0, 1, 2], 540, 1020)],
    ['thu 08:00-12:00, 13:00-17:00', [...days([3], 480, 720), ...days([3], 780, 1020)]],
    ['', null],
    ['always', null],
    ['09:00-17:00', null],
    ['Mon', null],
    ['Mon 9-17', null],
    ['Mon 09:00', null],
    ['Mon 25:00-26:00', null],
    ['Mon 24:00-25:00', null],
    ['Mon 09:60-17:00', null],
    ['Mon-Wed-Fri 09:00-17:00', null],
    ['Mo-Fr 09:00-17:00', null],
    ['Mon 09:00-12:00-17:00', null],
    ['Mon, 09:00-17:00', null],
  ];
  for (const [line, spans] of rows) {
    it(`${spans ? 'reads' : 'refuses'} "${line}"`, () => assert.deepEqual(parseHours(line), spans));
  }

  it('never throws, and stays within the week', () => {
    const piece = fc.constantFrom('Mon', '-', ' ', ',', '09:00', '17:30', ':', 'Sat', '24:00', '00:00', 'x');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (line) => {
          for (const { weekday, from, to } of parseHours(line) ?? []) {
            assert.ok(
              weekday >= 0 && weekday <= 6 && from >= 0 && from < 1440 && to > from && to <= from + 1440,
            );
          }
        },
      ),
    );
  });
});

/**
 * Zone; a day after the clocks went forward and back; hours ahead of UTC before and after each. Zones that never
 * change have no such days and are looked at all the same, on the days on which London does.
 */
const CLOCKS: readonly [string, string, string, number, number][] = [
  ['Europe/London', '2026-03-29', '2026-10-25', 0, 1],
  ['Europe/Berlin', '2026-03-29', '2026-10-25', 1, 2],
  ['America/New_York', '2026-03-08', '2026-11-01', -5, -4],
  ['America/St_Johns', '2026-03-08', '2026-11-01', -3.5, -2.5],
  ['America/Santiago', '2026-09-06', '2026-04-05', -4, -3],
  ['Africa/Cairo', '2026-04-24', '2026-10-30', 2, 3],
  ['Asia/Jerusalem', '2026-03-27', '2026-10-25', 2, 3],
  ['Australia/Sydney', '2026-10-04', '2026-04-05', 10, 11],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05', 10.5, 11],
  ['Pacific/Auckland', '2026-09-27', '2026-04-05', 12, 13],
  ['Asia/Kolkata', '2026-03-29', '2026-10-25', 5.5, 5.5],
  ['America/Phoenix', '2026-03-29', '2026-10-25', -7, -7],
  ['Asia/Dubai', '2026-03-29', '2026-10-25', 4, 4],
];

describe('opening hours when the clocks change', () => {
  /** The instant at which the clock shows this, worked out by hand from the hours ahead of UTC. */
  const at = (date: string, time: string, ahead: number, plusMs = 0) =>
    new Date(Date.parse(`${date}T${time}:00.000Z`) - ahead * 3_600_000 + plusMs).toISOString();
  const next = (date: string, days: number) =>
    new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
  for (const [zone, spring, autumn, winter, summer] of CLOCKS) {
    for (const [way, date, before, after] of [
      ['forward', spring, winter, summer],
      ['back', autumn, summer, winter],
    ] as const) {
      it(`${zone}, ${way} on ${date}: by day, through the night, past midnight, over a holiday`, () => {
        const eve = next(date, -1);
        const office = { zone, open: ['Mon-Sun 09:00-17:30'] };
        assert.equal(isOpen(office, at(eve, '09:00', before)), true);
        assert.equal(isOpen(office, at(eve, '09:00', before, -1)), false);
        assert.equal(isOpen(office, at(date, '09:00', after)), true);
        assert.equal(isOpen(office, at(date, '09:00', after, -1)), false);
        assert.equal(isOpen(office, at(date, '17:30', after, -1)), true);
        assert.equal(isOpen(office, at(date, '17:30', after)), false);
        assert.equal(opensAt(office, at(eve, '17:30', before)), at(date, '09:00', after));
        // From Saturday evening to Sunday morning the shift is as much longer or shorter as the clocks say.
        const night = { zone, open: ['Mon-Sun 22:00-04:00'] };
        assert.equal(isOpen(night, at(eve, '22:00', before, -1)), false);
        for (const inside of [
          at(eve, '22:00', before),
          at(eve, '23:59', before),
          at(date, '04:00', after, -1),
        ])
          assert.equal(isOpen(night, inside), true, inside);
        assert.equal(isOpen(night, at(date, '04:00', after)), false);
        assert.equal(opensAt(night, at(date, '04:00', after)), at(date, '22:00', after));
        // The shift belongs to the day it begins on: a holiday on the day after does not end it.
        const holiday = { ...night, closed: [date] };
        assert.equal(isOpen(holiday, at(date, '04:00', after, -1)), true);
        assert.equal(opensAt(holiday, at(date, '04:00', after)), at(next(date, 1), '22:00', after));
        const shut = { ...night, closed: [eve] };
        assert.equal(isOpen(shut, at(date, '03:59', after)), false);
      });
    }
  }
});

describe('the next opening', () => {
  const rows: readonly [string, string, string][] = [
    ['is now while open', '2026-11-23T15:12:00.000Z', '2026-11-23T15:12:00.000Z'],
    ['is now at the minute of opening', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['is tomorrow at the minute of closing', '2026-11-23T17:30:00.000Z', '2026-11-24T09:00:00.000Z'],
    ['is Monday on Saturday afternoon', '2026-11-21T14:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['passes over a closed day', '2026-12-24T18:00:00.000Z', '2026-12-26T10:00:00.000Z'],
    ['moves with summer time', '2026-03-28T15:00:00.000Z', '2026-03-30T08:00:00.000Z'],
  ];
  for (const [name, at, next] of rows) {
    it(name, () => assert.equal(opensAt(WEEK, at), next));
  }
  it('is within a shift that began yesterday', () => {
    const night = { zone: 'UTC', open: ['Fri 18:00-02:00'] };
    assert.equal(isOpen(night, '2026-11-21T01:59:00.000Z'), true);
    assert.equal(isOpen(night, '2026-11-21T02:00:00.000Z'), false);
  });
  it('is always without hours, or with hours that nobody can read', () => {
    assert.equal(isOpen(undefined, '2026-11-22T03:00:00.000Z'), true);
    assert.equal(isOpen({ zone: 'UTC', open: ['whenever'] }, '2026-11-22T03:00:00.000Z'), true);
  });
  it('is never when it is no time', () => {
    assert.equal(opensAt(WEEK, 'tomorrow'), undefined);
    assert.equal(isOpen(WEEK, ''), false);
  });
  it('takes an unknown zone as UTC', () => {
    const hours = { zone: 'Atlantis/Capital', open: ['Mon 09:00-10:00'] };
    assert.equal(opensAt(hours, '2026-11-22T00:00:00.000Z'), '2026-11-23T09:00:00.000Z');
  });
});
