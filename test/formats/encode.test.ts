import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asFlatJson, asForm, asMultipart } from '../../src/formats/encode.js';
import type { Written } from '../../src/formats/preset.js';

const KEY = `${'0123456789abcdef'.repeat(2)}.1`;
const readBack = async ({ contentType, body }: Written): Promise<[string, string][]> => {
  const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  return [...form].map(([name, value]) => [name, `${value}`]);
};
const breaks = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');

/** Text without lone surrogates, which become the replacement character on their way. */
const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\r', '\n', '"', '-', '&', '=', '+', '%'),
  ),
});
const fields = fc
  .array(fc.tuple(text, text))
  .map((pairs) => new Map(pairs.filter(([name]) => name !== '' && name !== '_charset_')));

describe('fields arrive as they were', () => {
  it('as a form', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (sent) => assert.deepEqual(await readBack(asForm(sent)), [...sent])),
    );
  });

  it('in parts, with the line breaks of mail', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (sent) => {
        if (sent.size === 0) return;
        const got = await readBack(asMultipart(sent, KEY));
        assert.deepEqual(
          got.map(([, value]) => value),
          [...sent.values()].map(breaks),
        );
        const plain = [...sent.keys()].every((name) => !/["%\r\n]/.test(name));
        if (plain)
          assert.deepEqual(
            got.map(([name]) => name),
            [...sent.keys()],
          );
      }),
    );
  });

  it('in parts, though a field holds the boundary', async () => {
    const sent = new Map([
      ['a', `--warmlead-${KEY}\r\n`],
      ['b', `warmlead-${KEY}-`],
    ]);
    assert.deepEqual(await readBack(asMultipart(sent, KEY)), [...sent]);
  });

  it('as JSON, whatever a field is called', () => {
    fc.assert(
      fc.property(fields, (sent) =>
        assert.deepEqual(JSON.parse(asFlatJson(sent).body), Object.fromEntries(sent)),
      ),
    );
    assert.equal(asFlatJson(new Map([['__proto__', 'x']])).body, '{"__proto__":"x"}');
  });

  it('under a type that costs no preflight', () => {
    const { contentType } = asMultipart(new Map([['a', 'b']]), KEY);
    // What CORS forbids in the value of a safe header.
    assert.doesNotMatch(contentType, /[^\x20-\x7e]|["():<>?@[\\\]{}]/);
    assert.ok(contentType.length <= 128);
  });
});
