/** Makes `dist`: the files for the script tag, the npm package with its types, the schemas and the manifest. */
import { chmodSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { bundleBreaches } from './bundle-rules.mjs';
import { writeManifest } from './manifest.mjs';
import { runNode } from './process.mjs';

const dist = join(root, 'dist');

const fail = (words) => {
  console.error(words);
  // Half a build must not be taken for one.
  rmSync(dist, { recursive: true, force: true });
  process.exit(1);
};

const step = async (name, args) => {
  const { code, output } = await runNode(args);
  if (code !== 0) fail(`${name} failed:\n${output}`);
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await step('rollup', ['node_modules/rollup/dist/bin/rollup', '--config', '--silent']);
chmodSync(join(dist, 'esm/cli/warmlead.js'), 0o755);
// For `warmlead init`.
cpSync(join(root, 'demo/try/starters'), join(dist, 'starters'), { recursive: true });

const breaches = bundleBreaches(dist);
if (breaches.length > 0) fail(breaches.join('\n'));

await step('types', ['node_modules/typescript/lib/tsc.js', '-p', 'src/tsconfig.build.json']);
await step('schemas', ['--import=tsx', 'test/build/schemas.ts', dist]);

const trouble = await writeManifest('dist');
if (trouble) fail(`manifest failed:\n${trouble}`);
console.log('dist: warmlead.js, warmlead.all.js, chunks, try, esm, types, schemas, custom-elements.json');
