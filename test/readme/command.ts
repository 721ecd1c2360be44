/** The command `warmlead` as a manual's reader runs it, in a folder with the files that the examples name. */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './pages.js';

export interface Ran {
  readonly status: number | null;
  readonly said: string;
}

export interface Command {
  /** Runs it in a new folder with these files. `args` as they stand behind `warmlead`. */
  run(files: { readonly [name: string]: string }, ...args: readonly string[]): Promise<Ran>;
  close(): Promise<void>;
}

/** Built once into one file, so that a run takes no longer than it has to. */
export const buildCommand = async (): Promise<Command> => {
  const folder = await mkdtemp(join(tmpdir(), 'warmlead-manual-'));
  const file = join(folder, 'esm/cli/warmlead.mjs');
  await build({
    entryPoints: [join(ROOT, 'src/cli/warmlead.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
    logLevel: 'error',
  });
  await cp(join(ROOT, 'demo/try/starters'), join(folder, 'starters'), { recursive: true });
  return {
    async run(files, ...args) {
      const cwd = await mkdtemp(join(folder, 'run-'));
      for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
      const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
        cwd,
        encoding: 'utf8',
      });
      return { status, said: stdout + stderr };
    },
    close: () => rm(folder, { recursive: true }),
  };
};
