import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildLock, LOCK_NAME } from './build-lock';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));
const lockFile = () => join(folder, LOCK_NAME);

/** A program that waits, and its number. */
async function waiting(): Promise<{ id: number; end: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const end = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { id: child.pid ?? 0, end };
}

describe('a lock of a build', () => {
  it('makes the folder, says whose it is, and leaves nothing', async () => {
    const below = join(folder, 'new', 'index');
    const lock = await BuildLock.take(below);
    expect(await readFile(join(below, LOCK_NAME), 'utf8')).toBe(`${process.pid} ${hostname()}\n`);
    await lock.release();
    expect(await readdir(below)).toEqual([]);
  });

  it('keeps out while its process lives, and no longer', async () => {
    const { id, end } = await waiting();
    await writeFile(lockFile(), `${id} ${hostname()}\n`);
    await expect(BuildLock.take(folder)).rejects.toThrow(`${folder}: another build is at work there (process ${id}`);
    expect(await readFile(lockFile(), 'utf8')).toContain(String(id));
    await end();
    const lock = await BuildLock.take(folder);
    expect(await readFile(lockFile(), 'utf8')).toContain(String(process.pid));
    await lock.release();
  });

  it.each(['12 another-machine\n', 'nonsense'])(
    'believes one that it cannot ask (%j) for ten minutes',
    async (text) => {
      await writeFile(lockFile(), text);
      await expect(BuildLock.take(folder)).rejects.toThrow('another build is at work');
      const before = new Date(Date.now() - 11 * 60_000);
      await utimes(lockFile(), before, before);
      await (await BuildLock.take(folder)).release();
    },
  );

  it('is taken over where its process has not stirred for as long', async () => {
    const { id, end } = await waiting();
    await writeFile(lockFile(), `${id} ${hostname()}\n`);
    const before = new Date(Date.now() - 11 * 60_000);
    await utimes(lockFile(), before, before);
    await (await BuildLock.take(folder)).release();
    await end();
  });

  it('is taken over where its process was killed before it had said who it is', async () => {
    await writeFile(lockFile(), '');
    await (await BuildLock.take(folder)).release();
  });

  it('is taken over where its process had the number of this one', async () => {
    await writeFile(lockFile(), `${process.pid} ${hostname()}\n`);
    await (await BuildLock.take(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });
});
