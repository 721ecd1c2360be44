import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { isEmailAddress } from '../../src/flow/kinds/email-address.js';

const valueOf = (raw: string) => {
  const parsed = parseAnswer({ id: 'a', kind: 'email' }, raw, [], 'en');
  return parsed.ok ? parsed.value : parsed.code.replace('email.', '');
};
const local64 = 'a'.repeat(64);
const label63 = 'b'.repeat(63);

const kept = [
  'a@b',
  'priya@northfold.example',
  "o'hara@x.example",
  'x+tag@sub.example.museum',
  'user@localhost',
  '1@1.example',
  '.dot@x.example',
  'dot.@x.example',
  '!#$%&*/=?^_`{|}~-@x.example',
  `${local64}@x.example`,
  `a@${label63}.example`,
  'a@xn--bcher-kva.example',
  'a@1.2.3.4',
];
const mended: readonly (readonly [raw: string, expected: string])[] = [
  ['  a@b.example ', 'a@b.example'],
  ['a@b.example\n', 'a@b.example'],
  ['mailto:a@b.example', 'a@b.example'],
  ['MAILTO: a@b.example', 'a@b.example'],
  ['<a@b.example>', 'a@b.example'],
  ['a＠b.example', 'a@b.example'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ['a@例え.example', 'a@xn--r8jz45g.example'],
  ['a@b.example\u0000', 'a@b.example'],
];
const refusals: readonly (readonly [raw: string, code: string])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['mailto:', 'empty'],
  ['priya', 'at-missing'],
  ['I have none', 'at-missing'],
  ['priya@', 'domain-missing'],
  ['a b@x.example', 'space-inside'],
  ['a@x .example', 'space-inside'],
  ['a@x.example b@x.example', 'space-inside'],
  ['@x.example', 'invalid'],
  ['a@@x.example', 'invalid'],
  ['a@b@x.example', 'invalid'],
  ['a@-x.example', 'invalid'],
  ['a@x-.example', 'invalid'],
  ['a@x..example', 'invalid'],
  ['a@x.example.', 'invalid'],
  ['a@.example', 'invalid'],
  ['"a"@x.example', 'invalid'],
  ['a@[1.2.3.4]', 'invalid'],
  ['ü@x.example', 'invalid'],
  ['a(b)@x.example', 'invalid'],
  ['a,b@x.example', 'invalid'],
  [`a@${'b'.repeat(64)}.example`, 'invalid'],
  ['a@exam_ple.example', 'invalid'],
  ['a@b.example?subject=x', 'invalid'],
  ['javascript:a@b.example', 'invalid'],
  [`${'a'.repeat(65)}@x.example`, 'too-long'],
  [`a@${`${'b'.repeat(60)}.`.repeat(5)}example`, 'too-long'],
  ['x'.repeat(5_000_000), 'too-long'],
];

describe('an e-mail address', () => {
  for (const raw of kept) it(`${raw.slice(0, 40)} is kept`, () => assert.equal(valueOf(raw), raw));
  for (const [raw, expected] of mended)
    it(`${JSON.stringify(raw)} is read as ${expected}`, () => assert.equal(valueOf(raw), expected));
  for (const [raw, code] of refusals)
    it(`${JSON.stringify(raw.slice(0, 40))} is refused as ${code}`, () => assert.equal(valueOf(raw), code));

  it('of 254 characters is kept, of 255 not', () => {
    const domain = `${`${'b'.repeat(60)}.`.repeat(3)}${'c'.repeat(6)}`;
    const address = `${local64}@${domain}`;
    assert.equal(address.length, 254);
    assert.equal(valueOf(address), address);
    assert.equal(valueOf(`${address}d`), 'too-long');
  });

  it('that fast-check makes up by the grammar is kept', () => {
    fc.assert(fc.property(fc.emailAddress(), (address) => assert.equal(valueOf(address), address)));
  });

  it('is kept as a valid address or refused with a code, whatever is typed', () => {
    const pieces = fc.constantFrom('@', '.', ' ', 'a', 'ü', '-', 'mailto:', '<', '＠', '\n', 'b.example');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const value = valueOf(parts.join(''));
        assert.equal(
          isEmailAddress(String(value)),
          !['empty', 'at-missing', 'domain-missing', 'space-inside', 'invalid', 'too-long'].includes(
            String(value),
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
