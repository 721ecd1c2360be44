/**
 * Starts the demo: a company's site with the chat on it, and the desk that its leads arrive at.
 *
 * PORT, DESK_PORT   ports; 0 (the default) takes a free one
 * DATA_DIR          where the desk keeps its leads, default .data/desk
 * DATABASE_URL      a PostgreSQL server to keep them instead
 * DESK_PASSWORD     default: a new one at every start, printed below
 * LEADS_PER_MINUTE  new leads the desk takes from everybody together, default 600; 0: no limit
 * PLAYBOOK          file with the playbook, default demo/playbook.json
 * PRIVATE_PART      file with the private part of the playbook, default demo/private.json; only the desk reads it
 * FORWARD_TO        programs that leads are passed on to; their settings stand in desk/programs.ts
 * ANSWER_API_URL    a language model that answers typed questions; what belongs to it stands in desk/answers.ts
 * DESK_URL          address of the desk as its people open it, for links in what is passed on
 * RETENTION_DAYS    days after which a lead is erased, default 180
 * READY_JSON=1      also prints one JSON line {site, desk, password} when both are up
 */
import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../src/compose/knowledge.js';
import { modelFrom } from './desk/answers.js';
import { FolderInUse } from './desk/folder-lock.js';
import { openCountStore } from './desk/count-store.js';
import { openDatabase } from './desk/database.js';
import { createDesk } from './desk/desk.js';
import { createForwardStore } from './desk/forward-store.js';
import { createForwarding } from './desk/forwarding.js';
import { programsFrom, SettingFault } from './desk/programs.js';
import { newPassword } from './desk/session.js';
import { openLeadStore } from './desk/store.js';
import { systemClock } from './desk/system-clock.js';
import { playbookFor, PLAYBOOK_FILE, PRIVATE_FILE, withPrivateFile } from './playbook.js';
import { createSite } from './site/site.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HOST = '127.0.0.1';
const { env } = process;

/** A number from the environment; the default when it is missing or no number. */
const numberFrom = (text: string | undefined, otherwise: number): number => {
  const number = Number(text);
  return text === undefined || text === '' || !Number.isFinite(number) ? otherwise : number;
};

const listen = (
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<{ server: ServerType; url: string; port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: HOST }, (address: AddressInfo) => {
      server.off('error', reject);
      resolve({ server, url: `http://${HOST}:${address.port}`, port: address.port });
    });
    server.once('error', reject);
  });

/** Both names that a browser on this machine may use for the same place. */
const namesOf = (port: number): readonly string[] => [`http://${HOST}:${port}`, `http://localhost:${port}`];

const start = async () => {
  const password = env.DESK_PASSWORD || newPassword();
  const targets = programsFrom(env, fetch);
  const model = modelFrom(env);
  const db = await openDatabase({
    folder: env.DATA_DIR || join(ROOT, '.data/desk'),
    url: env.DATABASE_URL,
  });
  const store = await openLeadStore(db);
  const counts = await openCountStore(db, () => whole.routing?.hours?.zone ?? 'UTC');
  const origins: string[] = [];
  const onProblem = (error: unknown) =>
    console.error(`desk: ${error instanceof Error ? error.message : 'unknown problem'}`);
  const playbooks = () => [whole];
  const clock = systemClock;
  const forwards = createForwardStore(db);
  const deskUrl = env.DESK_URL;
  const forwarding =
    targets.length > 0
      ? await createForwarding({ targets, forwards, leads: store, playbooks, clock, deskUrl, onProblem })
      : undefined;
  const desk = createDesk({
    store,
    counts,
    password,
    clock,
    playbooks,
    ...(forwarding && { forwarding }),
    ...(model && {
      answers: {
        model,
        ask: fetch,
        knowledge: async (playbook) => (await loadKnowledge(playbook, `${site.url}/playbook.json`)).entries,
      },
    }),
    origins,
    leadsPerMinute: numberFrom(env.LEADS_PER_MINUTE, 600),
    retentionDays: numberFrom(env.RETENTION_DAYS, 180),
    onProblem,
  });
  const deskServer = await listen(desk.app.fetch, numberFrom(env.DESK_PORT, 0));
  const playbook = playbookFor(deskServer.url, {
    file: env.PLAYBOOK || PLAYBOOK_FILE,
    answers: model !== undefined,
  });
  const whole = withPrivateFile(playbook, env.PRIVATE_PART || PRIVATE_FILE);
  const pages = createSite({ dist: join(ROOT, 'dist'), playbook, deskOrigin: deskServer.url });
  const site = await listen(pages.fetch, numberFrom(env.PORT, 0));
  origins.push(...namesOf(site.port));
  await desk.tidy();
  void forwarding?.wake();

  console.log(`Site      ${site.url}`);
  console.log(`Try page  ${site.url}/try/`);
  console.log(`Desk      ${deskServer.url}`);
  console.log(`Password  ${password}`);
  if (env.READY_JSON === '1') console.log(JSON.stringify({ site: site.url, desk: deskServer.url, password }));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    desk.close();
    for (const { server } of [site, deskServer]) {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    }
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
};

start().catch((error: unknown) => {
  const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (error instanceof FolderInUse || error instanceof SettingFault) console.error(error.message);
  else if (busy)
    console.error('That port is taken. Choose another with PORT and DESK_PORT, or leave them out.');
  else console.error(error);
  process.exit(1);
});
