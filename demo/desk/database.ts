/**
 * The desk's database: PostgreSQL when an address is given, else PGlite, the same PostgreSQL compiled into
 * this process, in a folder of its own. Both get the same SQL.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.js';

export interface Database {
  /** Runs one statement. Times come back as Date, jsonb parsed. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Where PGlite keeps its files; made when it is missing. */
  readonly folder: string;
  /** Address of a PostgreSQL server, for example postgres://desk@localhost/desk. */
  readonly url?: string | undefined;
}

/** Rejects with FolderInUse when another desk works in the folder. */
export const openDatabase = ({ folder, url }: DatabaseOptions): Promise<Database> =>
  url ? openServer(url) : openFolder(folder);

const openServer = async (url: string): Promise<Database> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url });
  // A connection that breaks while idle is replaced at the next query; without this it would end the process.
  pool.on('error', () => undefined);
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query(sql, [...values])).rows as readonly Row[],
    close: () => pool.end(),
  };
};

const openFolder = async (folder: string): Promise<Database> => {
  mkdirSync(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const db = await PGlite.create(join(folder, 'pg'));
    return {
      query: async <Row>(sql: string, values: readonly unknown[] = []) =>
        (await db.query<Row>(sql, [...values])).rows,
      close: async () => {
        await db.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
};
