/** The suites of `npm test`: what each runs and how it is counted. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';
import { runNode } from './process.mjs';

const bin = (path) => join(root, 'node_modules', path);
const tsc = bin('typescript/lib/tsc.js');
const minutes = 60_000;

const failure = (output) => ({ passed: 0, failed: 1, skipped: 0, output });

/** A check of one or more commands: one test, passed when all of them exit with 0. */
const check =
  (...commands) =>
  async () => {
    const outputs = [];
    let failed = 0;
    for (const args of commands) {
      const { code, output } = await runNode(args, { timeoutMs: 5 * minutes });
      outputs.push(output);
      if (code !== 0) failed = 1;
    }
    return { passed: 1 - failed, failed, skipped: 0, output: outputs.join('') };
  };

/** Runs with WARMLEAD_COUNTS naming a file for the counts; answers those with the exit code and the output. */
const counted = async (args, timeoutMs) => {
  const folder = mkdtempSync(join(tmpdir(), 'warmlead-counts-'));
  const file = join(folder, 'counts.json');
  const { code, output } = await runNode(args(file), { env: { WARMLEAD_COUNTS: file }, timeoutMs });
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    counts = undefined;
  }
  rmSync(folder, { recursive: true });
  return { code, output, counts };
};

/** A run that failed without a failed test, or in which nothing was tested, is one failure more. */
const judged = ({ code, output, counts, trouble = '' }) => {
  if (!counts) return failure(output);
  const silent = code !== 0 && counts.failed === 0;
  const nothing = counts.passed + counts.failed === 0 ? 'No test was executed.\n' : '';
  const words = `${trouble}${nothing}`;
  const { passed, skipped } = counts;
  return {
    passed,
    skipped,
    failed: counts.failed + (silent || words ? 1 : 0),
    output: `${output}\n${words}`,
  };
};

const testFiles = (folder, without = []) =>
  (existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    : []
  )
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .filter((file) => !without.some((name) => file.startsWith(join(folder, name))))
    .toSorted();

const nodeTests =
  (list, { concurrency, timeoutMs }) =>
  async () => {
    const files = list();
    if (files.length === 0) return failure('There is no test file, so nothing was tested.\n');
    const reporter = pathToFileURL(join(root, 'test/support/node-counts.mjs')).href;
    const result = await counted(
      (counts) => [
        '--import=tsx',
        `--import=${pathToFileURL(join(root, 'test/support/fixed-seed.mjs')).href}`,
        '--test',
        `--test-concurrency=${concurrency}`,
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        `--test-reporter=${reporter}`,
        `--test-reporter-destination=${counts}`,
        ...files,
      ],
      timeoutMs,
    );
    const empty = result.counts?.empty ?? [];
    return judged({ ...result, trouble: empty.map((file) => `${file} holds no test.\n`).join('') });
  };

const browserTests = async () => {
  const wtr = bin('@web/test-runner/dist/bin.js');
  const result = await counted(() => [wtr, '--config', 'test/wtr.config.mjs'], 20 * minutes);
  const perEngine = Object.entries(result.counts?.perEngine ?? {});
  const idle = perEngine.filter(([, { passed, failed }]) => passed + failed === 0);
  const trouble = idle.map(([engine]) => `${engine} executed no test.\n`).join('');
  const note = perEngine.map(([engine, { passed }]) => `${engine} ${passed}`).join(', ');
  return { ...judged({ ...result, trouble }), note };
};

const browserFolders = ['elements', 'adapters', 'embed'];
const notUnit = [...browserFolders, 'journeys', 'slow', 'fixtures'];

/** In their order; `needsBuild` are those that look at `dist`. */
export const suites = [
  { name: 'types', run: check([tsc, '-p', 'tsconfig.json']) },
  { name: 'pure', run: check([tsc, '-p', 'src/tsconfig.pure.json']) },
  { name: 'layers', run: check(['test/layers.mjs']) },
  {
    name: 'lint',
    run: check(
      [bin('oxlint/bin/oxlint'), '--deny-warnings', 'src', 'demo', 'test', 'rollup.config.mjs'],
      [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
    ),
  },
  {
    name: 'unit',
    run: nodeTests(() => testFiles('test', notUnit), { concurrency: 2, timeoutMs: 20 * minutes }),
  },
  { name: 'build', run: check(['test/build/build.mjs']) },
  { name: 'browser', run: browserTests },
  {
    name: 'journeys',
    needsBuild: true,
    // Browsers wait a good deal, so three at a time keep two cores busy.
    run: nodeTests(() => testFiles('test/journeys'), { concurrency: 3, timeoutMs: 20 * minutes }),
  },
  { name: 'exports', needsBuild: true, run: check(['test/exports.mjs']) },
  { name: 'size', needsBuild: true, run: check(['test/size.mjs']) },
  {
    name: 'slow',
    onlyWhenNamed: true,
    needsBuild: true,
    run: nodeTests(() => testFiles('test/slow'), { concurrency: 1, timeoutMs: 60 * minutes }),
  },
];
