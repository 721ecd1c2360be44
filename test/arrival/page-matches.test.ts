import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pageMatches } from '../../src/arrival/page-matches.js';

describe('a pattern of pages', () => {
  const rows: readonly [string, string, boolean][] = [
    ['*', '/', true],
    ['*', '', true],
    ['/', '/', true],
    ['/', '/pricing', false],
    ['/pricing', '/pricing', true],
    ['/pricing', '/pricing/', true],
    ['/pricing/', '/pricing', true],
    ['/pricing', '/pricing/eu', false],
    ['/pricing*', '/pricing', true],
    ['/pricing*', '/pricing-eu', true],
    ['/blog/*', '/blog/a/b', true],
    ['/blog/*', '/blog', true],
    ['/blog/*', '/blogs', false],
    ['*/pricing', '/de/pricing', true],
    ['*/pricing', '/de/pricing/x', false],
    ['/*/pricing/*', '/de/pricing/x', true],
    ['/a*a', '/a', false],
    ['/a*a', '/aa', true],
    ['/a*b*c', '/axxbyyc', true],
    ['/a*b*c', '/axxcyyb', false],
    ['/a.c', '/abc', false],
    ['/a+(b)[c]?', '/a+(b)[c]?', true],
    ['', '/', true],
    ['', '/a', false],
    ['/Pricing', '/pricing', false],
    ['**', '/anything', true],
  ];
  for (const [pattern, path, fits] of rows) {
    it(`"${pattern}" ${fits ? 'fits' : 'does not fit'} "${path}"`, () => {
      assert.equal(pageMatches(pattern, path), fits);
    });
  }

  it('fits every path made from it', () => {
    const part = fc.stringMatching(/^[a-z./]{0,6}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.array(part), (parts, fillings) => {
        const path = parts.reduce((made, next, i) => made + (fillings[i - 1] ?? '') + next);
        assert.ok(pageMatches(parts.join('*'), path));
      }),
    );
  });

  it('agrees with the same pattern as an expression', () => {
    const letters = fc.stringMatching(/^[ab/]{0,8}$/);
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), letters, (parts, path) => {
        const expression = new RegExp(`^${parts.join('.*')}$`);
        const bare = path.replace(/\/$/, '');
        assert.equal(
          pageMatches(parts.join('*'), path),
          [path, bare, `${bare}/`].some((written) => expression.test(written)),
        );
      }),
    );
  });

  it('comes to an end where an expression would try every way', () => {
    assert.equal(pageMatches(`${'*a'.repeat(60)}*b`, 'a'.repeat(50_000)), false);
  });
});
