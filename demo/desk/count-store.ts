/** Where the desk keeps how far conversations come: sums by day and version of a playbook, nothing of anybody. */
import type { Counts } from '../../src/formats/counts.js';
import type { CountStore } from '../../src/receiver/count-receiver.js';
import type { Database } from './database.js';
import { dateOf } from './words.js';

/** One sum. `what` is opened, started or finished, or asked or answered with the `step` it is about. */
export interface Sum {
  /** YYYY-MM-DD in the company's zone. */
  readonly day: string;
  readonly version: string;
  readonly hash: string;
  readonly what: 'opened' | 'started' | 'finished' | 'asked' | 'answered';
  /** Empty for what is about no step. */
  readonly step: string;
  readonly number: number;
}

export interface DeskCounts extends CountStore {
  /** Sums of a playbook from this day on, the days in order. */
  since(playbook: string, day: string): Promise<readonly Sum[]>;
}

const SCHEMA = `create table if not exists counts (
  day date not null,
  playbook text not null,
  version text not null,
  hash text not null,
  what text not null,
  step text not null,
  number bigint not null,
  primary key (playbook, day, version, hash, what, step)
)`;

/** One statement, so that all of it counts or nothing. */
const ADD = `
insert into counts (day, playbook, version, hash, what, step, number)
select $1::date, $2, $3, $4, what, step, number
from unnest($5::text[], $6::text[], $7::int[]) as one (what, step, number)
on conflict (playbook, day, version, hash, what, step) do update set number = counts.number + excluded.number`;

const sumsIn = ({
  opened,
  started,
  finished,
  steps = {},
}: Counts): readonly Omit<Sum, 'day' | 'version' | 'hash'>[] =>
  [
    { what: 'opened', step: '', number: opened ?? 0 } as const,
    { what: 'started', step: '', number: started ?? 0 } as const,
    { what: 'finished', step: '', number: finished ?? 0 } as const,
    ...Object.entries(steps).flatMap(([step, { asked = 0, answered = 0 }]) => [
      { what: 'asked', step, number: asked } as const,
      { what: 'answered', step, number: answered } as const,
    ]),
  ].filter(({ number }) => number > 0);

/** Makes the table when it is missing. `zone` is the company's, by which days begin and end. */
export const openCountStore = async (db: Database, zone: () => string): Promise<DeskCounts> => {
  await db.query(SCHEMA);
  return {
    async add(counts, atMs) {
      const sums = sumsIn(counts);
      if (sums.length === 0) return;
      const { id, version, hash } = counts.playbook;
      await db.query(ADD, [
        dateOf(atMs, zone()),
        id,
        version,
        hash,
        sums.map(({ what }) => what),
        sums.map(({ step }) => step),
        sums.map(({ number }) => number),
      ]);
    },
    since: (playbook, day) =>
      db.query<Sum>(
        `select to_char(day, 'YYYY-MM-DD') as day, version, hash, what, step, number::int as number
         from counts where playbook = $1 and day >= $2::date order by counts.day`,
        [playbook, day],
      ),
  };
};
