import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ageOf, cityOf, dayAndTime, dayOf, dueOf, initialsOf } from '../../demo/desk/words.js';

const LONDON = 'Europe/London';
const NOW = Date.parse('2026-11-23T15:12:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const table = <T>(
  name: string,
  rows: readonly (readonly [string, T, unknown])[],
  run: (input: T) => unknown,
) =>
  describe(name, () => {
    for (const [row, input, output] of rows) it(row, () => assert.deepEqual(run(input), output));
  });

table<number>(
  'age',
  [
    ['from the future', -5 * MINUTE, 'now'],
    ['seconds', 59_000, 'now'],
    ['minutes', 4 * MINUTE, '4 min'],
    ['just under an hour', HOUR - 1, '59 min'],
    ['hours', 23.9 * HOUR, '23 h'],
    ['days', 13 * DAY, '13 d'],
    ['weeks', 15 * DAY, '2 wk'],
  ],
  (passed) => ageOf(new Date(NOW - passed), NOW),
);

table<string>(
  'due',
  [
    ['in time', '2026-11-23T15:54:00Z', { state: 'soon', text: 'due in 42 min' }],
    ['at once', '2026-11-23T15:12:10Z', { state: 'soon', text: 'due in 1 min' }],
    ['late by minutes', '2026-11-23T15:07:00Z', { state: 'late', text: 'late by 5 min' }],
    ['late by hours', '2026-11-23T12:12:00Z', { state: 'late', text: 'late by 3 h' }],
    ['late by days', '2026-11-20T15:12:00Z', { state: 'late', text: 'late by 3 days' }],
    ['later today', '2026-11-23T17:10:00Z', { state: 'later', text: 'due today 17:10' }],
    ['tomorrow', '2026-11-24T09:30:00Z', { state: 'later', text: 'due tomorrow 09:30' }],
    ['in some days', '2026-11-26T09:30:00Z', { state: 'later', text: 'due Thu 26 Nov, 09:30' }],
    ['no date at all', '2026-99-99T99:99:99Z', { state: 'later', text: 'due at an unreadable time' }],
  ],
  (dueAt) => dueOf(dueAt, NOW, LONDON),
);

table<string>(
  'day and time in London',
  [
    ['today', '2026-11-23T00:30:00Z', 'today 00:30'],
    ['yesterday', '2026-11-22T23:59:00Z', 'yesterday 23:59'],
    ['this year', '2026-07-01T08:00:00Z', 'Wed 1 Jul, 09:00'],
    ['another year', '2027-01-04T09:00:00Z', 'Mon 4 Jan 2027, 09:00'],
    ['unreadable', 'soon', 'at an unreadable time'],
  ],
  (iso) => dayAndTime(iso, NOW, LONDON),
);

it('counts days on the calendar of the zone', () => {
  const late = Date.parse('2026-11-23T23:30:00Z');
  assert.equal(dayOf(late, late - HOUR, 'Europe/London'), 'today');
  assert.equal(dayOf(late, late - HOUR, 'Europe/Berlin'), 'tomorrow');
});

it('names a zone by its city', () => {
  assert.equal(cityOf('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  assert.equal(cityOf('UTC'), 'UTC');
});

table<string | null>(
  'initials',
  [
    ['one name', 'Tom', 'T'],
    ['two names', 'dana miller', 'DM'],
    ['many names', 'Ana de la Cruz', 'AC'],
    ['a family of emoji', '👩‍👩‍👧‍👦 Team', '👩‍👩‍👧‍👦T'],
    ['blanks', '  ', ''],
    ['nobody', null, ''],
  ],
  initialsOf,
);
