/**
 * A rollup plugin that takes the layout out of html``, svg`` and css`` literals: comments, and all but one blank of
 * whitespace. That one stays, for between two words or two inline elements it is seen.
 */
import { transform } from 'esbuild';
import { MagicString } from 'magic-string';
import { walk } from './syntax.mjs';

const tags = new Set(['html', 'svg', 'css']);
// A name that is valid wherever an expression may stand in CSS or HTML.
const hole = (i) => `__hole${i}__`;
const holes = /__hole\d+__/;

const shortHtml = (text) =>
  text
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/ (\/?>)$/, '$1'));

const shortCss = async (text) => {
  const { code } = await transform(text, {
    loader: 'css',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
  });
  return code.trim();
};

const literalsIn = (tree) => {
  const found = [];
  walk(tree, (node) => {
    if (node.type === 'TaggedTemplateExpression' && tags.has(node.tag.name)) {
      found.push({ isCss: node.tag.name === 'css', parts: node.quasi.quasis });
    }
  });
  return found;
};

export const literals = () => ({
  name: 'literals',
  async transform(code, id) {
    if (id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return null;
    const text = new MagicString(code);
    for (const { isCss, parts } of literalsIn(this.parse(code))) {
      const whole = parts.map(({ value }, i) => value.raw + (i < parts.length - 1 ? hole(i) : '')).join('');
      const short = (isCss ? await shortCss(whole) : shortHtml(whole)).split(holes);
      if (short.length !== parts.length)
        this.error(`An expression of a literal was lost in ${id}: ${whole.slice(0, 80)}`);
      parts.forEach(({ start, end, value }, i) => {
        if (short[i] === value.raw) return;
        if (short[i]) text.overwrite(start, end, short[i]);
        else text.remove(start, end);
      });
    }
    return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
  },
});
