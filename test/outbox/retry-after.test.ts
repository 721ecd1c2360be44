import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { retryAfterMs } from '../../src/outbox/retry-after.js';

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);
const DAY = 86_400_000;
const at = (ms: number) => new Date(NOW + ms).toUTCString();

describe('retryAfterMs', () => {
  const rows: readonly (readonly [string, string | null, string | null, number | undefined])[] = [
    ['seconds', '120', null, 120_000],
    ['seconds with spaces around', ' 120 ', null, 120_000],
    ['zero', '0', null, 0],
    ['a thousand million seconds, clamped later', '1000000000', null, 1e12],
    ['the larger one of a header sent twice', '5, 60', null, 60_000],
    ['a date', at(90_000), null, 90_000],
    ['a date already past', at(-90_000), null, 0],
    ['a date by a receiver whose clock is a day ahead', at(DAY + 30_000), at(DAY), 30_000],
    ['a date by a receiver whose clock is a day behind', at(-DAY + 30_000), at(-DAY), 30_000],
    ['a date beside an unreadable Date header', at(30_000), 'yesterday', 30_000],
    ['an obsolete RFC 850 date', 'Monday, 23-Nov-26 12:00:45 GMT', null, undefined],
    ['an obsolete asctime date', 'Mon Nov 23 12:00:45 2026', null, undefined],
    ['nothing', null, null, undefined],
    ['an empty header', '', null, undefined],
    ['a negative number', '-5', null, undefined],
    ['an exponent', '1e9', null, undefined],
    ['a fraction', '1.5', null, undefined],
    ['hexadecimal', '0x10', null, undefined],
    ['a word', 'soon', null, undefined],
    ['a word with a number, which Date.parse takes for a year', 'banana 5', null, undefined],
    ['an ISO date, which HTTP does not know', '2026-11-23T12:01:00Z', null, undefined],
    ['a date that does not exist', 'Mon, 99 Nov 2026 12:00:00 GMT', null, undefined],
    ['a month that does not exist', 'Mon, 23 Foo 2026 12:00:00 GMT', null, undefined],
    ['two dates', `${at(1)}, ${at(2)}`, null, undefined],
  ];
  for (const [name, header, date, expected] of rows) {
    it(`reads ${name}: ${String(expected)}`, () => assert.equal(retryAfterMs(header, date, NOW), expected));
  }

  it('answers any text with nothing or a number of milliseconds from 0', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (header, date) => {
        const wait = retryAfterMs(header, date, NOW);
        return wait === undefined || (wait >= 0 && Number.isFinite(wait));
      }),
    );
  });
});
