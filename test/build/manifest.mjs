/**
 * Writes `custom-elements.json`, the description of our elements for editors and documentation tools, from what the
 * analyzer found: without inner state, which is nobody's business, and with the paths of the built files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { runNode } from './process.mjs';

const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';

/** The properties of a module that are declared with `state: true`. The analyzer takes them for public ones. */
const statesIn = (path) => {
  const source = readFileSync(join(root, path), 'utf8');
  return new Set([...source.matchAll(/(\w+)\s*:\s*\{[^{}]*\bstate\s*:\s*true/g)].map(([, name]) => name));
};

const publicPart = (declaration, states) => {
  const isPublic = ({ name, privacy }) =>
    !states.has(name) && privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');
  return {
    ...declaration,
    members: declaration.members?.filter(isPublic),
    attributes: declaration.attributes?.filter(({ name, fieldName }) => !states.has(fieldName ?? name)),
  };
};

const describesElement = ({ declarations = [], exports = [] }) =>
  declarations.some(({ customElement }) => customElement) ||
  exports.some(({ kind }) => kind === 'custom-element-definition');

const builtPath = (path) => path.replace(/^\/?src\//, 'dist/esm/').replace(/\.ts$/, '.js');

const withBuiltPaths = (value) => {
  if (Array.isArray(value)) return value.map(withBuiltPaths);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      (key === 'path' || key === 'module') && typeof item === 'string'
        ? builtPath(item)
        : withBuiltPaths(item),
    ]),
  );
};

/** Writes it into `folder`, which is relative to the repository; answers what went wrong, or nothing. */
export const writeManifest = async (folder) => {
  const target = join(root, folder, 'custom-elements.json');
  const globs = ['--globs', 'src/elements/**/*.ts', '--globs', 'src/define.ts'];
  const { code, output } = await runNode([analyzer, 'analyze', '--litelement', ...globs, '--outdir', folder]);
  if (code !== 0) return output;
  const manifest = JSON.parse(readFileSync(target, 'utf8'));
  const modules = manifest.modules.filter(describesElement).map((module) => {
    const states = statesIn(module.path);
    return {
      ...module,
      declarations: module.declarations?.map((declaration) => publicPart(declaration, states)),
    };
  });
  if (modules.length === 0) return 'The analyzer found no custom element.';
  writeFileSync(target, `${JSON.stringify(withBuiltPaths({ ...manifest, modules }), null, 2)}\n`);
  return '';
};
