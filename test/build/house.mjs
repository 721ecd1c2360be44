/**
 * The rules of the house: which folder may import which, what only the edges may touch, what nobody may, how files
 * are named and how long they are.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { outsideWords, sinks } from './forbidden.mjs';
import { readTypeScript } from './syntax.mjs';

/** Pure folders, each of which may import those before it. */
const pure = [
  'playbook',
  'flow',
  'qualification',
  'matching',
  'answering',
  'routing',
  'arrival',
  'lead',
  'formats',
];
const everything = ['*'];

/** area → the areas and the packages it may import at run time, besides itself. */
const mayImport = {
  ...Object.fromEntries(pure.map((area, i) => [area, { areas: pure.slice(0, i), packages: [] }])),
  ports: { areas: [], packages: [] },
  conversation: { areas: [...pure, 'ports'], packages: ['xstate'] },
  outbox: { areas: [...pure, 'ports'], packages: ['xstate'] },
  adapters: { areas: [...pure, 'ports'], packages: ['libphonenumber-js'] },
  elements: { areas: ['flow', 'locales', 'conversation'], packages: ['lit', '@floating-ui/dom'] },
  locales: { areas: [], packages: [] },
  receiver: { areas: [...pure, 'ports'], packages: ['tldts'] },
  // What needs this package writes the published schema, and only the build asks for that.
  authoring: { areas: [...pure, 'ports'], packages: ['@valibot/to-json-schema'] },
  compose: { areas: everything, packages: everything },
  define: { areas: everything, packages: everything },
  embed: { areas: everything, packages: everything },
  index: { areas: everything, packages: everything },
  cli: { areas: everything, packages: [...everything, 'node:'] },
};
mayImport.playbook.packages.push('valibot');
mayImport.answering.packages.push('minisearch', '@orama/stemmers');

/** Types may also come from here, for everyone. */
const freeTypes = [...pure, 'ports'];
const freeTypePackages = { elements: ['xstate'] };

/** Files that hold types only. */
const typesOnly = /^src\/(ports\/.*|conversation\/contract)\.ts$/;
const edges = ['adapters', 'elements', 'compose', 'embed'];

/** In src and demo. A table of cases may be longer. */
const maxLines = 250;
const emptyWords = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'constants',
  'shared',
]);
const topLevel = new Set(
  'package.json package-lock.json tsconfig.json rollup.config.mjs src demo test README.md LICENSE CHANGELOG.md'.split(
    ' ',
  ),
);
const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.data', '.cache']);

const comment = /^\s*(\/\/|\/?\*)/;

/** `file:line words`; the line is that of the first code that holds the needle, if one does. */
const breachAt = (file, words, source = '', needle = '\n') => {
  const line = source.split('\n').findIndex((text) => text.includes(needle) && !comment.test(text)) + 1;
  return `${file}${line > 0 ? `:${line}` : ''} ${words}`;
};

const filesBelow = async (root, folder) => {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter((file) => !/(^|\/)(node_modules|dist|fixtures)\//.test(file))
    .toSorted();
};

/** `src/flow/fold.ts` → flow, `src/compose.ts` and `src/compose/close.ts` → compose. */
const areaOf = (file) =>
  file
    .split('/')[1]
    .replace(/\.ts$/, '')
    .replace(/^compose-.*/, 'compose');
const packageOf = (module) =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
const allows = (list, name) => list.includes(name) || list.includes('*');

const importBreach = (file, module, onlyTypes) => {
  const area = areaOf(file);
  const rule = mayImport[area];
  if (!rule) return `${area} is no folder of the house: DESIGN names them all`;
  if (module.startsWith('.')) {
    const target = areaOf(posix.join(posix.dirname(file), module).replace(/\.js$/, '.ts'));
    if (target === area || allows(rule.areas, target)) return undefined;
    if (onlyTypes && freeTypes.includes(target)) return undefined;
    return `${area} may not import ${onlyTypes ? 'types from ' : ''}${target}: ${module}`;
  }
  if (module.startsWith('node:'))
    return rule.packages.includes('node:') ? undefined : `${area} may not import ${module}`;
  if (allows(rule.packages, packageOf(module))) return undefined;
  if (onlyTypes && freeTypePackages[area]?.includes(packageOf(module))) return undefined;
  return `${area} may not import ${onlyTypes ? 'types from ' : ''}the package ${module}`;
};

const sourceBreaches = async (file, source) => {
  const { tree, runtime, typesOnly: named } = await readTypeScript(source);
  const found = [];
  for (const [modules, onlyTypes] of [
    [runtime, false],
    [named, true],
  ]) {
    for (const module of modules) {
      const words = importBreach(file, module, onlyTypes);
      if (words) found.push(breachAt(file, words, source, `'${module}'`));
    }
  }
  if (!edges.includes(areaOf(file))) {
    for (const word of new Set(outsideWords(tree))) {
      found.push(
        breachAt(file, `${word} belongs to the edges (${edges.join(', ')}), also as a name`, source, word),
      );
    }
  }
  for (const sink of new Set(sinks(tree))) {
    found.push(breachAt(file, `${sink} is forbidden everywhere`, source, sink));
  }
  if (
    typesOnly.test(file) &&
    tree.body.some((node) => node.type !== 'ExportNamedDeclaration' || node.declaration)
  ) {
    found.push(breachAt(file, 'holds types only, but leaves code behind'));
  }
  return found;
};

const nameBreaches = (file) =>
  file
    .toLowerCase()
    .split(/[/.-]/)
    .filter((word) => emptyWords.has(word))
    .map((word) => breachAt(file, `"${word}" says nothing about it`));

const fileBreaches = async (root, file) => {
  const found = nameBreaches(file);
  if (!/\.(ts|mts|mjs|js)$/.test(file)) return found;
  const source = await readFile(join(root, file), 'utf8');
  const lines = source.split('\n').length - 1;
  if (lines > maxLines && !file.startsWith('test/'))
    found.push(breachAt(file, `has ${lines} lines, at most ${maxLines} are allowed`));
  if (!file.startsWith('src/') || file.endsWith('.d.ts')) return found;
  const unreadable = (error) => [breachAt(file, `cannot be read: ${error.message.replaceAll('\n', ' ')}`)];
  return [...found, ...(await sourceBreaches(file, source).catch(unreadable))];
};

/** How many files were looked at below `root`, and a line for every breach. */
export const checkHouse = async (root) => {
  const strangers = (await readdir(root)).filter(
    (name) => !topLevel.has(name) && !notOurs.has(name) && !name.startsWith('.') && !name.endsWith('.tgz'),
  );
  const lists = await Promise.all(['src', 'demo', 'test'].map((folder) => filesBelow(root, folder)));
  const files = lists.flat();
  const found = await Promise.all(files.map((file) => fileBreaches(root, file)));
  const breaches = [
    ...strangers.map((name) => breachAt(name, 'does not belong at the top level')),
    ...found.flat(),
  ];
  return { files: files.length, breaches };
};
