import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  escapeRichText,
  isSafeHref,
  parseRichText,
  plainText,
  type RichNode,
} from '../../src/flow/rich-text.js';

const t = (text: string): RichNode => ({ type: 'text', text });
const b = (...nodes: RichNode[]): RichNode => ({ type: 'bold', nodes });
const i = (...nodes: RichNode[]): RichNode => ({ type: 'italic', nodes });
const a = (href: string, ...nodes: RichNode[]): RichNode => ({ type: 'link', href, nodes });
const br: RichNode = { type: 'break' };
const ul = (...items: RichNode[][]): RichNode => ({ type: 'list', items });

const rows: readonly (readonly [name: string, source: string, expected: RichNode[]])[] = [
  ['nothing', '', []],
  ['plain text', 'Hello.', [t('Hello.')]],
  ['HTML as text', '<img src=x onerror=alert(1)>', [t('<img src=x onerror=alert(1)>')]],
  ['entities as text', '&lt;b&gt;', [t('&lt;b&gt;')]],
  ['bold', 'a **b** c', [t('a '), b(t('b')), t(' c')]],
  ['bold inside a word', 'Groß**buch**stabe', [t('Groß'), b(t('buch')), t('stabe')]],
  ['italic with stars', '*a*', [i(t('a'))]],
  ['italic with underscores', '_a b_', [i(t('a b'))]],
  ['italic in bold', '**a *b* c**', [b(t('a '), i(t('b')), t(' c'))]],
  ['bold in italic', '*a **b** c*', [i(t('a '), b(t('b')), t(' c'))]],
  ['bold and italic at once', '***a***', [b(i(t('a')))]],
  ['snake_case as text', 'snake_case_name', [t('snake_case_name')]],
  ['a multiplication as text', '2*3*4 and 2 * 3', [t('2*3*4 and 2 * 3')]],
  ['a star that is never closed', 'a *b', [t('a *b')]],
  ['stars alone', '****', [t('****')]],
  ['marks that cross', '*a **b* c**', [i(t('a **b')), t(' c**')]],
  ['a star inside a word of italics', '*a*b*', [i(t('a*b'))]],
  ['a link', '[Guide](/install)', [a('/install', t('Guide'))]],
  ['a link in bold', '**[Guide](/install)**', [b(a('/install', t('Guide')))]],
  ['bold in a link', '[**a** b](/x)', [a('/x', b(t('a')), t(' b'))]],
  ['an address with an underscore', '[a](/my_page_here)', [a('/my_page_here', t('a'))]],
  ['a mark left open in a link', '[*a](/x)*', [a('/x', t('*a')), t('*')]],
  ['brackets that are no link', '[a] (b)', [t('[a] (b)')]],
  ['half a link', '[a](b', [t('[a](b')]],
  ['a link in a link', '[a [b](/x) c](/y)', [t('[a '), a('/x', t('b')), t(' c](/y)')]],
  ['an escaped star', '\\*a\\*', [t('*a*')]],
  ['an escaped bracket', '\\[a](/x)', [t('[a](/x)')]],
  ['a backslash before something else', 'a\\b', [t('a\\b')]],
  ['a line break', 'a\nb', [t('a'), br, t('b')]],
  ['line breaks of all systems', 'a\r\nb\rc', [t('a'), br, t('b'), br, t('c')]],
  ['an empty line', 'a\n\nb', [t('a'), br, br, t('b')]],
  ['marks that do not reach over lines', '*a\nb*', [t('*a'), br, t('b*')]],
  ['a list', '- a\n- **b**', [ul([t('a')], [b(t('b'))])]],
  ['a list after and before text', 'x\n- a\ny', [t('x'), ul([t('a')]), t('y')]],
  ['a minus that is no list', '-5 degrees', [t('-5 degrees')]],
  ['a dash without an item', '- ', [t('- ')]],
  ['an escaped dash', '\\- a', [t('- a')]],
];

