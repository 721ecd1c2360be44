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
