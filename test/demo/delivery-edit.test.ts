import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deliveryEdit } from '../../demo/try/delivery-edit.js';
import { offsetOf } from '../../demo/try/editor/editor.js';
import { readPlaybook } from '../../src/playbook/read.js';

const delivery = { to: 'formspree', form: 'abcd', fields: { company: 'firm' } };

const written = (text: string): string => {
  const edit = deliveryEdit(text, delivery) ?? assert.fail('no edit');
  return text.slice(0, edit.from) + edit.text + text.slice(edit.to);
};

const valueOf = (text: string): unknown => JSON.parse(text.replace(/\/\/.*/g, ''));

describe('writing the delivery block', () => {
  it('replaces the one that is there and leaves every other character alone', () => {
    const before =
      '{\n  // where leads go\n  "id": "x",\n  "delivery": {"to": "desk", "hidden": {"a": "}"}},\n  "z": [1]\n}\n';
    const after = written(before);
    assert.deepEqual(valueOf(after), { id: 'x', delivery, z: [1] });
    assert.ok(after.startsWith(before.slice(0, before.indexOf('{"to"'))));
    assert.ok(after.endsWith(',\n  "z": [1]\n}\n'));
  });

  it('replaces a value that is no object', () => {
    assert.deepEqual(valueOf(written('{"delivery": "mailto:me@x.example", "id": "x"}')), {
      delivery,
      id: 'x',
    });
  });

  it('adds one at the end where there is none, with a comma only where one is missing', () => {
    for (const text of ['{}', '{"id": "x"}', '{"id": "x",\n}', '{"id": {"a": [1]}} // end']) {
      const { problems } = readPlaybook(written(text));
      assert.deepEqual(
        problems.filter(({ code }) => code.startsWith('json.')),
        [],
        text,
      );
      assert.match(written(text), /"delivery": \{/);
    }
  });

  it('does not mistake a delivery further down for the one of the playbook', () => {
    const after = written('{"a": {"delivery": {"to": "desk"}}}');
    assert.deepEqual(valueOf(after), { a: { delivery: { to: 'desk' } }, delivery });
  });

  it('says that it cannot where the text is no object', () => {
    for (const text of ['', '[]', '{"a": ', '<html>']) assert.equal(deliveryEdit(text, delivery), null, text);
  });
});

describe('a place in a text', () => {
  it('is found whatever ends the lines', () => {
    const text = 'a\r\nbc\rd\nef';
    assert.equal(text[offsetOf(text, 2, 2)], 'c');
    assert.equal(text[offsetOf(text, 3, 1)], 'd');
    assert.equal(text[offsetOf(text, 4, 2)], 'f');
    assert.equal(offsetOf(text, 9, 9), text.length);
    assert.equal(offsetOf(text, 1, 1), 0);
  });
});