describe('rich text reads', () => {
  for (const [name, source, expected] of rows)
    it(name, () => {
      const merged = JSON.stringify(parseRichText(source));
      assert.deepEqual(JSON.parse(merged), expected);
    });
});

const safe = [
  'https://kestrel.example',
  'https://kestrel.example/a?b=c#d',
  'HTTP://kestrel.example:8080/',
  '/haccp',
  'page.html',
  './a/b',
  '../a',
  '#part',
  '?q=a:b',
  '/a:b',
  'mailto:sales@kestrel.example',
  'tel:+442079460123',
  '/caf\u00e9',
];
const hostile = [
  '',
  'javascript:alert`1`',
  'JaVaScRiPt:x',
  'java\tscript:x',
  'java\nscript:x',
  '\u0001javascript:x',
  ' javascript:x',
  'javascript\u200b:x',
  'javascript://%0aalert',
  '&#106;avascript:x',
  '%6aavascript:x',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://kestrel.example/1',
  'file:///etc/passwd',
  'view-source:https://kestrel.example',
  'feed:javascript:x',
  'ws://kestrel.example',
  'x:y',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https:\\\\evil.example',
  'https://kestrel.example@evil.example',
  'https://a:b@evil.example',
  'https://kеstrel.example',
  'https://evil.example\u3002com',
  'https://',
  'mailto:',
  'tel:',
  '/a\u202eb',
  '/a b',
  '/a\u00a0b',
];

describe('an address', () => {
  for (const href of safe)
    it(`${JSON.stringify(href)} becomes a link`, () => assert.equal(isSafeHref(href), true));
  for (const href of hostile)
    it(`${JSON.stringify(href)} becomes no link`, () => {
      assert.equal(isSafeHref(href), false);
      assert.ok(!JSON.stringify(parseRichText(`[a](${href})`)).includes('"link"'));
    });
});

const depthOf = (nodes: readonly RichNode[]): number =>
  Math.max(
    0,
    ...nodes.map((node) =>
      node.type === 'list'
        ? 1 + Math.max(...node.items.map(depthOf))
        : 'nodes' in node
          ? 1 + depthOf(node.nodes)
          : 0,
    ),
  );
const hrefsIn = (nodes: readonly RichNode[]): string[] =>
  nodes.flatMap((node) =>
    node.type === 'list'
      ? node.items.flatMap(hrefsIn)
      : 'nodes' in node
        ? [...('href' in node ? [node.href] : []), ...hrefsIn(node.nodes)]
        : [],
  );
const sources = fc.string({
  unit: fc.constantFrom(...'**__[]()\\-- \nab:/.', '](', 'https://x.example', 'javascript:'),
});

describe('the laws of rich text', () => {
  it('any source makes a shallow tree without a dangerous address', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const nodes = parseRichText(source);
        assert.ok(depthOf(nodes) <= 6);
        assert.ok(hrefsIn(nodes).every(isSafeHref));
      }),
      { numRuns: 3000 },
    );
  });

  it('what is escaped is read as it is', () => {
    fc.assert(
      fc.property(sources, (text) => {
        const line = `.${text.replace(/\s+/g, ' ')}.`;
        assert.equal(plainText(escapeRichText(line)), line);
      }),
      { numRuns: 1000 },
    );
  });

  it('no letter is lost or made up', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_[ab \n') }), (source) => {
        const letters = (text: string) => text.replace(/[^ab]/g, '');
        assert.equal(letters(plainText(source)), letters(source));
      }),
      { numRuns: 1000 },
    );
  });

  it('long hostile sources are read to the end', () => {
    const units = ['[', '[a](', '**', '*a', '_a ', '](', '- ', '\\', '[a](b) ', '*a* ', '\n- '];
    for (const unit of units) {
      const source = unit.repeat(50_000);
      assert.ok(parseRichText(source).length > 0);
    }
  });
});
