/** Rollup plugins that write down what a build is made of: its chunks, and the packages in it with their licences. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The modules of a chunk, the largest first, with their bytes before minifying. */
const modulesOf = ({ modules }) => {
  const sizes = Object.entries(modules).map(([id, { renderedLength }]) => [
    relative('.', id),
    renderedLength,
  ]);
  return Object.fromEntries(sizes.toSorted(([, a], [, b]) => b - a));
};

/** Writes `file` into the output: chunk → its name, what it imports at once and later, and what it is made of. */
export const graph = (file) => ({
  name: 'graph',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const entries = chunks.map((chunk) => {
      const { fileName, name, isEntry, imports } = chunk;
      const dynamicImports = [...new Set(chunk.dynamicImports)];
      return [fileName, { name, isEntry, imports, dynamicImports, modules: modulesOf(chunk) }];
    });
    const source = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: file, source });
  },
});

const packageFolder = (id) => {
  for (let folder = dirname(id); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) return folder;
  }
  return undefined;
};

const noticeOf = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
};

/** Writes `file` into the output: the licence of every package that is part of it, as their licences ask. */
export const notices = (file) => ({
  name: 'notices',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    const folders = new Set(modules.filter((id) => id.includes('node_modules')).map(packageFolder));
    const texts = [...folders].filter(Boolean).toSorted().map(noticeOf);
    const source = `Warmlead contains the following packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
    this.emitFile({ type: 'asset', fileName: file, source });
  },
});
