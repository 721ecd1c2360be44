/** The page with the numbers, and the chart library that draws them, from the desk's own origin. */
import { Hono, type Handler } from 'hono';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCountReceiver } from '../../src/receiver/count-receiver.js';
import { createRateLimit } from '../../src/receiver/rate-limit.js';
import type { DeskOptions } from './desk.js';
import { funnelOf } from './funnel.js';
import { targetsFile, targetsOf, type Report } from './targets.js';
import { numbersPage, PERIODS } from './views/numbers.js';
import { dateOf } from './words.js';

const DAY_MS = 86_400_000;
const CHART = join(dirname(createRequire(import.meta.url).resolve('chart.js')), 'chart.umd.min.js');

/** A visitor who sends a lead has usually sent counts before, and most visitors send no lead. */
const COUNTS_PER_LEAD = 10;

type Numbers = Pick<DeskOptions, 'counts' | 'playbooks' | 'clock'>;

/** Takes counts in, from anybody. */
export const countsIntake = (
  options: Numbers & Pick<DeskOptions, 'origins' | 'leadsPerMinute' | 'onProblem'>,
): Handler => {
  const { counts, playbooks, clock, origins, leadsPerMinute, onProblem } = options;
  const most = COUNTS_PER_LEAD * leadsPerMinute;
  const intake = createRateLimit(clock, { most, windowMs: 60_000, names: 1 });
  const receive = createCountReceiver({
    store: counts,
    isKnown: (id) => playbooks().some((playbook) => playbook.id === id),
    origins,
    clock,
    ...(most > 0 && { limit: () => intake.take('all') }),
    onProblem,
  });
  return (c) => receive(c.req.raw);
};

/** What only those who are logged in may see. */
export const numbersRoutes = (options: Numbers & Report): Hono => {
  const { counts, playbooks, clock, zone } = options;
  const app = new Hono();
  app.get('/targets.csv', targetsFile(options));
  app.get('/numbers', async (c) => {
    const known = playbooks();
    const playbook = known.find(({ id }) => id === c.req.query('playbook')) ?? known[0];
    if (!playbook) return c.notFound();
    const days = PERIODS.find((each) => String(each) === c.req.query('days')) ?? 30;
    const to = dateOf(clock.nowMs(), zone());
    const from = new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
    const sums = await counts.since(playbook.id, from);
    const asked = c.req.query('version') ?? '';
    const hash = sums.some((sum) => sum.hash === asked) ? asked : '';
    const funnel = funnelOf(sums, playbook, { from, to, hash });
    const targets = await targetsOf(playbook, options);
    return c.html(numbersPage({ funnel, targets, playbook, playbooks: known, days, hash }));
  });
  app.get('/desk/chart.js', async (c) =>
    c.body(await readFile(CHART), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'private, max-age=86400',
    }),
  );
  return app;
};
