/**
 * The browser tests: `npm test -- browser`, or `npx wtr --config test/wtr.config.mjs` for one's own files with
 * `--files`. BROWSERS=chromium,webkit chooses engines.
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { register } from 'tsx/esm/api';

// The runner reads its configuration with plain Node, our support files are TypeScript.
const unregister = register();
const { launchBrowsers } = await import('./support/wtr-browsers.ts');
const { commandsPlugin } = await import('./support/wtr-commands.ts');
const { countsReporter } = await import('./support/wtr-counts.ts');
await unregister();

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const counts = process.env.WARMLEAD_COUNTS;
const browsers = launchBrowsers();

// What axe finds is the same in every engine, nearly: one look is taken in all of them, the others in the first. Files
// that are named run wherever asked.
const everywhere = 'test/elements/accessibility-320-light.test.ts';
const looks = ['test/elements/accessibility-*.test.ts', `!${everywhere}`];
const areNamed = process.argv.includes('--files');

export default {
  rootDir: at('..'),
  files: [
    'test/{elements,adapters,embed}/**/*.test.ts',
    '!test/elements/accessibility-*.test.ts',
    everywhere,
  ],
  ...(!areNamed && { groups: [{ name: 'looks', files: looks, browsers: browsers.slice(0, 1) }] }),
  nodeResolve: { exportConditions: ['production'] },
  browsers,
  concurrentBrowsers: browsers.length,
  plugins: [commandsPlugin, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: at('../tsconfig.json') })],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(counts ? [countsReporter(counts)] : []),
  ],
  // A hang is a failure, slowness of a busy machine is not.
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // For one file in one engine; a file of accessibility checks is slow on a busy machine.
  testsFinishTimeout: 300_000,
};
