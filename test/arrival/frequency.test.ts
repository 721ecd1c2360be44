import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mannersOf, type Moment } from '../../src/arrival/frequency.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { playbookWith } from '../qualification/answered.js';

const AT = '2026-11-24T10:00:00.000Z'; // a Tuesday
const CALM: Moment = {
  at: AT,
  path: '/pricing',
  shown: { times: 0 },
  isSmall: false,
  hasTalked: false,
  isOpen: true,
  isTyping: false,
  isCovered: false,
};
const said = (moment: Partial<Moment>, parts: Partial<Playbook> = {}): string => {
  const manners = mannersOf(playbookWith([], undefined, parts), { ...CALM, ...moment });
  return manners.may ? 'may' : `${manners.passing ? 'later: ' : ''}${manners.because}`;
};

describe('whether something may appear by itself', () => {
  const rows: readonly [string, Partial<Moment>, Partial<Playbook>, RegExp][] = [
    ['on a calm page', {}, {}, /^may$/],
    ['where the playbook hides it', { path: '/jobs/1' }, { welcome: { hide: ['/jobs*'] } }, /^"hide" names/],
    ['to somebody who talks', { hasTalked: true }, {}, /^This visitor has talked/],
    [
      'after it was dismissed, however long ago',
      { shown: { times: 1, dismissedAt: '2026-01-02T09:00:00Z' } },
      {},
      /^It was dismissed on 2026-01-02/,
    ],
    ['a day later', { shown: { times: 2, at: '2026-11-23T10:00:00.000Z' } }, {}, /^may$/],
    [
      'less than a day later',
      { shown: { times: 1, at: '2026-11-23T10:00:00.001Z' } },
      {},
      /rests for 1 day\.$/,
    ],
    ['without a pause', { shown: { times: 1, at: AT } }, { welcome: { pauseDays: 0 } }, /^may$/],
    ['a fourth time', { shown: { times: 3 } }, {}, /^It was shown 3 times, and 3 times is all\.$/],
    [
      'a third time, where twice is all',
      { shown: { times: 2 } },
      { welcome: { atMost: 2 } },
      /shown twice, and twice is all/,
    ],
    ['again on a small screen', { shown: { times: 1 }, isSmall: true }, {}, /once is all on a small screen/],
    ['in opening hours', {}, { welcome: { whenOpen: true } }, /^may$/],
    ['while nobody is there', { isOpen: false }, { welcome: { whenOpen: true } }, /^later: Nobody is there/],
    ['while nobody is there, where that does not matter', { isOpen: false }, {}, /^may$/],
    ['over a box in use', { isTyping: true }, {}, /^later: The visitor is in a box/],
    ['over a banner', { isCovered: true }, {}, /^later: Something of the page/],
  ];
  for (const [name, moment, parts, words] of rows) it(name, () => assert.match(said(moment, parts), words));

  it('says what lasts before what passes', () => {
    assert.match(said({ isTyping: true, hasTalked: true }), /^This visitor/);
  });
});
