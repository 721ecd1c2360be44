/**
 * Which engines a test run uses: those named in BROWSERS (all three by default) that are installed. A missing
 * one is a failure where CI is set and a loud skip elsewhere, so that green never hides an engine that did not run.
 */
import { engineNames, installedBrowsers, type Engine } from './installed.mjs';

export type { Engine };

const wanted = (): readonly Engine[] => {
  const named = process.env.BROWSERS?.split(',').map((name) => name.trim().toLowerCase());
  if (!named) return engineNames;
  const unknown = named.filter((name) => !engineNames.some((engine) => engine === name));
  if (unknown.length > 0)
    throw new Error(`BROWSERS names no engine: ${unknown.join(', ')}. Use ${engineNames.join(', ')}.`);
  return engineNames.filter((engine) => named.includes(engine));
};

const present = (): readonly Engine[] => {
  const installed = installedBrowsers();
  const missing = wanted().filter((engine) => !installed[engine]);
  if (missing.length > 0 && process.env.CI)
    throw new Error(`Not installed, and CI needs it: ${missing.join(', ')}.`);
  for (const engine of missing) console.warn(`SKIPPED: ${engine} is not installed, its tests did not run.`);
  return wanted().filter((engine) => installed[engine]);
};

/** The engines to loop over, in a fixed order. */
export const engines: readonly Engine[] = present();

/** The first of them, for what hangs on the page and the desk more than on the engine. BROWSERS makes it another. */
export const oneEngine: readonly Engine[] = engines.slice(0, 1);

/** True for root, where Chromium's own sandbox cannot start. */
export const asRoot = process.getuid?.() === 0;

export const chromiumArguments: readonly string[] = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];
