import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { serialise, type Json } from '../../src/lead/serialise.js';

describe('our own JSON', () => {
  it('is what an untouched JSON.stringify gives', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\ud800', 'a\udfffb', '\u2028', '"\\\b\f\n\r\t\u0001\u007f', '😀'),
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.double(),
        fc.constantFrom(-0, NaN, Infinity, null, undefined, true, false),
        fc.array(tie('json')),
        fc.dictionary(text, tie('json')),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        assert.equal(serialise(value as Json), JSON.stringify(value) ?? 'null');
      }),
    );
  });

  it('does not ask anybody how to write a list or an object', () => {
    const pollute = (prototype: object) =>
      Object.defineProperty(prototype, 'toJSON', { value: () => 'gone', configurable: true });
    const stringify = JSON.stringify;
    pollute(Array.prototype);
    pollute(Object.prototype);
    pollute(String.prototype);
    JSON.stringify = () => 'gone';
    let written: string;
    try {
      written = serialise({ list: [1, 'a'], text: 'b', object: {} });
    } finally {
      JSON.stringify = stringify;
      for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
        Reflect.deleteProperty(prototype, 'toJSON');
      }
    }
    assert.equal(written, '{"list":[1,"a"],"text":"b","object":{}}');
  });
});
