/**
 * One desk for each folder. Two PGlite processes on one folder ruin it without an error, so the desk listens
 * on a socket in it: the system frees it even when the process is killed, which a lock file cannot promise.
 */
import { createHash, randomBytes } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path of a socket that every system takes. */
const LONGEST_SOCKET_PATH = 100;

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly code = 'desk.folder-in-use';

  constructor(folder: string) {
    super(
      `Another desk is already running on ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR=<folder>.`,
    );
  }
}

/** Takes the folder until the returned function is called. Rejects with FolderInUse while somebody has it. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = socketPath(folder);
  const token = randomBytes(8).toString('hex');
  if ((await holderOf(path)) !== null) throw new FolderInUse(folder);
  // Nobody answers, so a socket that is still there was left by a process that was killed.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => socket.on('error', () => undefined).end(token));
  try {
    await listen(server, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new FolderInUse(folder);
    throw error;
  }
  // Two desks that started in the same moment may both have removed a dead socket: only one is reachable now.
  if ((await holderOf(path)) !== token) {
    server.close();
    throw new FolderInUse(folder);
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
};

/** In the folder, where its path is short enough; else in the system's folder for temporary files. */
const socketPath = (folder: string): string => {
  const real = realpathSync(folder);
  const name = `warmlead-desk-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(real, 'desk.sock');
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `${name}.sock`);
};

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** What whoever listens there says; null when nobody does. */
const holderOf = (path: string): Promise<string | null> =>
  new Promise((resolve) => {
    let said = '';
    const socket = connect(path);
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      said += String(text);
    });
    socket.on('error', () => resolve(null));
    socket.on('end', () => resolve(said));
  });
