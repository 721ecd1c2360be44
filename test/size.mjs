/**
 * `npm run size`: what a visitor downloads, against the budgets. Reads `dist`, which `npm run build` makes; writes
 * `dist/size.json`. A kB is 1,000 bytes. Where a budget is not reached yet, a ceiling holds what is reached: the row
 * says OVER, and the command fails as soon as the ceiling is broken. Ceilings only ever come down.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
if (!existsSync(join(dist, 'graph.json'))) {
  console.error('There is no dist/graph.json: run `npm run build` first.');
  process.exit(1);
}
const graph = JSON.parse(readFileSync(join(dist, 'graph.json'), 'utf8'));

const bytesOf = (file) => {
  const content = readFileSync(join(dist, file));
  return {
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
};

/** A chunk and all that it imports at once. */
const withImports = (file, found = new Set()) => {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of graph[file].imports) withImports(next, found);
  return found;
};

/** The chunks of a name with all they import, without those that are there already. */
const chunk = (name, there = new Set()) => {
  const entries = Object.keys(graph).filter((file) => graph[file].name === name);
  return new Set(entries.flatMap((file) => [...withImports(file)]).filter((file) => !there.has(file)));
};
const talk = chunk('talk');
const reply = chunk('reply', talk);
const usual = new Set([...talk, ...reply]);
const close = chunk('close', usual);
for (const file of close) usual.add(file);
const rest = Object.keys(graph).filter((file) => !usual.has(file));

const row = (what, files, budget, ceiling = budget) => {
  const sizes = [...files].map(bytesOf);
  const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
  const gzip = sum('gzip');
  const there = files.size !== 0 && files.length !== 0;
  return {
    what,
    files: [...files],
    raw: sum('raw'),
    gzip,
    brotli: sum('brotli'),
    budget: budget ?? null,
    withinBudget: there && (budget === undefined || gzip <= budget),
    ok: there && (ceiling === undefined || gzip <= ceiling),
  };
};

const rows = [
  row('loader, before intent', ['warmlead.js'], 3000),
  row('talk, to the first question', talk, 40_000),
  row('reply, right after it', reply),
  row('close, when idle', close, 15_000),
  row('all of a usual conversation', usual, 55_000, 86_300),
  ...rest.map((file) => row(`on need: ${graph[file].name}`, [file])),
  row('all in one file', ['warmlead.all.js']),
];

const cells = ({ what, raw, gzip, brotli, budget, withinBudget, ok }) => [
  what.padEnd(30),
  ...[raw, gzip, brotli].map((bytes) => bytes.toLocaleString('en').padStart(9)),
  (budget === null ? '' : `${budget.toLocaleString('en')}`).padStart(9),
  withinBudget ? '' : ok ? '  OVER' : '  OVER, and grown',
];
console.log(
  ['bytes'.padEnd(30), ...['raw', 'gzip', 'brotli', 'budget'].map((name) => name.padStart(9))].join(''),
);
for (const line of rows) console.log(cells(line).join(''));

writeFileSync(join(dist, 'size.json'), `${JSON.stringify({ unit: 'bytes', rows }, null, 2)}\n`);
if (rows.some(({ ok }) => !ok)) {
  console.error(
    'Something grew beyond its ceiling. dist/graph.json names the modules of every chunk, the largest first.',
  );
  process.exitCode = 1;
}
