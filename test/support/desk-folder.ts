/** Folders for desks of tests. Making a database takes seconds, so one empty database is made and then copied. */
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../demo/desk/database.js';

const cache = fileURLToPath(new URL('../../node_modules/.cache/warmlead/', import.meta.url));

/** Of another PGlite it may not be readable. */
const version = (): string => {
  const require = createRequire(import.meta.url);
  const { version: is } = require(join(dirname(require.resolve('@electric-sql/pglite')), '../package.json'));
  return String(is);
};

const emptyDesk = async (): Promise<string> => {
  const folder = join(cache, `desk-${version()}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const made = await mkdtemp(join(cache, 'new-'));
  await (await openDatabase({ folder: made })).close();
  // Another test may have been faster.
  await rename(made, folder).catch(() => rm(made, { recursive: true }));
  return folder;
};

/** A new folder with an empty database in it. */
export const newDeskFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'warmlead-desk-'));
  await cp(await emptyDesk(), folder, { recursive: true });
  return folder;
};
