/** A desk in this process, with its own folder and a clock that stands still until it is moved. */
import { rm } from 'node:fs/promises';
import { openCountStore } from '../../demo/desk/count-store.js';
import { openDatabase } from '../../demo/desk/database.js';
import { createDesk, type Desk, type DeskOptions } from '../../demo/desk/desk.js';
import { openLeadStore, type LeadStore } from '../../demo/desk/store.js';
import { playbookFor } from '../../demo/playbook.js';
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { newDeskFolder } from '../support/desk-folder.js';
import { contact, type Prospect } from './prospect.js';

export const DESK = 'http://desk.example';
export const PASSWORD = 'frosty-morning';
/** A Monday afternoon in opening hours. */
export const MONDAY = Date.parse('2026-11-23T15:12:05.000Z');

export interface DeskStage {
  readonly db: Awaited<ReturnType<typeof openDatabase>>;
  readonly store: LeadStore;
  readonly playbook: Playbook;
  readonly desk: Desk;
  readonly problems: readonly unknown[];
  now(): number;
  pass(ms: number): void;
  /** A request of a stranger. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The cookie of somebody who is logged in: the same one for eleven hours. */
  login(): Promise<string>;
  /** A request of somebody who is logged in, as a browser sends it. */
  as(cookie: string, path: string, init?: RequestInit): Promise<Response>;
  send(lead: Lead): Promise<Response>;
  /** Another desk with the same leads, from now on with other settings. */
  restart(more: Partial<DeskOptions>): void;
  /** Forgets every lead and every count, and sets the clock back to where it began. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export const startDesk = async (more: Partial<DeskOptions> = {}): Promise<DeskStage> => {
  const folder = await newDeskFolder();
  const db = await openDatabase({ folder });
  const store = await openLeadStore(db);
  const playbook = playbookFor(DESK);
  const counts = await openCountStore(db, () => playbook.routing?.hours?.zone ?? 'UTC');
  let nowMs = MONDAY;
  const problems: unknown[] = [];
  let cookie = '';
  let loggedInMs = Number.NEGATIVE_INFINITY;
  const made = (options: Partial<DeskOptions>): Desk =>
    createDesk({
      store,
      counts,
      password: PASSWORD,
      clock: { nowMs: () => nowMs, monotonicMs: () => nowMs - MONDAY, after: () => () => undefined },
      playbooks: () => [playbook],
      origins: ['http://site.example'],
      leadsPerMinute: 0,
      retentionDays: 180,
      onProblem: (error) => problems.push(error),
      ...options,
    });
  let desk = made(more);
  const ask: DeskStage['ask'] = async (path, init = {}) =>
    desk.app.fetch(
      new Request(new URL(path, DESK), {
        ...init,
        headers: { Accept: 'text/html', ...(init.headers as Record<string, string> | undefined) },
      }),
    );
  const as: DeskStage['as'] = (cookie, path, init = {}) =>
    ask(path, {
      ...init,
      headers: { Cookie: cookie, Origin: DESK, ...(init.headers as Record<string, string>) },
    });
  return {
    db,
    store,
    playbook,
    get desk() {
      return desk;
    },
    problems,
    now: () => nowMs,
    pass: (ms) => {
      nowMs += ms;
    },
    ask,
    as,
    login: async () => {
      if (nowMs - loggedInMs < 11 * 3_600_000) return cookie;
      const response = await ask('/login', {
        method: 'POST',
        body: new URLSearchParams({ password: PASSWORD }),
      });
      loggedInMs = nowMs;
      cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return cookie;
    },
    send: (lead) =>
      ask('/leads', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': lead.key },
        body: JSON.stringify(lead),
      }),
    restart: (options) => {
      desk.close();
      desk = made(options);
      loggedInMs = Number.NEGATIVE_INFINITY;
    },
    clear: async () => {
      nowMs = MONDAY;
      await db.query('truncate leads, receipts, assignments, counts');
    },
    close: async () => {
      desk.close();
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Says everything that makes a hot lead. */
export const ADA: Prospect = {
  says: {
    need: 'alarms',
    sites: '12',
    start: 'quarter',
    role: 'recommend',
    budget: 'to1000',
    contact: contact({
      name: 'Ada Example',
      email: 'ada@north.example',
      company: 'North Foods',
      phone: '+44 7700 900123',
    }),
  },
  asks: ['Do you integrate with our warehouse software?'],
};

/** The number of the lead with this name on a page of the inbox; empty when it is not there. */
export const refIn = (html: string, name: string): string => {
  const found = html.match(/data-ref="([^"]+)"\s+data-name="([^"]*)"/g) ?? [];
  const row = found.find((text) => text.includes(`data-name="${name}"`));
  return row?.match(/WL-[A-Z0-9]+/)?.[0] ?? '';
};
