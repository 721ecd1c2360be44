/**
 * A rollup plugin that makes lazy chunks survive a bad network. Browsers remember a failed import, so another try
 * needs another address: `talk-….js?r=1`. A chunk that imports from `talk-….js` would then load it a second time,
 * under its first address. So the entry leaves its exports where later chunks find them, whatever address it came
 * from; and a later import that fails is tried once more under a new address each time it is asked for.
 */
import { MagicString } from 'magic-string';

const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
const nameOf = (node) => JSON.stringify(node.name ?? node.value);

/** The exports of the entry as members of an object literal, by the names that other chunks use. */
const exportsOf = (tree) => {
  const specifiers = tree.body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' ? node.specifiers : [],
  );
  return `${specifiers.map(({ local, exported }) => `${nameOf(exported)}: ${local.name}`).join(', ')}`;
};

/** `import { a as b } from …` as the pattern of a destructuring. */
const bindingsOf = ({ specifiers }) =>
  `{ ${specifiers.map(({ imported, local }) => `${nameOf(imported)}: ${local.name}`).join(', ')} }`;

/** Stands in the entry, with which all chunks share a folder. What has come once is not fetched again. */
const lazily = `
const __lazily = ((known) => (address) => {
  const loading = known.get(address) ?? import(address).catch(() => import(address + '?r=' + performance.now()));
  known.set(address, loading);
  loading.catch(() => known.delete(address));
  return loading;
})(new Map());
`;

export const lazyChunks = () => ({
  name: 'lazy-chunks',
  renderDynamicImport: () => ({ left: '__lazily(', right: ')' }),
  renderChunk(code, chunk, _options, { chunks }) {
    const entry = baseName(Object.values(chunks).find(({ isEntry }) => isEntry).fileName);
    const registry = `globalThis[Symbol.for(${JSON.stringify(`warmlead ${entry}`)})]`;
    const text = new MagicString(code);
    const tree = this.parse(code);
    if (chunk.isEntry) {
      if (chunk.imports.length > 0)
        this.error(`${chunk.name} must be one file, but it imports ${chunk.imports}.`);
      text.prepend(lazily);
      text.append(`\n${registry} = { __lazily, ${exportsOf(tree)} };\n`);
    } else if (chunk.dynamicImports.length > 0) {
      text.prepend(`const { __lazily } = ${registry};\n`);
    }
    for (const node of tree.body) {
      if (node.type !== 'ImportDeclaration' || baseName(node.source.value) !== entry) continue;
      text.overwrite(node.start, node.end, `const ${bindingsOf(node)} = ${registry};`);
    }
    return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
  },
});
