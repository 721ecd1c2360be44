/**
 * One desk for each folder. Two PGlite processes on one folder ruin it without an error, so the desk listens
 * on a socket in it: the system frees it even when the process is killed, which a lock file cannot promise.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path of a socket that every system takes. */
const LONGEST_SOCKET_PATH = 100;
const DOOR_MS = 10_000;

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
  const opened = openDoor(`${path}.door`);
  if (!opened) throw new FolderInUse(folder);
  try {
    if (await answers(path)) throw new FolderInUse(folder);
    // Nobody answers, so a socket that is still there was left by a process that was killed.
    if (process.platform !== 'win32') rmSync(path, { force: true });
    const server = createServer((socket) => socket.on('error', () => undefined).end());
    await listen(server, path);
    server.unref();
    return () => new Promise((resolve) => server.close(() => resolve()));
  } finally {
    opened();
  }
};

/**
 * One at a time looks whether a socket is dead and replaces it: otherwise two that start together could each
 * remove the other's. Making a folder is the one thing that only one of them can do. A door left shut by a
 * process that was killed in this very moment opens again after ten seconds. Null: somebody is inside.
 */
const openDoor = (door: string): (() => void) | null => {
  if (process.platform === 'win32') return () => undefined;
  const shut = statSync(door, { throwIfNoEntry: false });
  if (shut && Date.now() - shut.mtimeMs > DOOR_MS) rmSync(door, { recursive: true, force: true });
  try {
    mkdirSync(door);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
  return () => rmSync(door, { recursive: true, force: true });
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

/** Whether somebody listens there. */
const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
