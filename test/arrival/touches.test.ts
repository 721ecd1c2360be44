import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivalFrom } from '../../src/arrival/arrival.js';
import { keptVisitsIn } from '../../src/arrival/kept-visits.js';
import { arrivalKnowing, visitsWith, type KnownVisits } from '../../src/arrival/touches.js';

const SITE = 'https://kestrel.example';
const page = (path: string, referrer = '', gpc = false) =>
  arrivalFrom({ url: SITE + path, landing: SITE + path, referrer, gpc });
const at = (day: number, minute = 0) => new Date(Date.UTC(2026, 10, day, 9, minute)).toISOString();

/** Pages one after the other: when, address, referrer. */
const visited = (
  ...pages: readonly (readonly [at: string, path: string, referrer?: string])[]
): KnownVisits => {
  let known: KnownVisits | null = null;
  for (const [when, path, referrer] of pages) known = visitsWith(known, page(path, referrer), when);
  assert.ok(known);
  return known;
};

const AD = '/haccp?utm_source=google&utm_campaign=haccp-uk&gclid=Cj0K';
const MAIL = '/?utm_source=news&utm_medium=email&utm_campaign=nov';

describe('visits', () => {
  it('are the same as long as no half hour is without a page', () => {
    assert.equal(visited([at(1), '/'], [at(1, 29), '/pricing'], [at(1, 58), '/']).visits, 1);
    assert.equal(visited([at(1), '/'], [at(1, 30), '/pricing']).visits, 2);
  });
  it('begin anew with another campaign, link or search, and not with a reload', () => {
    assert.equal(visited([at(1), AD], [at(1, 1), AD]).visits, 1);
    assert.equal(visited([at(1), AD], [at(1, 1), MAIL]).visits, 2);
    assert.equal(visited([at(1), '/'], [at(1, 1), '/', 'https://blog.example/']).visits, 2);
  });
  it('keep the first touch that was not direct for ever, and the last one through direct visits', () => {
    const { touches, visits } = visited([at(1), '/'], [at(2), MAIL], [at(3), AD], [at(4), '/pricing']);
    assert.equal(visits, 4);
    assert.deepEqual(
      [touches?.first, touches?.lastNonDirect, touches?.last].map((touch) => [touch?.kind, touch?.at]),
      [
        ['newsletter', at(2)],
        ['ad', at(3)],
        ['direct', at(4)],
      ],
    );
    assert.deepEqual(touches?.lastNonDirect?.clickIds, { gclid: 'Cj0K' });
  });
  it('have no first touch as long as all were direct', () => {
    assert.deepEqual(Object.keys(visited([at(1), '/'], [at(2), '/']).touches ?? {}), ['last']);
  });
  it('are counted and nothing more where the browser asks not to be tracked', () => {
    const first = visitsWith(null, page(AD, '', true), at(1));
    assert.deepEqual(first, { visits: 1, seenAt: at(1) });
    assert.deepEqual(visitsWith(first, page(AD, '', true), at(1, 5)), { visits: 1, seenAt: at(1, 5) });
    assert.equal(visitsWith(visited([at(1), AD]), page('/', '', true), at(2)).touches, undefined);
  });
  it('are not stopped by a clock that runs backwards or a time that is none', () => {
    assert.equal(visitsWith({ visits: 3, seenAt: 'soon' }, page('/'), at(1)).visits, 4);
    assert.equal(visitsWith({ visits: 3, seenAt: at(2) }, page('/'), at(1)).visits, 3);
  });
});

describe('an arrival with what is known of visits', () => {
  it('is that of the landing page on every later page of the visit', () => {
    const known = visited([at(1), AD], [at(1, 3), '/pricing']);
    const { kind, landing, page: here, clickIds, visits } = arrivalKnowing(page('/pricing'), known);
    assert.deepEqual([kind, clickIds, visits], ['ad', { gclid: 'Cj0K' }, undefined]);
    assert.match(landing, /\/haccp\?/);
    assert.equal(here, `${SITE}/pricing`);
  });
  it('is returning where somebody comes back directly, and says what brought them before', () => {
    const arrival = arrivalKnowing(page('/pricing'), visited([at(1), MAIL], [at(2), '/pricing']));
    assert.deepEqual([arrival.kind, arrival.visits], ['returning', 2]);
    assert.equal(arrival.touches?.first?.kind, 'newsletter');
  });
  it('stays an ad’s where somebody comes back by an ad', () => {
    const arrival = arrivalKnowing(page(AD), visited([at(1), '/'], [at(2), AD]));
    assert.deepEqual([arrival.kind, arrival.visits], ['ad', 2]);
  });
  it('is as it was on a first visit', () => {
    assert.deepEqual(arrivalKnowing(page(AD), visited([at(1), AD])), page(AD));
  });
});

describe('what a device remembered', () => {
  const known = { ...visited([at(1), MAIL], [at(2), AD]), variants: { kestrel: { greeting: 'b' } } };
  it('reads as it was written', () => {
    assert.deepEqual(keptVisitsIn(JSON.parse(JSON.stringify({ ...known, expiresAt: 1 }))), known);
  });
  it('is nothing where somebody else wrote there', () => {
    for (const value of [null, 7, 'x', [], {}, { visits: 0, seenAt: at(1) }, { visits: 2, seenAt: 'now' }])
      assert.equal(keptVisitsIn(value), null);
  });
  it('leaves out touches and variants of the wrong shape, and cuts what is too long', () => {
    const touches = {
      last: { ...known.touches?.last, utm: { a: 'x'.repeat(999), b: 5 } },
      first: { kind: 'x' },
    };
    const read = keptVisitsIn({ ...known, touches, variants: { p: 3 } });
    assert.deepEqual(read?.variants, { p: {} });
    assert.deepEqual(Object.keys(read?.touches ?? {}), ['last']);
    assert.deepEqual(read?.touches?.last.utm, { a: 'x'.repeat(500) });
    assert.equal(keptVisitsIn({ ...known, touches: { first: known.touches?.first } })?.touches, undefined);
  });
});
