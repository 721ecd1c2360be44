/** The demo as `npm start` runs it: the company's site and the real desk, on free ports, with a folder of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Lead } from '../../src/lead/lead.js';
import { newDeskFolder } from './desk-folder.js';

export interface Demo {
  readonly site: string;
  readonly desk: string;
  readonly password: string;
  /** Every lead on the desk but trials, newest first of each tab, as the desk hands it out to somebody who is logged in. */
  leads(): Promise<readonly Lead[]>;
  /** A page of the desk as somebody reads it who is logged in: its text without the markup. */
  reads(path: string): Promise<string>;
  /** The page of the lead with this e-mail address. */
  pageOf(email: string): Promise<string>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const refs = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/data-ref="(WL-[A-Z0-9]+)"/g)].map(([, ref]) => ref ?? '')),
];

/** `env`: further settings, see demo/server.ts. */
export const startDemo = async (env: Readonly<Record<string, string>> = {}): Promise<Demo> => {
  const folder = await newDeskFolder();
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
    cwd: root,
    env: { ...process.env, ...env, DATA_DIR: folder, PORT: '0', DESK_PORT: '0', READY_JSON: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let ready: { site: string; desk: string; password: string } | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue;
    ready = JSON.parse(line) as typeof ready;
    break;
  }
  if (!ready) throw new Error('The demo did not start.');
  const { site, desk, password } = ready;
  const login = await fetch(`${desk}/login`, {
    method: 'POST',
    headers: { origin: desk },
    body: new URLSearchParams({ password }),
    redirect: 'manual',
  });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const ask = (path: string) =>
    fetch(desk + path, { headers: { cookie, accept: 'text/html, application/json' } });
  // What a machine typed this fast may lie under Spam.
  const inbox = async (): Promise<readonly (readonly [ref: string, lead: Lead])[]> => {
    const lists = await Promise.all(['/', '/?tab=spam'].map(async (path) => (await ask(path)).text()));
    return Promise.all(
      refs(lists.join()).map(
        async (ref) => [ref, (await (await ask(`/leads/${ref}.json`)).json()) as Lead] as const,
      ),
    );
  };
  const reads = async (path: string): Promise<string> =>
    (await (await ask(path)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return {
    site,
    desk,
    password,
    leads: async () => (await inbox()).map(([, lead]) => lead),
    reads,
    async pageOf(email) {
      const found = (await inbox()).find(([, { contact }]) => contact?.email === email);
      if (!found) throw new Error(`No lead of ${email} is on the desk.`);
      return reads(`/leads/${found[0]}`);
    },
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
