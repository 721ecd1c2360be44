/**
 * `npm start`: sees to the packages, builds what is not built, and runs the demo until Ctrl-C. The demo chooses free
 * ports (or takes PORT and DESK_PORT) and prints its addresses.
 */
import { installPackages, requireNode } from '../test/build/bootstrap.mjs';

requireNode();
installPackages();

const { distIsFresh } = await import('../test/build/fresh.mjs');
const { runNode } = await import('../test/build/process.mjs');

if (!distIsFresh()) {
  console.log('Building the files for the script tag. This takes a few seconds.');
  const { code, output } = await runNode(['test/build/build.mjs']);
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}
const { code } = await runNode(['--import=tsx', 'demo/server.ts'], { output: 'show' });
process.exitCode = code;
