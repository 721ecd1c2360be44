/** What the files for the script tag may not hold, looked for in what was built and not only in the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sinks } from './forbidden.mjs';
import { parse, walk } from './syntax.mjs';

/** Lit makes its templates by one assignment, through its Trusted Types policy. */
const litSinks = ['innerHTML'];

const sinkBreaches = (file, tree, hasLit) => {
  const found = sinks(tree);
  const allowed = hasLit ? litSinks : [];
  return found.toSorted().join() === allowed.join() ? [] : [`${file} holds ${found.join(', ')}`];
};

const dynamicImports = (tree) => {
  let count = 0;
  walk(tree, ({ type }) => (count += type === 'ImportExpression' ? 1 : 0));
  return count;
};

/** Every breach in the files that a script tag loads, as a sentence. */
export const bundleBreaches = (dist) => {
  const chunks = readdirSync(join(dist, 'chunks')).filter((file) => file.endsWith('.js'));
  const files = ['warmlead.js', 'warmlead.all.js', ...chunks.map((file) => `chunks/${file}`)];
  return files.flatMap((file) => {
    const tree = parse(readFileSync(join(dist, file), 'utf8'));
    const hasLit = file === 'warmlead.all.js' || file.startsWith('chunks/talk-');
    const breaches = sinkBreaches(file, tree, hasLit);
    if (file === 'warmlead.all.js' && dynamicImports(tree) > 0) breaches.push(`${file} holds import()`);
    return breaches;
  });
};
