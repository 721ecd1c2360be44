import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { FolderInUse, lockFolder } from '../../demo/desk/folder-lock.js';

describe('the lock of a data folder', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warmlead-lock-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('lets one in at a time, and says what to do', async () => {
    const unlock = await lockFolder(folder);
    await assert.rejects(lockFolder(folder), (error) => {
      assert.ok(error instanceof FolderInUse);
      assert.match(error.message, /already running on .*DATA_DIR/);
      return true;
    });
    await unlock();
    await (
      await lockFolder(folder)
    )();
  });

  it('lets exactly one of many that start together in', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const won = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    assert.equal(won.length, 1);
    await won[0]?.();
  });

  it('takes over what a killed process left behind', async () => {
    await writeFile(join(folder, 'desk.sock'), '');
    await (
      await lockFolder(folder)
    )();
  });

  it('respects whoever listens there, whatever they say', async () => {
    const other = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => other.listen(join(folder, 'desk.sock'), resolve));
    await assert.rejects(lockFolder(folder), FolderInUse);
    await new Promise((resolve) => other.close(resolve));
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'd'.repeat(120));
    await mkdir(deep);
    const unlock = await lockFolder(deep);
    await assert.rejects(lockFolder(deep), FolderInUse);
    await unlock();
  });
});
