import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containerOf } from './tag-manager.js';

describe('the model of a tag manager', () => {
  it('drops the attributes that a script tag is told by', () => {
    const container = containerOf('<script src="/w.js" data-playbook="/p.json" async></script>');
    assert.doesNotMatch(container, /data-playbook/);
    assert.match(container, /\/w\.js/);
  });

  it('takes nothing newer than ES5', () => {
    for (const code of ['var a = `x`;', 'var f = () => 1;', 'let a = 1;', 'a?.b;'])
      assert.throws(() => containerOf(`<script>${code}</script>`), SyntaxError, code);
    assert.ok(containerOf('<script>var a = 1;</script>'));
  });

  it('takes double braces for its variables', () => {
    assert.match(containerOf('<script>var a = "{{Page URL}}";</script>'), /var a = \\"undefined\\";/);
  });
});
