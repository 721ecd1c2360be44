/**
 * The desk: the lead inbox, and the address that leads are sent to. Whoever has no password can send a lead
 * and nothing else.
 */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { brief } from '../../src/lead/brief.js';
import { transcript } from '../../src/lead/transcript.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { Clock } from '../../src/ports/clock.js';
import { createRateLimit } from '../../src/receiver/rate-limit.js';
import { createReceiver } from '../../src/receiver/receiver.js';
import { createTakenSlots } from '../../src/receiver/taken-slots.js';
import { rejudge } from '../../src/receiver/rejudge.js';
import { answersIntake, type AnswerOptions } from './answers.js';
import { bothParts } from './both-parts.js';
import { calendarOf } from './calendar.js';
import { checkLead } from './check-lead.js';
import type { Forwarding } from './forwarding.js';
import type { DeskCounts } from './count-store.js';
import { createLive } from './live.js';
import { countsIntake, numbersRoutes } from './numbers.js';
import { guarded } from './guarded.js';
import { safeNext, sameOriginForms, senderOf } from './requests.js';
import { questionsFile } from './questions-file.js';
import { createSessions, SESSION_COOKIE } from './session.js';
import type { Drawer, LeadStore } from './store.js';
import { testLead } from '../../src/authoring/test-lead.js';
import { inboxPage } from './views/inbox.js';
import { leadPage } from './views/lead.js';
import { loginPage } from './views/login.js';

const SHOWN = 200;
const DAY_MS = 86_400_000;
/** Receipts answer repeats; senders give up after a week. */
const RECEIPT_DAYS = 30;
const HOUSEKEEPING_MS = 3_600_000;

export interface DeskOptions {
  readonly store: LeadStore;
  readonly counts: DeskCounts;
  readonly password: string;
  readonly clock: Clock;
  /** Every playbook whose leads may arrive here. The first is the one test leads are made with. */
  readonly playbooks: () => readonly Playbook[];
  /** Origins of the sites whose pages send leads. */
  readonly origins: readonly string[];
  /** New leads in any minute, from everybody together. Zero: no limit. */
  readonly leadsPerMinute: number;
  /** Days after its last delivery when a lead is erased. */
  readonly retentionDays: number;
  /** Passes leads on to other programs. Left out: nothing is. */
  readonly forwarding?: Forwarding;
  /** Answers typed questions with a language model. Left out: they stay in the chat. */
  readonly answers?: AnswerOptions;
  readonly onProblem: (error: unknown) => void;
}

export interface Desk {
  readonly app: Hono;
  /** Erases what is older than the retention allows. Also runs by itself, every hour. */
  tidy(): Promise<number>;
  close(): void;
}

