/** The demo as its own process, as `npm start` runs it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Started {
  readonly site: string;
  readonly desk: string;
  readonly password: string;
  /** Everything printed so far. */
  output(): string;
  /** Sends a signal; resolves with the exit code (null when the signal ended it). */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Resolves when both servers are up, or when the process ended before. */
export const startServer = (env: { readonly [name: string]: string }): Promise<Started | Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', DESK_PORT: '0', READY_JSON: '1', DATABASE_URL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      const ready = text.match(/^\{"site":.*\}$/m)?.[0];
      if (!ready) return;
      resolve({
        ...(JSON.parse(ready) as { site: string; desk: string; password: string }),
        output: () => text,
        end: (signal) => {
          child.kill(signal);
          return exited;
        },
      });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exited.then((code) => resolve({ code, output: text }));
  });
