/**
 * A rollup plugin that makes lazy chunks survive a bad network. Browsers remember a failed import, so another try
 * needs another address: `talk-….js?r=1`. A chunk that imports from `talk-….js` would then load it a second time,
 * under its first address. So a chunk that others import from leaves its exports where they find them, whatever
 * address it came from; and a later import that fails is tried once more under a new address each time it is asked
 * for. What is there before a chunk: the entry, and the chunk that asks for it. What is not, but is shared by some later
 * chunks only, they wait for in the same way: a browser that remembers its failure would otherwise never load them.
 * What everybody finds where it was left is not exported as well.
 */
import { MagicString } from 'magic-string';

const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
const nameOf = (node) => JSON.stringify(node.name ?? node.value);

/** The exports of a chunk as members of an object literal, by the names that other chunks use. */
const exportsOf = (tree) => {
  const specifiers = tree.body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' ? node.specifiers : [],
  );
  return `${specifiers.map(({ local, exported }) => `${nameOf(exported)}: ${local.name}`).join(', ')}`;
};

/** Leaves the names out of what a chunk exports. */
const withdraw = (text, tree, names) => {
  for (const node of tree.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration || node.source) continue;
    const kept = node.specifiers.filter(({ exported }) => !names.has(exported.name ?? exported.value));
    const words = kept.map(({ start, end }) => text.original.slice(start, end)).join(', ');
    if (words) text.overwrite(node.start, node.end, `export { ${words} };`);
    else text.remove(node.start, node.end);
  }
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
    const known = Object.values(chunks);
    const entry = known.find(({ isEntry }) => isEntry);
    const registry = (fileName) =>
      `globalThis[Symbol.for(${JSON.stringify(`warmlead ${baseName(fileName)}`)})]`;
    const loadersOf = ({ fileName }) =>
      known.filter((other) => [...other.imports, ...other.dynamicImports].includes(fileName));
    /** Whether a chunk is there before another, on every way that other can be asked for. */
    const isThere = (source, importer, passed = new Set()) => {
      if (chunks[source]?.isEntry) return true;
      if (importer.isEntry) return false;
      if (passed.has(importer)) return true;
      const loaders = loadersOf(importer);
      const seen = new Set(passed).add(importer);
      return (
        loaders.length > 0 &&
        loaders.every(
          (loader) =>
            (loader.fileName === source && loader.dynamicImports.includes(importer.fileName)) ||
            isThere(source, loader, seen),
        )
      );
    };
    /** Whether a chunk leaves its exports: somebody finds it there. */
    const isLeft = (fileName) =>
      known.some((other) => other.imports.includes(fileName) && isThere(fileName, other));
    /** The names that others import, and neither the page nor an `import()` asks for. */
    const onlyLeft = ({ fileName, facadeModuleId }) => {
      const asked = (facadeModuleId && this.getModuleInfo(facadeModuleId)?.exports) || [];
      const names = known.flatMap(({ importedBindings }) => importedBindings[fileName] ?? []);
      return new Set(names.filter((name) => !asked.includes(name)));
    };
    const text = new MagicString(code);
    const tree = this.parse(code);
    if (chunk.isEntry) {
      if (chunk.imports.length > 0)
        this.error(`${chunk.name} must be one file, but it imports ${chunk.imports}.`);
      text.prepend(lazily);
      text.append(`\n${registry(chunk.fileName)} = { __lazily, ${exportsOf(tree)} };\n`);
    } else {
      if (chunk.dynamicImports.length > 0 || chunk.imports.some((source) => !isThere(source, chunk)))
        text.prepend(`const { __lazily } = ${registry(entry.fileName)};\n`);
      if (isLeft(chunk.fileName)) text.append(`\n${registry(chunk.fileName)} = { ${exportsOf(tree)} };\n`);
    }
    if (isLeft(chunk.fileName)) withdraw(text, tree, onlyLeft(chunk));
    for (const node of tree.body) {
      if (node.type !== 'ImportDeclaration') continue;
      const source = chunk.imports.find((fileName) => baseName(fileName) === baseName(node.source.value));
      const coming = `await __lazily(${JSON.stringify(node.source.value)})`;
      const exports = isThere(source, chunk)
        ? registry(source)
        : isLeft(source)
          ? `(${coming}, ${registry(source)})`
          : coming;
      const binding = node.specifiers.length > 0 ? `const ${bindingsOf(node)} = ` : '';
      text.overwrite(node.start, node.end, `${binding}${exports};`);
    }
    return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
  },
});
