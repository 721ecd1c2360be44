import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firedIn, waitsOf, waitWords, type PageContext } from '../../src/arrival/triggers.js';
import type { Trigger } from '../../src/playbook/schema.js';

const NOTHING: PageContext = {
  path: '/pricing',
  seconds: 0,
  scrolled: 0,
  left: false,
  idleSeconds: 0,
  seen: new Set(),
  clicked: new Set(),
  returning: false,
  arrival: 'ad',
};

describe('a trigger', () => {
  const rows: readonly [string, Trigger, Partial<PageContext>, RegExp][] = [
    [
      'a page',
      { page: '/pricing*' },
      { path: '/pricing/teams' },
      /a page like \/pricing\*; this is \/careers/,
    ],
    ['time', { afterSeconds: 15 }, { seconds: 15 }, /15 seconds more on the page/],
    ['scrolling', { atScroll: 50 }, { scrolled: 50 }, /50 % of the page scrolled; so far 0 %/],
    ['leaving', { onExit: true }, { left: true }, /leave through the top/],
    ['rest', { idleSeconds: 30 }, { idleSeconds: 30 }, /30 seconds more without a move/],
    ['something in view', { visible: '#plans' }, { seen: new Set(['#plans']) }, /#plans to come into view/],
    ['a click', { clicked: '.buy' }, { clicked: new Set(['.buy']) }, /a click on \.buy/],
    ['who was here', { returning: true }, { returning: true }, /somebody who was here before/],
    [
      'a kind',
      { arrival: 'newsletter' },
      { arrival: 'newsletter' },
      /came by newsletter; this one came by ad/,
    ],
    ['kinds', { arrival: ['search', 'booth'] }, { arrival: 'booth' }, /came by search or booth/],
  ];
  for (const [name, trigger, done, words] of rows) {
    it(`waits for ${name}, says so, and then fires`, () => {
      const before = { ...NOTHING, ...(trigger.page && { path: '/careers' }) };
      assert.match(
        waitsOf(trigger, before)
          .map((wait) => wait.words)
          .join(),
        words,
      );
      assert.deepEqual(waitsOf(trigger, { ...NOTHING, ...done }), []);
    });
  }

  it('waits for everything it names', () => {
    const trigger = { afterSeconds: 10, atScroll: 30 };
    assert.equal(waitsOf(trigger, { ...NOTHING, seconds: 10 }).length, 1);
    assert.equal(waitsOf(trigger, { ...NOTHING, scrolled: 100 }).length, 1);
    assert.deepEqual(waitsOf(trigger, { ...NOTHING, seconds: 10, scrolled: 30 }), []);
  });
  it('that names nothing fires at once, and false asks for nothing', () => {
    assert.deepEqual(waitsOf({ onExit: false }, NOTHING), []);
    assert.equal(waitsOf({ returning: false }, { ...NOTHING, returning: true }).length, 1);
  });

  const placed = [
    { name: 'late', trigger: { afterSeconds: 60 } },
    { name: 'other', trigger: { page: '/jobs', afterSeconds: 1 } },
    { name: 'soon', trigger: { afterSeconds: 5.5 } },
  ];
  it('that stands first fires first', () => {
    assert.equal(firedIn(placed, NOTHING), undefined);
    assert.equal(firedIn(placed, { ...NOTHING, seconds: 6 })?.name, 'soon');
    assert.equal(firedIn(placed, { ...NOTHING, seconds: 60 })?.name, 'late');
  });
  it('says in one sentence where it stands', () => {
    const words = placed.map((one) => waitWords(one, { ...NOTHING, seconds: 5 }));
    assert.deepEqual(words, [
      'late waits for 55 seconds more on the page.',
      'other is not for this page or visitor: it needs a page like /jobs; this is /pricing.',
      'soon waits for 1 second more on the page.',
    ]);
    assert.equal(waitWords({ name: 'x', trigger: {} }, NOTHING), 'x has all it waits for.');
  });
});
