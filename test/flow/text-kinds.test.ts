import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { cleanText, cutText } from '../../src/flow/kinds/clean-text.js';
import type { Step } from '../../src/playbook/schema.js';

const parse = (raw: string, step: Partial<Step> = {}) =>
  parseAnswer({ id: 'a', kind: 'text', ...step }, raw, [], 'en');
const valueOf = (raw: string, step?: Partial<Step>) => {
  const parsed = parse(raw, step);
  return parsed.ok ? parsed.value : parsed.code;
};
const family = '👩‍👩‍👧‍👦';

const rows: readonly (readonly [name: string, raw: string, step: Partial<Step>, expected: string])[] = [
  ['keeps an apostrophe', 'O’Connor', {}, 'O’Connor'],
  ['keeps Chinese', '李', {}, '李'],
  ['keeps Arabic', 'محمد', {}, 'محمد'],
  ['keeps the word Null', 'Null', {}, 'Null'],
  ['keeps markup as text', '<b>x</b> {{7*7}}', {}, '<b>x</b> {{7*7}}'],
  ['keeps an emoji family whole', family, {}, family],
  ['keeps direction marks', 'a\u202eb', {}, 'a\u202eb'],
  ['keeps joiners of Persian words', 'می\u200cخواهم', {}, 'می\u200cخواهم'],
  ['composes accents', 'Jose\u0301', {}, 'Jos\u00e9'],
  ['takes spaces off the ends', '  a  ', {}, 'a'],
  ['makes one line of several', 'a\r\n b\n\nc', {}, 'a b c'],
  ['keeps the lines of a long text', 'a\r\nb\rc\n', { kind: 'longText' }, 'a\nb\nc'],
  ['takes control characters out', 'a\0b\u0007\u009fc\u007f', {}, 'abc'],
  ['keeps tabs of a long text', 'a\tb', { kind: 'longText' }, 'a\tb'],
  ['replaces half a surrogate pair', 'a\ud83d!', {}, 'a\ufffd!'],
  ['replaces the other half', 'a\udc69!', {}, 'a\ufffd!'],
  ['refuses nothing', '', {}, 'text.empty'],
  ['refuses spaces', ' \n\t ', {}, 'text.empty'],
  ['refuses control characters alone', '\0\u0001', { kind: 'longText' }, 'text.empty'],
  ['takes 400 characters', 'x'.repeat(400), {}, 'x'.repeat(400)],
  ['refuses 401 characters', 'x'.repeat(401), {}, 'text.too-long'],
  ['counts what is visible', family.repeat(400), {}, family.repeat(400)],
  ['refuses one family too many', family.repeat(401), {}, 'text.too-long'],
  ['takes 4,000 characters of a long text', 'x'.repeat(4000), { kind: 'longText' }, 'x'.repeat(4000)],
  ['refuses 4,001 of them', 'x'.repeat(4001), { kind: 'longText' }, 'text.too-long'],
  ['takes the step’s limit', 'abcdef', { max: 5 }, 'text.too-long'],
  ['takes a step’s larger limit', 'x'.repeat(900), { max: 1000 }, 'x'.repeat(900)],
  ['refuses a letter under 40,000 marks', `a${'\u0301'.repeat(40_000)}`, {}, 'text.too-long'],
];

describe('a text', () => {
  for (const [name, raw, step, expected] of rows) it(name, () => assert.equal(valueOf(raw, step), expected));

  it('says how long it may be', () => {
    assert.deepEqual(parse('abcdef', { max: 5 }), { ok: false, code: 'text.too-long', values: { max: 5 } });
  });

  it('is shown as it is kept', () => {
    assert.deepEqual(parse(' a '), { ok: true, value: 'a', label: 'a' });
  });

  it('of ten megabytes is refused without being looked through', () => {
    assert.equal(valueOf('é'.repeat(10_000_000), { kind: 'longText' }), 'text.too-long');
  });

  it('comes out as it went in, but for its form and what is invisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (text) => {
        const clean = text
          .normalize('NFC')
          .replace(/\p{Cc}/gu, '')
          .trim();
        assert.equal(cleanText(text), clean);
        assert.equal(cleanText(clean), clean);
      }),
    );
  });
});

describe('cutting a text', () => {
  it('never cuts inside a character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(family, 'e\u0301', '🇬🇧', 'x', '한')), fc.nat(30), (all, max) => {
        assert.equal(cutText(all.join(''), max), all.slice(0, max).join(''));
      }),
    );
  });

  it('leaves a text that is short enough as it is', () => {
    assert.equal(cutText('abc', 3), 'abc');
    assert.equal(cutText('', 0), '');
  });
});
