/** Whether `dist` is what the sources of now would make. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const madeFrom = [
  'src',
  'demo/try',
  'test/build',
  'rollup.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

const newestMs = (path) => {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
};

/** False when anything that `dist` is made from is newer than it, or `dist` is not there or half made. */
export const distIsFresh = () => {
  // The first file of a build and the last.
  const made = statSync(join(root, 'dist/graph.json'), { throwIfNoEntry: false });
  if (!made || !existsSync(join(root, 'dist/custom-elements.json'))) return false;
  return made.mtimeMs > Math.max(...madeFrom.map((path) => newestMs(join(root, path))));
};
