/**
 * What somebody who installs the package gets: every export is there with its types, can be imported in plain Node
 * without a page, and importing the main one changes nothing. Reads `dist`, which `npm run build` makes.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from './build/bootstrap.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const problems = [];

const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
const files = [...targets(manifest.exports), ...Object.values(manifest.bin), ...manifest.sideEffects];
for (const file of files) if (!existsSync(join(root, file))) problems.push(`${file} is not there`);

const { messages } = await publint({ pkgDir: root, strict: true });
for (const message of messages) problems.push(`publint: ${formatMessage(message, manifest)}`);

// A folder that has the package installed, for Node and TypeScript to look at it from outside.
const folder = mkdtempSync(join(tmpdir(), 'warmlead-consumer-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(root, join(folder, 'node_modules', manifest.name), 'junction');

const run = (args) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
const expect = (what, { status, stdout, stderr }, output) => {
  if (status !== 0) problems.push(`${what}: ${stderr.trim() || stdout.trim()}`);
  else if (output !== undefined && stdout.trim() !== output) problems.push(`${what}: ${stdout.trim()}`);
};

const names = Object.keys(manifest.exports).map((path) => manifest.name + path.slice(1));
const modules = names.filter((name) => !name.endsWith('.json'));
for (const name of modules) {
  expect(`import '${name}'`, run(['--input-type=module', '--eval', `await import('${name}');`]));
}
for (const name of names.filter((path) => path.endsWith('.json'))) {
  expect(
    `'${name}'`,
    run(['--eval', `JSON.parse(require('fs').readFileSync(require.resolve('${name}'), 'utf8'))`]),
  );
}

// On a server Lit brings a registry of elements and a few names of its own; we add nothing, not even an element.
const traces = `
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  await import('${manifest.name}');
  const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  console.log(added.filter((name) => !/^(lit|reactiveElement)|^customElements$/.test(name)).join(' '));
  console.log(globalThis.customElements?.get('warmlead-chat') ? 'warmlead-chat is registered' : '');
`;
expect('what importing leaves behind', run(['--input-type=module', '--eval', traces]), '');

writeFileSync(
  join(folder, 'consumer.ts'),
  modules.map((name, i) => `import * as m${i} from '${name}';\nvoid m${i};`).join('\n'),
);
const options = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
};
for (const [module, moduleResolution] of [
  ['esnext', 'bundler'],
  ['nodenext', 'nodenext'],
]) {
  const compilerOptions = { ...options, module, moduleResolution };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  const tsc = join(root, 'node_modules/typescript/lib/tsc.js');
  expect(`types by ${moduleResolution}`, run([tsc, '-p', folder]));
}

for (const [name, file] of Object.entries(manifest.bin)) {
  const path = join(root, file);
  if (!readFileSync(path, 'utf8').startsWith('#!/usr/bin/env node\n'))
    problems.push(`${file} has no shebang`);
  accessSync(path, constants.X_OK);
  expect(`${name} --help`, run([path, '--help']));
}

rmSync(folder, { recursive: true });
for (const problem of problems) console.error(problem);
console.log(`exports: ${names.length} names, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
