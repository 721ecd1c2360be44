/** How far the targets of the private part are, for the page with the numbers and as a table. */
import type { Handler } from 'hono';
import { attained, countedFrom, type Attained, type Target } from '../../src/lead/targets.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { BothParts } from './both-parts.js';
import type { DeskOptions } from './desk.js';

export interface Report extends Pick<DeskOptions, 'store' | 'playbooks' | 'clock'> {
  readonly assigning: BothParts;
  readonly zone: () => string;
}

const DAY_MS = 86_400_000;

/** The targets of a playbook as they stand now; leads count for their owner as both parts route them. */
export const targetsOf = async (
  playbook: Playbook,
  { store, assigning, clock, zone }: Report,
): Promise<readonly Attained[]> => {
  const targets = playbook.private?.targets ?? [];
  const now = new Date(clock.nowMs()).toISOString();
  const from = countedFrom(targets, now, zone());
  if (from === null) return [];
  // A zone may be ahead of the day's beginning in UTC.
  const kept = await store.arrivedSince(new Date(Date.parse(from) - DAY_MS));
  const own = kept.filter(({ lead }) => lead.playbook.id === playbook.id);
  const judged = await assigning.all(own.map(({ lead }) => lead));
  const leads = own.map(({ lead, receivedAt }, i) => ({
    lead: judged[i]?.lead ?? lead,
    at: receivedAt.toISOString(),
  }));
  return attained(targets, leads, now, zone());
};

const WHAT: Readonly<Record<Target['counts'], string>> = {
  leads: 'Leads',
  qualified: 'Qualified leads',
  hot: 'Hot leads',
  meetings: 'Meetings',
};

/** "Hot leads, Dana"; without the name of an owner for everybody's. */
export const targetWords = ({ counts, owner }: Target, { routing }: Playbook): string =>
  owner === undefined ? WHAT[counts] : `${WHAT[counts]}, ${routing?.owners?.[owner]?.name ?? owner}`;

/** As a table for spreadsheets: a line a target. `?playbook=` names one; left out: the first. */
export const targetsFile =
  (report: Report): Handler =>
  async (c) => {
    const known = report.playbooks();
    const playbook = known.find(({ id }) => id === c.req.query('playbook')) ?? known[0];
    if (!playbook) return c.notFound();
    const rows = (await targetsOf(playbook, report)).map(({ target, from, to, done, attainment, expected }) =>
      [
        target.period,
        from,
        to,
        target.counts,
        target.owner ?? '',
        target.goal,
        done,
        attainment.toFixed(3),
        expected.toFixed(1),
      ].join(','),
    );
    const table = ['period,from,to,counts,owner,goal,done,attainment,expected', ...rows].join('\r\n');
    return c.body(`${table}\r\n`, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="targets.csv"',
    });
  };
