/**
 * `npm run bench`: times and memory against the budgets, and how well questions find their answers. Builds `dist` where
 * it is old; writes `dist/bench.json`; exits 1 when a budget is broken or answers are found less well than promised.
 * Give it a quiet machine. `npm run bench -- retrieval` only looks for answers, which takes no build and no browser.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { installPackages, requireNode, root, seeToBrowsers } from './build/bootstrap.mjs';

requireNode();
installPackages();

const { register } = await import('tsx/esm/api');
register();
const { measureRetrieval, retrievalLines } = await import('./bench/retrieval.ts');
const retrieval = measureRetrieval();
for (const line of retrievalLines(retrieval)) console.log(line);
if (process.argv.includes('retrieval')) process.exit(retrieval.ok ? 0 : 1);
console.log();

process.env.BROWSERS = 'chromium';
if (seeToBrowsers().length > 0) process.exit(1);

const { distIsFresh } = await import('./build/fresh.mjs');
const { runNode } = await import('./build/process.mjs');
if (!distIsFresh()) {
  const { code, output } = await runNode(['test/build/build.mjs']);
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}

const { foldRows } = await import('./bench/fold.ts');
const { visitRows } = await import('./bench/visit.ts');
const { executedRows } = await import('./bench/executed.ts');

const [load] = loadavg();
const cores = availableParallelism();
const dist = join(root, 'dist');
const rows = [...(await foldRows()), ...(await visitRows(dist)), ...(await executedRows(dist))];

const figure = (value, unit) => (unit === 'ms' ? value.toFixed(2) : Math.round(value).toLocaleString('en'));
console.log(`${'what'.padEnd(46)}${'value'.padStart(12)}${'budget'.padStart(12)}  unit${'runs'.padStart(8)}`);
for (const { what, value, budget, unit, runs, ok } of rows) {
  const cells = [
    what.padEnd(46),
    figure(value, unit).padStart(12),
    figure(budget, unit).padStart(12),
    `  ${unit}`.padEnd(8),
  ];
  console.log(`${cells.join('')}${String(runs).padStart(6)}${ok ? '' : '  OVER'}`);
}
// One busy core is this benchmark itself.
if (load > 1)
  console.log(`The machine was busy (load ${load.toFixed(1)} on ${cores} cores): the times are too long.`);
writeFileSync(join(dist, 'bench.json'), `${JSON.stringify({ load, cores, rows, retrieval }, null, 2)}\n`);
process.exitCode = rows.some(({ ok }) => !ok) || !retrieval.ok ? 1 : 0;
