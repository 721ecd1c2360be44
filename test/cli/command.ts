/** The command `warmlead` as its users run it, in a process of its own. */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  /** Runs it in a folder. `args` as they stand behind `warmlead`. */
  runIn(folder: string, ...args: readonly string[]): Ran;
  /** Runs it in a new folder with these files. */
  run(files: { readonly [name: string]: string }, ...args: readonly string[]): Promise<Ran>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Built once into one file, so that a run takes no longer than it has to. */
export const buildCommand = async (): Promise<Command> => {
  const folder = await mkdtemp(join(tmpdir(), 'warmlead-command-'));
  const file = join(folder, 'esm/cli/warmlead.mjs');
  await build({
    entryPoints: [join(root, 'src/cli/warmlead.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
    logLevel: 'error',
  });
  await cp(join(root, 'demo/try/starters'), join(folder, 'starters'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  const runIn: Command['runIn'] = (cwd, ...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  return {
    runIn,
    async run(files, ...args) {
      const cwd = await mkdtemp(join(folder, 'run-'));
      for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
      return runIn(cwd, ...args);
    },
    close: () => rm(folder, { recursive: true }),
  };
};
