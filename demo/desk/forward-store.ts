/** What the desk has passed on of each lead, beside the leads themselves. */
import type { Lead } from '../../src/lead/lead.js';
import {
  NOTHING_YET,
  type ForwardProgress,
  type ForwardStore,
  type WaitingLead,
} from '../../src/receiver/forwarding/contract.js';
import type { Database } from './database.js';

export interface DeskForwardStore extends ForwardStore {
  /** Leads that arrived before a program was first named are not passed on to it by themselves. */
  begin(program: string, at: Date): Promise<void>;
  /** How far a lead got with each program; programs that know nothing of it are not there. */
  of(lead: string): Promise<ReadonlyMap<string, ForwardProgress>>;
  /** Makes a lead due now, whatever became of it before. */
  again(program: string, lead: string): Promise<void>;
}

interface ForwardRow {
  readonly program: string;
  readonly revision: number | null;
  readonly refused: number | null;
  /** JSON as text: the order of records counts, which jsonb does not keep. */
  readonly records: string | null;
  readonly doubt: string | null;
  readonly tries: number | null;
  readonly next_at: Date | null;
  readonly trouble: ForwardProgress['trouble'];
  readonly done_at: Date | null;
}

interface WaitingRow extends ForwardRow {
  readonly ref: string;
  readonly document: Lead;
  readonly received_at: Date;
  readonly due_at: Date;
}

/** Each can be run again and again. */
export const FORWARD_SCHEMA: readonly string[] = [
  `create table if not exists forwards (
    program text not null,
    lead text not null,
    revision integer not null,
    refused integer not null,
    records text not null,
    doubt text,
    tries integer not null,
    next_at timestamptz,
    trouble jsonb,
    done_at timestamptz,
    primary key (program, lead)
  )`,
  `create table if not exists forward_programs (program text primary key, since timestamptz not null)`,
];

/** Leads that wait for a program ($1), held back for so many milliseconds ($2): the same as `dueMs` says. */
const WAITING = `
  select f.*, l.ref, l.document, l.received_at, greatest(
    l.received_at,
    f.next_at,
    case when coalesce(f.revision, 0) = 0 and l.phase <> 'withdrawn' and l.document->'nextStep' is null
      then l.received_at + $2::integer * interval '1 millisecond' end
  ) as due_at
  from leads l
  join forward_programs p on p.program = $1
  left join forwards f on f.program = $1 and f.lead = l.id
  where case when l.phase = 'withdrawn' then f.records <> '{}' or f.trouble is not null
    else l.phase <> 'partial' and coalesce(l.moved_to, l.pile) = 'leads'
      and l.revision > greatest(coalesce(f.revision, 0), coalesce(f.refused, 0))
      and (f.lead is not null or l.updated_at >= p.since) end`;

/** On the database of an open lead store, which makes the tables. */
export const createForwardStore = (db: Database): DeskForwardStore => {
  return {
    begin: async (program, at) => {
      await db.query(`insert into forward_programs values ($1, $2::timestamptz) on conflict do nothing`, [
        program,
        at,
      ]);
    },
    due: async (program, nowMs, holdMs) => {
      const [row] = await db.query<WaitingRow>(
        `select * from (${WAITING}) waiting where due_at <= $3::timestamptz
         order by coalesce(tries, 0), received_at limit 1`,
        [program, holdMs, new Date(nowMs)],
      );
      return row ? waitingFrom(row) : null;
    },
    nextDueMs: async (program, nowMs, holdMs) => {
      const [row] = await db.query<{ readonly at: Date | null }>(
        `select min(due_at) as at from (${WAITING}) waiting where due_at > $3::timestamptz`,
        [program, holdMs, new Date(nowMs)],
      );
      return row?.at?.getTime() ?? null;
    },
    keep: async (program, lead, { revision, refused, records, doubt, tries, nextAt, trouble, doneAt }) => {
      await db.query(
        `insert into forwards values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9::jsonb, $10::timestamptz)
         on conflict (program, lead) do update set
           revision = excluded.revision, refused = excluded.refused, records = excluded.records,
           doubt = excluded.doubt, tries = excluded.tries, next_at = excluded.next_at,
           trouble = excluded.trouble, done_at = excluded.done_at`,
        [
          program,
          lead,
          revision,
          refused,
          JSON.stringify(records),
          doubt,
          tries,
          nextAt,
          trouble && JSON.stringify(trouble),
          doneAt,
        ],
      );
    },
    of: async (lead) => {
      const rows = await db.query<ForwardRow>('select * from forwards where lead = $1', [lead]);
      return new Map(rows.map((row) => [row.program, progressFrom(row)]));
    },
    again: async (program, lead) => {
      await db.query(
        `insert into forwards values ($1, $2, 0, 0, '{}', null, 0, null, null, null)
         on conflict (program, lead) do update set refused = 0, tries = 0, next_at = null`,
        [program, lead],
      );
    },
  };
};

const waitingFrom = (row: WaitingRow): WaitingLead => ({
  ref: row.ref,
  lead: row.document,
  receivedAt: row.received_at.toISOString(),
  progress: row.revision === null ? NOTHING_YET : progressFrom(row),
});

const progressFrom = (row: ForwardRow): ForwardProgress => ({
  revision: row.revision ?? 0,
  refused: row.refused ?? 0,
  records: JSON.parse(row.records ?? '{}') as ForwardProgress['records'],
  doubt: row.doubt,
  tries: row.tries ?? 0,
  nextAt: row.next_at?.toISOString() ?? null,
  trouble: row.trouble,
  doneAt: row.done_at?.toISOString() ?? null,
});
