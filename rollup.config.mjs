/**
 * Five builds, in this order: the chunks behind the script tag, the script tag itself (which must know the name of
 * its first chunk), the same in one file, the try page (which holds both), and the npm package. Every warning is an
 * error.
 */
import { readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { graph, notices } from './test/build/graph.mjs';
import { litPolicy } from './test/build/lit-policy.mjs';
import { lazyChunks } from './test/build/lazy-chunks.mjs';
import { literals } from './test/build/literals.mjs';
import { tryPage } from './test/build/try-page.mjs';

const { version, dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const onLog = (level, log, handle) => handle(level === 'warn' ? 'error' : level, log);

const compile = (define = {}) =>
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', legalComments: 'none', define });

const forBrowsers = () => [
  resolve({ browser: true, exportConditions: ['production'] }),
  compile({ __VERSION__: JSON.stringify(version) }),
  literals(),
];

const minify = (module, passes = 3) =>
  terser({ module, toplevel: true, ecma: 2020, compress: { passes }, format: { comments: false } });

/**
 * What comes together. Both of `reply` are fetched as soon as the first question was painted, and one file is smaller
 * than two. What later chunks share stands in the first of these that has it: it is there before they are. The words
 * for worries stand in the first, so that reading a playbook that has comments waits for nothing else.
 */
const joined = {
  talk: ['src/embed/talk.ts', 'src/playbook/worries.ts'],
  reply: ['src/compose/reply.ts', 'src/elements/later.ts'],
  close: ['src/compose/close.ts'],
};

let talkFile = '';

/** Remembers the file of the entry `talk`, hash and all. */
const noteTalk = () => ({
  name: 'note-talk',
  generateBundle(_options, bundle) {
    const talk = Object.values(bundle).find(
      (chunk) => chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'talk',
    );
    if (!talk) this.error('There is no entry called talk.');
    talkFile = talk.fileName.replace(/^chunks\//, '');
  },
});

/** Writes that file into the script tag. */
const nameTalk = () => ({
  name: 'name-talk',
  transform(code) {
    if (!code.includes('__TALK__')) return null;
    if (!talkFile) this.error('The chunks are built before the script tag.');
    return { code: code.replaceAll('__TALK__', JSON.stringify(talkFile)), map: null };
  },
});

// Imported on a server, where there is no page, the file does nothing.
const onlyInPages = "if (typeof document === 'undefined') return;";

/** Packages stay imports, for the site's own bundler to join; only those that come with ours will be there. */
const isExternal = (id) => {
  if (/^[./\0]/.test(id) || id.startsWith('src/')) return false;
  if (id.startsWith('node:')) return true;
  const known = Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));
  if (!known) throw new Error(`${id} is imported, but it is not among the dependencies of package.json.`);
  return true;
};

export default [
  {
    input: { talk: 'src/embed/talk.ts' },
    // What later chunks need of the first stands in the first, not in one more file.
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      ...forBrowsers(),
      litPolicy('warmlead'),
      noteTalk(),
      graph('graph.json'),
      notices('THIRD-PARTY.txt'),
    ],
    onLog,
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      entryFileNames: 'chunks/[name]-[hash].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      generatedCode: 'es2015',
      manualChunks: joined,
      plugins: [lazyChunks(), minify(true)],
    },
  },
  {
    input: { warmlead: 'src/embed/loader.ts' },
    plugins: [...forBrowsers(), nameTalk()],
    onLog,
    output: { dir: 'dist', format: 'iife', sourcemap: true, intro: onlyInPages, plugins: [minify(false)] },
  },
  {
    input: { 'warmlead.all': 'src/embed/all.ts' },
    plugins: [...forBrowsers(), litPolicy('warmlead')],
    onLog,
    output: {
      dir: 'dist',
      format: 'iife',
      sourcemap: true,
      inlineDynamicImports: true,
      intro: onlyInPages,
      plugins: [minify(false)],
    },
  },
  {
    input: { try: 'demo/try/try.ts' },
    plugins: [...forBrowsers(), tryPage(), notices('THIRD-PARTY.txt')],
    onLog,
    output: {
      dir: 'dist/try',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'parts/[name]-[hash].js',
      generatedCode: 'es2015',
      // An editor is large; more passes take long and save next to nothing.
      plugins: [minify(true, 1)],
    },
  },
  {
    input: {
      index: 'src/index.ts',
      define: 'src/define.ts',
      'playbook/index': 'src/playbook/index.ts',
      'receiver/index': 'src/receiver/index.ts',
      'cli/warmlead': 'src/cli/warmlead.ts',
    },
    plugins: [resolve(), compile()],
    external: isExternal,
    onLog,
    output: {
      dir: 'dist/esm',
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: '[name].js',
    },
  },
];
