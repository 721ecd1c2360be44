import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkText } from '../../src/authoring/check-text.js';

const small = JSON.parse(
  readFileSync(new URL('../fixtures/playbooks/small.json', import.meta.url), 'utf8'),
) as { readonly delivery: object };

const notes = (parts: object): readonly (readonly [string, string])[] =>
  checkText(JSON.stringify({ ...small, ...parts }))
    .problems.filter(({ code }) => code.endsWith('.not-yet'))
    .map(({ code, path }) => [code, path] as const);

describe('what this version does not use yet', () => {
  const rows: readonly (readonly [object, string, string])[] = [[{ booth: {} }, 'booth.not-yet', 'booth']];
  for (const [parts, code, path] of rows) {
    it(`is named: ${path}`, () => assert.deepEqual(notes(parts), [[code, path]]));
  }

  it('is nothing in a playbook that has nothing of it', () => {
    assert.deepEqual(
      notes({ privacy: { storage: 'never' }, delivery: { to: 'url', url: '/leads', partial: 'never' } }),
      [],
    );
  });
});

describe('an address for leads', () => {
  const codes = (url: string) =>
    checkText(JSON.stringify({ ...small, delivery: { to: 'url', url } }))
      .problems.filter(({ level }) => level === 'error')
      .map(({ code, path }) => [code, path]);

  it('is no mail address', () => {
    for (const url of ['sales@kestrel.example', 'mailto:sales@kestrel.example'])
      assert.deepEqual(codes(url), [['delivery.url-mail', 'delivery.url']]);
  });

  it('may have an @ further on', () => {
    for (const url of ['https://kestrel.example/@team', '/leads?for=a@b.example'])
      assert.deepEqual(codes(url), []);
  });
});
