/** Reads TypeScript and JavaScript as syntax trees: what it imports, and every node of it. */
import { transform } from 'esbuild';
import { parseAst } from 'rollup/parseAst';

const compilerOptions = { verbatimModuleSyntax: true, useDefineForClassFields: true };

const toJavaScript = async (source) => {
  const { code } = await transform(source, {
    loader: 'ts',
    target: 'esnext',
    tsconfigRaw: { compilerOptions },
  });
  return code;
};

// With the word "type" gone, what was imported for its types only is kept like everything else.
const withTypesKept = (source) =>
  source
    .replace(/^(\s*import)\s+type\b(?!\s*from\b)/gm, '$1')
    .replace(/^(\s*export)\s+type\s*(?=[{*])/gm, '$1 ')
    .replace(/([{,]\s*)type\s+(?=\w+\s*(?:,|\}|as\b))/g, '$1');

/** Calls `visit` for a node and everything below it. */
export const walk = (node, visit) => {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (!node || typeof node.type !== 'string') return;
  visit(node);
  for (const value of Object.values(node)) if (value && typeof value === 'object') walk(value, visit);
};

const importsOf = (tree) => {
  const found = [];
  walk(tree, (node) => {
    const from = /^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression)$/.test(
      node.type,
    );
    if (from && node.source?.type === 'Literal') found.push(String(node.source.value));
  });
  return found;
};

/** The tree of a JavaScript file. */
export const parse = (code) => parseAst(code);

/**
 * The tree of a TypeScript file without its types; the modules it needs at run time (`import()` included); and
 * those it names for their types only.
 */
export const readTypeScript = async (source) => {
  const tree = parseAst(await toJavaScript(source));
  const runtime = new Set(importsOf(tree));
  const all = importsOf(parseAst(await toJavaScript(withTypesKept(source))));
  return {
    tree,
    runtime: [...runtime],
    typesOnly: [...new Set(all)].filter((module) => !runtime.has(module)),
  };
};
