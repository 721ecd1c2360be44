import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Hours } from '../../src/routing/hours.js';
import { isOpen } from '../../src/routing/hours.js';
import { minutesAhead, slotsFor, type SlotTerms } from '../../src/routing/slots.js';

const HOUR_MS = 3_600_000;
const OFFICE: Hours = { zone: 'Europe/London', open: ['Mon-Fri 09:00-17:30'], closed: ['2026-12-25'] };

const slots = (given: Partial<SlotTerms>) =>
  slotsFor({
    hours: OFFICE,
    from: '2026-11-23T08:00:00.000Z',
    leadTime: '30 minutes',
    minutes: 15,
    every: 30,
    days: 1,
    ...given,
  });
const starts = (given: Partial<SlotTerms>) => slots(given).map(({ start }) => start.slice(5, 16));

describe('times to ask for', () => {
  it('are cut out of the opening hours, after the notice that people need', () => {
    assert.deepEqual(starts({ hours: { zone: 'UTC', open: ['Mon 09:00-11:00'] } }), [
      '11-23T09:30',
      '11-23T10:00',
      '11-23T10:30',
    ]);
  });
  it('end before closing', () => {
    const last = slots({ minutes: 45 }).at(-1);
    assert.equal(last?.end, '2026-11-23T17:15:00.000Z');
  });
  it('count notice in opening hours, over the night and over a holiday', () => {
    assert.equal(starts({ from: '2026-11-23T17:20:00.000Z', leadTime: '1 hour' })[0], '11-24T10:00');
    assert.equal(starts({ from: '2026-12-24T17:20:00.000Z', leadTime: '1 hour' })[0], '12-28T10:00');
    assert.equal(starts({ from: '2026-11-23T10:00:00.000Z', leadTime: '1 business day' })[0], '11-24T10:00');
  });
  it('stand on as many open days as are asked for', () => {
    const days = new Set(starts({ from: '2026-11-26T10:00:00.000Z', days: 3 }).map((at) => at.slice(0, 5)));
    assert.deepEqual([...days], ['11-26', '11-27', '11-30']);
  });
  it('leave out what is taken, also in part, and a day that is full', () => {
    const hours = { zone: 'UTC', open: ['Mon-Tue 09:00-10:30'] };
    const taken = [{ start: '2026-11-23T09:40:00.000Z', end: '2026-11-23T10:05:00.000Z' }];
    assert.deepEqual(starts({ hours, taken, leadTime: '0 minutes' }), ['11-23T09:00']);
    const full = [{ start: '2026-11-23T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' }];
    assert.deepEqual(starts({ hours, taken: full }), ['11-24T09:00', '11-24T09:30', '11-24T10:00']);
  });
  it('are each there once where hours overlap', () => {
    const hours = { zone: 'UTC', open: ['Mon 09:00-10:30', 'Mon 09:30-11:00'] };
    const found = starts({ hours, from: '2026-11-22T10:00:00.000Z', leadTime: '1 minute' });
    assert.deepEqual(found, [...new Set(found)].sort());
  });
  it('go on past midnight, as part of the evening they began on', () => {
    const hours = { zone: 'UTC', open: ['Fri 22:00-02:00'] };
    const night = starts({ hours, from: '2026-11-20T20:00:00.000Z', every: 60, leadTime: '1 minute' });
    assert.deepEqual(night, ['11-20T23:00', '11-21T00:00', '11-21T01:00']);
  });
  it('are none without readable hours, a readable time, or anybody there', () => {
    for (const hours of [undefined, { zone: 'UTC', open: [] }, { zone: 'UTC', open: ['always'] }])
      assert.deepEqual(slots({ hours }), []);
    assert.deepEqual(slots({ from: 'soon' }), []);
  });
  it('never fill the page, whatever a playbook says', () => {
    const always = { zone: 'UTC', open: ['Mon-Sun 00:00-24:00'] };
    for (const every of [0, -5, 0.001, Number.NaN])
      assert.ok(slots({ hours: always, every, minutes: 0, days: 10_000 }).length <= 400);
  });

  it('are always open, from their beginning to their end, and not before they may be', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const lines = fc.constantFrom('Mon-Fri 09:00-17:30', 'Sat 10:00-12:00', 'Fri-Sat 20:00-04:00');
    fc.assert(
      fc.property(
        zones,
        fc.uniqueArray(lines, { minLength: 1 }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom(10, 15, 30, 45, 60),
        (zone, open, date, minutes) => {
          const hours = { zone, open };
          const from = date.toISOString();
          for (const { start, end } of slots({ hours, from, minutes, days: 3 })) {
            assert.ok(start >= from);
            assert.ok(isOpen(hours, start), start);
            assert.ok(isOpen(hours, new Date(Date.parse(end) - 1).toISOString()), end);
            assert.equal(Date.parse(end) - Date.parse(start), minutes * 60_000);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Zone, first morning of summer time and of winter time in 2026, and hours ahead of UTC in winter and summer. */
const CHANGES: readonly [string, string, string, number, number][] = [
  ['Europe/London', '2026-03-29', '2026-10-25', 0, 1],
  ['Europe/Berlin', '2026-03-29', '2026-10-25', 1, 2],
  ['Asia/Beirut', '2026-03-29', '2026-10-25', 2, 3],
  ['Asia/Jerusalem', '2026-03-27', '2026-10-25', 2, 3],
  ['Africa/Cairo', '2026-04-24', '2026-10-30', 2, 3],
  ['America/New_York', '2026-03-08', '2026-11-01', -5, -4],
  ['America/Los_Angeles', '2026-03-08', '2026-11-01', -8, -7],
  ['America/St_Johns', '2026-03-08', '2026-11-01', -3.5, -2.5],
  ['America/Santiago', '2026-09-06', '2026-04-05', -4, -3],
  ['Australia/Sydney', '2026-10-04', '2026-04-05', 10, 11],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05', 10.5, 11],
  ['Pacific/Auckland', '2026-09-27', '2026-04-05', 12, 13],
];

describe('times to ask for when the clocks change', () => {
  /** The instant at which the clock shows `time` on `date`, worked out by hand from the hours ahead of UTC. */
  const at = (date: string, time: string, ahead: number) =>
    new Date(Date.parse(`${date}T${time}:00.000Z`) - ahead * HOUR_MS).toISOString();
  const dayBefore = (date: string) =>
    new Date(Date.parse(`${date}T00:00:00.000Z`) - 24 * HOUR_MS).toISOString().slice(0, 10);

  for (const [zone, spring, autumn, winter, summer] of CHANGES) {
    for (const [season, date, before, after] of [
      ['forward', spring, winter, summer],
      ['back', autumn, summer, winter],
    ] as const) {
      it(`${zone}, ${season} on ${date}`, () => {
        const eve = dayBefore(date);
        const from = at(eve, '08:00', before);
        const office = slots({
          hours: { zone, open: ['Mon-Sun 09:00-09:30'] },
          from,
          leadTime: '0 minutes',
          days: 2,
        });
        assert.deepEqual(
          office.map(({ start }) => start),
          [at(eve, '09:00', before), at(date, '09:00', after)],
        );
        // The night in between is shorter or longer by what the clocks change.
        const night = slots({
          hours: { zone, open: ['Mon-Sun 22:00-04:00'] },
          from,
          leadTime: '0 minutes',
          minutes: 30,
        });
        assert.equal(night.length, 2 * (6 + before - after));
        assert.equal(night[0]?.start, at(eve, '22:00', before));
        assert.equal(night.at(-1)?.end, at(date, '04:00', after));
        assert.equal(new Set(night.map(({ start }) => start)).size, night.length);
      });
    }
  }
});

describe('how far two clocks are apart', () => {
  const rows: readonly [string, string, string, number][] = [
    ['Europe/London', 'Asia/Kolkata', '2026-11-24T14:00:00.000Z', -330],
    ['Europe/London', 'Asia/Kolkata', '2026-07-24T14:00:00.000Z', -270],
    ['Europe/London', 'Europe/London', '2026-11-24T14:00:00.000Z', 0],
    ['Europe/London', 'America/New_York', '2026-03-20T14:00:00.000Z', 240],
    ['Pacific/Auckland', 'America/Los_Angeles', '2026-11-24T14:00:00.000Z', 1260],
    ['Europe/London', 'Mars/Olympus', '2026-07-24T14:00:00.000Z', 60],
    ['Europe/London', 'Asia/Kolkata', 'never', 0],
  ];
  for (const [zone, other, when, minutes] of rows) {
    it(`${zone} and ${other} at ${when}: ${minutes} minutes`, () =>
      assert.equal(minutesAhead(zone, other, when), minutes));
  }
});
