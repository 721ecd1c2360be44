import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dueAt } from '../../src/routing/due.js';
import { isOpen } from '../../src/routing/hours.js';
import type { Routing } from '../../src/playbook/schema.js';

const OFFICE = ['Mon-Fri 09:00-17:30'];
const within = (
  answerWithin: string,
  zone = 'Europe/London',
  open = OFFICE,
  closed: string[] = [],
): Routing => ({
  answerWithin,
  hours: { zone, open, closed },
});

describe('when an answer is due', () => {
  const london = within('30 minutes');
  const rows: readonly [string, Routing, string, string | undefined][] = [
    ['in 30 minutes while open', london, '2026-11-23T15:12:04.000Z', '2026-11-23T15:42:04.000Z'],
    [
      'at closing time when that is just enough',
      london,
      '2026-11-23T17:00:00.000Z',
      '2026-11-23T17:30:00.000Z',
    ],
    ['the rest of it tomorrow', london, '2026-11-23T17:10:00.000Z', '2026-11-24T09:10:00.000Z'],
    [
      'after Monday’s opening when asked for at the weekend',
      london,
      '2026-11-21T12:00:00.000Z',
      '2026-11-23T09:30:00.000Z',
    ],
    [
      'after the holidays',
      within('1 hour', 'Europe/London', OFFICE, ['2026-12-25', '2026-12-28']),
      '2026-12-24T17:00:00.000Z',
      '2026-12-29T09:30:00.000Z',
    ],
    ['over several days', within('20 hours'), '2026-11-23T09:00:00.000Z', '2026-11-25T12:00:00.000Z'],
    [
      'over lunch',
      within('2 hours', 'UTC', ['Mon 09:00-12:00, 13:00-17:00']),
      '2026-11-23T11:30:00.000Z',
      '2026-11-23T14:30:00.000Z',
    ],
    [
      'past midnight',
      within('3 hours', 'UTC', ['Fri 18:00-02:00']),
      '2026-11-20T23:30:00.000Z',
      '2026-11-27T18:30:00.000Z',
    ],
    [
      'once, where hours overlap',
      within('2 hours', 'UTC', ['Mon 09:00-12:00', 'Mon 11:00-12:30', 'Tue 09:00-17:00']),
      '2026-11-23T11:00:00.000Z',
      '2026-11-24T09:30:00.000Z',
    ],
    ['at once for nothing', within('0 minutes'), '2026-11-22T12:00:00.000Z', '2026-11-23T09:00:00.000Z'],

    ['London, forward on Sunday 29 March', london, '2026-03-27T17:15:00.000Z', '2026-03-30T08:15:00.000Z'],
    ['London, back on Sunday 25 October', london, '2026-10-23T16:15:00.000Z', '2026-10-26T09:15:00.000Z'],
    [
      'London, through the night that is an hour short',
      within('4 hours', 'Europe/London', ['Sat 23:00-04:00']),
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T03:00:00.000Z',
    ],
    [
      'London, through the night that is an hour long',
      within('6 hours', 'Europe/London', ['Sat 23:00-04:00']),
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T04:00:00.000Z',
    ],
    [
      'London, opening in the hour that is skipped',
      within('10 minutes', 'Europe/London', ['Sun 01:30-03:00']),
      '2026-03-28T12:00:00.000Z',
      '2026-03-29T01:40:00.000Z',
    ],
    [
      'London, opening in the hour that comes twice',
      within('10 minutes', 'Europe/London', ['Sun 01:30-03:00']),
      '2026-10-24T12:00:00.000Z',
      '2026-10-25T00:40:00.000Z',
    ],
    [
      'New York, forward on Sunday 8 March',
      within('1 hour', 'America/New_York'),
      '2026-03-06T22:00:00.000Z',
      '2026-03-09T13:30:00.000Z',
    ],
    [
      'New York, back on Sunday 1 November',
      within('1 hour', 'America/New_York'),
      '2026-10-30T21:00:00.000Z',
      '2026-11-02T14:30:00.000Z',
    ],
    [
      'New York, round the clock over the change',
      within('24 hours', 'America/New_York', ['Mon-Sun 00:00-24:00']),
      '2026-03-07T17:00:00.000Z',
      '2026-03-08T17:00:00.000Z',
    ],
    [
      'Kolkata, half an hour off and never changing',
      within('30 minutes', 'Asia/Kolkata'),
      '2026-03-27T11:50:00.000Z',
      '2026-03-30T03:50:00.000Z',
    ],
    [
      'Kolkata, in the autumn likewise',
      within('30 minutes', 'Asia/Kolkata'),
      '2026-10-30T11:50:00.000Z',
      '2026-11-02T03:50:00.000Z',
    ],

    [
      'a business day later at the same time',
      within('1 business day'),
      '2026-11-23T15:12:04.000Z',
      '2026-11-24T15:12:04.000Z',
    ],
    [
      'a business day after Friday is Monday',
      within('1 business day'),
      '2026-11-20T15:00:00.000Z',
      '2026-11-23T15:00:00.000Z',
    ],
    [
      'a business day counts from the next opening',
      within('1 business day'),
      '2026-11-21T15:00:00.000Z',
      '2026-11-24T09:00:00.000Z',
    ],
    [
      'a business day keeps the time on the wall',
      within('1 business day'),
      '2026-03-27T15:00:00.000Z',
      '2026-03-30T14:00:00.000Z',
    ],
    [
      'three business days pass over a holiday',
      within('3 business days', 'UTC', OFFICE, ['2026-12-25']),
      '2026-12-23T12:00:00.000Z',
      '2026-12-29T12:00:00.000Z',
    ],
    [
      'a business day ends when that day closes',
      within('1 business day', 'UTC', ['Fri 09:00-17:00', 'Sat 10:00-14:00']),
      '2026-11-20T16:00:00.000Z',
      '2026-11-21T14:00:00.000Z',
    ],
    [
      'a business day begins when that day opens',
      within('1 business day', 'UTC', ['Fri 09:00-17:00', 'Sat 10:00-14:00']),
      '2026-11-20T09:30:00.000Z',
      '2026-11-21T10:00:00.000Z',
    ],
    [
      'a business day does not end during lunch',
      within('1 business day', 'UTC', ['Mon 09:00-17:00', 'Tue 09:00-12:00, 13:00-17:00']),
      '2026-11-23T12:30:00.000Z',
      '2026-11-24T13:00:00.000Z',
    ],
    [
      'no business day is from the next opening on',
      within('0 business days'),
      '2026-11-21T15:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
    ],

    [
      'on the clock without hours',
      { answerWithin: '30 minutes' },
      '2026-11-22T03:00:00.000Z',
      '2026-11-22T03:30:00.000Z',
    ],
    [
      'Monday to Friday without hours',
      { answerWithin: '1 business day' },
      '2026-11-20T15:00:00.000Z',
      '2026-11-23T15:00:00.000Z',
    ],
    [
      'never without answerWithin',
      { hours: { zone: 'UTC', open: OFFICE } },
      '2026-11-23T15:00:00.000Z',
      undefined,
    ],
    ['never for "soon"', within('soon'), '2026-11-23T15:00:00.000Z', undefined],
    ['never for what is no time', london, 'now', undefined],
    ['never when it is open too seldom', within('500000 hours'), '2026-11-23T15:00:00.000Z', undefined],
  ];
  for (const [name, routing, from, due] of rows) {
    it(name, () => assert.equal(dueAt(routing, from), due));
  }
  it('never without routing', () => assert.equal(dueAt(undefined, '2026-11-23T15:00:00.000Z'), undefined));

  const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  const moments = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 11) }).map((ms) => new Date(ms));

  it('is never before it was asked for, and never later for less time', () => {
    fc.assert(
      fc.property(moments, zones, fc.nat(400), fc.nat(400), (from, zone, a, b) => {
        const [short, long] = [a, b]
          .toSorted((x, y) => x - y)
          .map((minutes) => dueAt(within(`${minutes} minutes`, zone), from.toISOString()) ?? '');
        assert.ok(short !== undefined && long !== undefined);
        assert.ok(from.toISOString() <= short && short <= long);
      }),
      { numRuns: 200 },
    );
  });

  it('falls into opening hours', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 1, max: 900 }), (from, zone, minutes) => {
        const routing = within(`${minutes} minutes`, zone);
        const due = dueAt(routing, from.toISOString());
        const justBefore = new Date(Date.parse(due ?? '') - 1).toISOString();
        assert.ok(isOpen(routing.hours, justBefore));
      }),
      { numRuns: 200 },
    );
  });
});
