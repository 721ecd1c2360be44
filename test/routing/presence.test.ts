import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Routing } from '../../src/playbook/schema.js';
import { isOpen, opensAt } from '../../src/routing/hours.js';
import { awayUntil, presenceOf } from '../../src/routing/owners.js';
import { slotsFor } from '../../src/routing/slots.js';

const ROUTING: Routing = {
  hours: { zone: 'Europe/London', open: ['Mon-Fri 09:00-17:30'], closed: ['2026-11-25'] },
  owners: {
    dana: { name: 'Dana' },
    greta: { name: 'Greta', hours: { zone: 'Europe/Berlin', open: ['Mon-Fri 08:00-12:00'] } },
    tom: { name: 'Tom', away: [{ from: '2026-11-23', to: '2026-11-24' }] },
    mei: {
      name: 'Mei',
      hours: { zone: 'Asia/Tokyo', open: ['Mon-Fri 09:00-18:00'], closed: ['2026-11-24'] },
      away: [{ from: '2026-11-26', to: '2027-01-04' }],
    },
    night: {
      name: 'Nils',
      hours: { zone: 'UTC', open: ['Mon-Sun 22:00-02:00'] },
      away: [{ from: '2026-11-25', to: '2026-11-25' }],
    },
    odd: { name: 'Odd', away: [{ from: 'soon', to: '2026-11-30' }] },
    gone: { name: 'Gone', away: [{ from: '1900-01-01', to: '9999-12-31' }] },
  },
};
/** Monday, 06:00 in London. */
const MONDAY = '2026-11-23T06:00:00.000Z';

describe('hours of whoever gets the lead', () => {
  const rows: readonly [string, string | null | undefined, string | undefined][] = [
    ['are everybody’s where nobody is named yet', undefined, '2026-11-23T09:00:00.000Z'],
    ['are everybody’s where nobody could be named', null, '2026-11-23T09:00:00.000Z'],
    ['are everybody’s for an owner that nobody knows', 'toString', '2026-11-23T09:00:00.000Z'],
    ['are everybody’s for an owner without any', 'dana', '2026-11-23T09:00:00.000Z'],
    ['are the owner’s own, in their zone', 'greta', '2026-11-23T07:00:00.000Z'],
    ['leave out absences, beside the days on which all is closed', 'tom', '2026-11-26T09:00:00.000Z'],
    ['go on with what is open now', 'mei', MONDAY],
    ['pass over an absence that cannot be read', 'odd', '2026-11-23T09:00:00.000Z'],
    ['are never for whoever is always away', 'gone', undefined],
  ];
  for (const [name, owner, opens] of rows) {
    it(name, () => assert.equal(opensAt(presenceOf(ROUTING, owner, MONDAY), MONDAY), opens));
  }

  it('are undefined where there are none', () => {
    assert.equal(presenceOf(undefined, 'tom', MONDAY), undefined);
    const { owners } = ROUTING;
    assert.equal(presenceOf({ owners }, 'tom', MONDAY), undefined);
    assert.equal(presenceOf({ owners }, 'greta', MONDAY)?.zone, 'Europe/Berlin');
  });

  it('count an absence by the owner’s calendar, first and last day included', () => {
    const hours = presenceOf(ROUTING, 'mei', MONDAY);
    // Tokyo is nine hours ahead.
    assert.equal(isOpen(hours, '2026-11-25T00:00:00.000Z'), true);
    assert.equal(opensAt(hours, '2026-11-25T09:00:00.000Z'), '2027-01-05T00:00:00.000Z');
  });

  it('let a night be worked to its end', () => {
    const hours = presenceOf(ROUTING, 'night', MONDAY);
    assert.equal(isOpen(hours, '2026-11-25T01:00:00.000Z'), true);
    assert.equal(opensAt(hours, '2026-11-25T02:00:00.000Z'), '2026-11-26T22:00:00.000Z');
  });

  it('give no time at which a lead would be passed over to somebody else', () => {
    const day = fc.integer({ min: 0, max: 60 });
    const dateOf = (n: number) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10);
    const absence = fc.tuple(day, day).map(([a, b]) => ({
      from: dateOf(Math.min(a, b)),
      to: dateOf(Math.max(a, b)),
    }));
    const zone = fc.constantFrom('Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London');
    fc.assert(
      fc.property(
        fc.array(absence, { maxLength: 4 }),
        zone,
        fc.integer({ min: 0, max: 40 * 24 }),
        (away, there, after) => {
          const from = new Date(Date.UTC(2026, 10, 1, after)).toISOString();
          const hours = { zone: there, open: ['Mon-Sun 00:00-24:00'] };
          const routing: Routing = { owners: { her: { name: 'Her', hours, away } } };
          const slots = slotsFor({
            hours: presenceOf(routing, 'her', from),
            from,
            leadTime: '1 minute',
            minutes: 60,
            every: 360,
            days: 5,
          });
          assert.ok(slots.length > 0);
          for (const { start } of slots) assert.equal(awayUntil(routing, 'her', start), undefined);
        },
      ),
    );
  });
});
