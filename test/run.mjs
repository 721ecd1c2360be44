/**
 * `npm test` runs every suite, `npm test -- unit journeys` some of them. Sees to packages and browsers first. A green
 * suite is a line, a red one all it printed; the last line is `N passed, N failed`.
 */
import { installPackages, requireNode, seeToBrowsers } from './build/bootstrap.mjs';

requireNode();
installPackages();

const { distIsFresh } = await import('./build/fresh.mjs');
const { isEnding } = await import('./build/process.mjs');
const { suites } = await import('./build/suites.mjs');

const needsBrowsers = ['browser', 'journeys', 'slow'];

const chosen = () => {
  const names = process.argv.slice(2);
  if (names.length === 0) return suites.filter(({ onlyWhenNamed }) => !onlyWhenNamed);
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such suite: ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(1);
  }
  const picked = suites.filter(({ name }) => names.includes(name));
  const stale = picked.some(({ needsBuild }) => needsBuild) && !names.includes('build') && !distIsFresh();
  const build = suites.filter(({ name }) => name === 'build');
  return stale ? [...build, ...picked] : picked;
};

const line = ({ name, seconds, passed, failed, skipped, note = '' }) =>
  [
    name.padEnd(10),
    seconds.toFixed(1).padStart(8),
    String(passed).padStart(8),
    String(failed).padStart(8),
    String(skipped).padStart(8),
    note && `  ${note}`,
  ].join('');

// What moves the cursor would wipe out lines of this report.
const cursorMoves = /\u001b\[\d*[A-K]/g;

const runSuite = async ({ name, needsBuild, run }, buildFailed) => {
  if (needsBuild && buildFailed) {
    console.log(`✗ ${name}: not run, for the build failed`);
    return { name, seconds: 0, passed: 0, failed: 1, skipped: 0, note: 'not run' };
  }
  const begun = performance.now();
  const result = await run();
  const seconds = (performance.now() - begun) / 1000;
  if (isEnding()) return null;
  if (result.failed > 0)
    console.log(`\n─── ${name} ${'─'.repeat(60)}\n${result.output.replace(cursorMoves, '').trim()}\n`);
  const words = result.failed > 0 ? `${result.failed} failed` : `${result.passed} passed`;
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${name}: ${words} in ${seconds.toFixed(1)} s`);
  return { name, seconds, ...result };
};

const picked = chosen();
const missing = picked.some(({ name }) => needsBrowsers.includes(name)) ? seeToBrowsers() : [];
const results = [];
for (const suite of picked) {
  if (isEnding()) break;
  const buildFailed = results.some(({ name, failed }) => name === 'build' && failed > 0);
  results.push(await runSuite(suite, buildFailed));
}

const report = () => {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${'suite'.padEnd(10)} seconds  passed  failed skipped`);
  for (const result of results) console.log(line(result));
  if (missing.length > 0) {
    console.log(`\nSKIPPED ENGINES: ${missing.join(', ')} not installed. Nothing above is about them.`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
};
if (!isEnding()) report();
