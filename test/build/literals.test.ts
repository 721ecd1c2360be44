import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { literals } from './literals.mjs';

/** What the plugin makes of an expression. */
const shortened = async (expression: string): Promise<string> => {
  const bundle = await rollup({
    input: 'entry',
    external: ['lit'],
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: () =>
          `import { css, html, svg } from 'lit';\nexport const tags = [css, html, svg];\nexport const it = ${expression};`,
      },
      literals(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return /const it = (.*?);\n/s.exec(output[0].code)?.[1] ?? '';
};

const rows: readonly (readonly [name: string, from: string, to: string])[] = [
  [
    'joins the lines of a tag',
    'html`<p\n  class="a  b"\n  title=${1}\n>`',
    'html`<p class="a b" title=${1}>`',
  ],
  ['keeps one blank between elements', 'html`<b>a</b>\n   <i>b</i>`', 'html`<b>a</b> <i>b</i>`'],
  ['keeps a blank between a word and a tag', 'html`word\n  <b>${2}</b> end`', 'html`word <b>${2}</b> end`'],
  ['refuses a comment that holds an expression', 'html`<p><!-- ${3} is not here -->a</p>`', 'error'],
  ['drops comments without expressions', 'html`<p><!-- note -->a</p>`', 'html`<p>a</p>`'],
  ['leaves a lone > in a text', 'html`<p>5 > 3</p>`', 'html`<p>5 > 3</p>`'],
  ['shortens drawings', 'svg`<path\n d="M0 0" />`', 'svg`<path d="M0 0"/>`'],
  [
    'shortens styles around expressions',
    'css`\n  p {\n    color: red;\n    margin: ${4}px 0px;\n  }\n`',
    'css`p{color:red;margin:${4}px 0px}`',
  ],
  ['leaves other literals alone', 'String.raw`<p>\n  a`', 'String.raw`<p>\n  a`'],
];

describe('shortening literals', () => {
  for (const [name, from, to] of rows) {
    it(name, async () => {
      if (to === 'error') await assert.rejects(shortened(from), /expression of a literal was lost/);
      else assert.equal(await shortened(from), to);
    });
  }
});