export const createDesk = (options: DeskOptions): Desk => {
  const { store, clock, playbooks, forwarding } = options;
  const sessions = createSessions(options.password, clock);
  const live = createLive();
  const assigning = bothParts(store, playbooks);
  let isClosed = false;
  const changed = () => {
    if (isClosed) return;
    live.announce();
    void forwarding?.wake();
  };
  const arrived = async (id: string): Promise<void> => {
    await assigning.arrived(id).catch((error: unknown) => isClosed || options.onProblem(error));
    changed();
  };
  const intake = createRateLimit(clock, { most: options.leadsPerMinute, windowMs: 60_000, names: 1 });
  const receive = createReceiver({
    store,
    validate: checkLead,
    judge: rejudge((id) => playbooks().filter((playbook) => playbook.id === id)),
    origins: options.origins,
    clock,
    ...(options.leadsPerMinute > 0 ? { limit: () => intake.take('all') } : {}),
    onReceived: ({ lead }) => void arrived(lead),
    onProblem: options.onProblem,
  });
  const zone = () => playbooks()[0]?.routing?.hours?.zone ?? 'UTC';

  const app = new Hono();
  app.all('/leads/counts', countsIntake(options));
  app.all('/leads', (c) => receive(c.req.raw));
  const takenSlots = createTakenSlots({ ...options, taken: store.takenSlots });
  if (options.answers) app.all('/answers', answersIntake(options.answers, options));
  app.all('/slots', (c) => takenSlots(c.req.raw));
  app.use(guarded);
  app.use(sameOriginForms);
  app.get(
    '/desk/*',
    serveStatic({
      root: fileURLToPath(new URL('./public', import.meta.url)),
      rewriteRequestPath: (path) => path.replace(/^\/desk/, ''),
    }),
  );

  app.get('/login', (c) => c.html(loginPage({ next: safeNext(c.req.query('next')) })));
  app.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const next = safeNext(form['next']);
    const login = sessions.login(String(form['password'] ?? ''), senderOf(c));
    if (login.ok) {
      setCookie(c, SESSION_COOKIE, login.token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect(next, 303);
    }
    const wait = login.waitSeconds === null ? null : Math.ceil(login.waitSeconds);
    const problem =
      wait === null ? 'That is not the password.' : `Too many attempts. Try again in ${wait} s.`;
    if (wait !== null) c.header('Retry-After', String(wait));
    return c.html(loginPage({ problem, next }), wait === null ? 401 : 429);
  });
  app.use(async (c, next) => {
    if (sessions.holds(getCookie(c, SESSION_COOKIE))) return next();
    if (c.req.method !== 'GET' || !(c.req.header('accept') ?? '').includes('text/html')) {
      return c.json({ code: 'desk.login-needed', message: 'Log in at /login first.' }, 401);
    }
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/login?next=${encodeURIComponent(pathname + search)}`, 303);
  });

  app.get('/', async (c) => {
    const drawer = drawerNamed(c.req.query('tab'));
    const search = c.req.query('q') ?? '';
    const [found, counts] = await Promise.all([
      store.list({ drawer, search, most: SHOWN + 1 }),
      store.counts(),
    ]);
    const shown = found.slice(0, SHOWN);
    const both = await assigning.all(shown.map(({ lead }) => lead));
    const leads = shown.map((kept, i) => ({ ...kept, lead: both[i]?.lead ?? kept.lead }));
    const more = found.length > SHOWN;
    return c.html(inboxPage({ drawer, search, leads, counts, more, nowMs: clock.nowMs(), zone: zone() }));
  });
  if (forwarding) app.route('/', forwarding.routes);
  app.route('/', numbersRoutes({ ...options, assigning, zone }));
  app.get('/questions.csv', questionsFile(store));
  app.get('/events', () => live.listen());
  app.get('/leads/:file{WL-[A-Z0-9]+\\.json}', async (c) => {
    const kept = await store.byRef(c.req.param('file').replace('.json', ''));
    if (!kept) return c.notFound();
    return c.body(`${JSON.stringify(kept.lead, null, 2)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${kept.ref}.json"`,
    });
  });
  app.get(
    '/leads/:file{WL-[A-Z0-9]+\\.ics}',
    calendarOf(store, () => ({ zone: zone() })),
  );
  app.get('/leads/:ref', async (c) => {
    const kept = await store.byRef(c.req.param('ref'));
    if (!kept) return c.notFound();
    const both = await assigning.of(kept.lead);
    const lead = both?.lead ?? kept.lead;
    const hours = playbooks()[0]?.routing?.hours;
    const earlier = await store.fromSamePerson(lead);
    const setting = {
      zone: zone(),
      receivedAt: kept.receivedAt.toISOString(),
      earlier,
      ...(hours && { hours }),
    };
    const view = {
      kept: { ...kept, lead },
      both,
      nowMs: clock.nowMs(),
      zone: zone(),
      brief: brief(lead, setting),
      transcript: transcript(lead),
      forwarded: (await forwarding?.of(lead.id)) ?? [],
    };
    return c.html(leadPage(view));
  });
  app.post('/leads/:ref/done', async (c) => {
    const open = (await c.req.parseBody())['open'] === 'yes';
    await store.setDone(c.req.param('ref'), open ? null : new Date(clock.nowMs()));
    live.announce();
    return c.redirect(open ? `/leads/${c.req.param('ref')}` : '/', 303);
  });
  app.post('/leads/:ref/spam', async (c) => {
    const isSpam = (await c.req.parseBody())['is'] === 'yes';
    await store.setSpam(c.req.param('ref'), isSpam);
    changed();
    return c.redirect(isSpam ? '/' : `/leads/${c.req.param('ref')}`, 303);
  });
  app.post('/leads/:ref/erase', async (c) => {
    await store.erase(c.req.param('ref'));
    changed();
    return c.redirect('/', 303);
  });
  app.post('/test-lead', async (c) => {
    const [playbook] = playbooks();
    if (!playbook) return c.notFound();
    const lead = testLead(playbook, clock.nowMs(), randomBytes(16).toString('hex'));
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(lead);
    const response = await receive(
      new Request(new URL('/leads', c.req.url), { method: 'POST', headers, body }),
    );
    if (!response.ok) return response;
    return c.redirect('/?tab=test', 303);
  });
  app.post('/logout', (c) => {
    sessions.logout(getCookie(c, SESSION_COOKIE));
    deleteCookie(c, SESSION_COOKIE, { path: '/' });
    return c.redirect('/login', 303);
  });
  app.onError((error, c) => {
    options.onProblem(error);
    return c.text('Something went wrong here. Try again.', 500);
  });

  const tidy = () =>
    store.eraseOlderThan({
      leads: new Date(clock.nowMs() - options.retentionDays * DAY_MS),
      receipts: new Date(clock.nowMs() - RECEIPT_DAYS * DAY_MS),
    });
  const housekeeping = setInterval(() => void tidy().catch(options.onProblem), HOUSEKEEPING_MS);
  housekeeping.unref();
  return {
    app,
    tidy,
    close: () => {
      isClosed = true;
      clearInterval(housekeeping);
      forwarding?.close();
      live.close();
    },
  };
};

const drawerNamed = (name: string | undefined): Drawer =>
  name === 'done' || name === 'test' || name === 'spam' ? name : 'leads';
