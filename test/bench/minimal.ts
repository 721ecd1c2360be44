/** The smallest panel of the same libraries, measured on this machine: budgets were set on another one. */
import { build, type BuildOptions } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = (name: string) => fileURLToPath(new URL(`./minimal/${name}`, import.meta.url));

/** Runs with a folder that holds its two files, where the real one's would be. */
export const withMinimalPanel = async <T>(run: (dist: string) => Promise<T>): Promise<T> => {
  const dist = await mkdtemp(join(tmpdir(), 'warmlead-minimal-'));
  const setting = {
    bundle: true,
    minify: true,
    outdir: dist,
    conditions: ['production'],
    target: 'es2022',
  } satisfies BuildOptions;
  try {
    await build({ ...setting, entryPoints: [source('warmlead.ts')], format: 'iife' });
    await build({ ...setting, entryPoints: [source('panel.ts')], format: 'esm' });
    return await run(dist);
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
};
