/** Keeps in the desk's database who got which lead. */
import type { Routed } from '../../src/lead/lead.js';
import type { Assignment, AssignmentStore } from '../../src/receiver/assigning.js';
import type { Database } from './database.js';

/** Can be run again and again. A turn is there once, whoever takes it. */
export const ASSIGNMENT_SCHEMA: readonly string[] = [
  `create table if not exists assignments (
    lead text primary key,
    revision integer not null,
    owner text,
    path text not null,
    turn integer not null,
    day text not null,
    routed jsonb not null,
    unique (path, turn)
  )`,
  `create index if not exists assignments_owner on assignments (owner, day)`,
];

/** How PostgreSQL says that such a row is there already. */
const UNIQUE_VIOLATION = '23505';

interface Row {
  readonly lead: string;
  readonly revision: number;
  readonly routed: Routed;
  readonly turn: number;
  readonly day: string;
}

/** Needs the tables of the lead store. */
export const createAssignments = (db: Database): AssignmentStore => ({
  find: async (leads) =>
    leads.length === 0
      ? []
      : db.query<Row>(
          'select lead, revision, routed, turn, day from assignments where lead = any($1::text[])',
          [leads],
        ),
  turns: async (path) => {
    const [row] = await db.query<{ readonly next: number }>(
      'select coalesce(max(turn) + 1, 0)::int as next from assignments where path = $1',
      [path],
    );
    return row?.next ?? 0;
  },
  given: async (owner, from, to) => {
    const [row] = await db.query<{ readonly count: number }>(
      'select count(*)::int as count from assignments where owner = $1 and day between $2 and $3',
      [owner, from, to],
    );
    return row?.count ?? 0;
  },
  keep: async ({ lead, revision, routed, turn, day }: Assignment) => {
    const rows = await db
      .query(
        `insert into assignments (lead, revision, owner, path, turn, day, routed)
       select $1, $2::integer, $3, $4, $5::integer, $6, $7::jsonb
       where not exists (select 1 from assignments where path = $4 and turn = $5::integer and lead <> $1)
       on conflict (lead) do update set
         revision = excluded.revision, owner = excluded.owner, path = excluded.path,
         turn = excluded.turn, day = excluded.day, routed = excluded.routed
       where assignments.revision <= excluded.revision
       returning lead`,
        [lead, revision, routed.owner, routed.path, turn, day, JSON.stringify(routed)],
      )
      .catch((error: unknown) => {
        // Another process took the turn in the same moment.
        if ((error as { readonly code?: unknown }).code === UNIQUE_VIOLATION) return [];
        throw error;
      });
    return rows.length > 0;
  },
});
