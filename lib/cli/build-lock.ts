/** One build at a time: another would clear away what the first has written and not yet named in its manifest. */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CommandError, fileError } from './io';

export const LOCK_NAME = '.lock';

/**
 * A build that has not stirred for so long has ended: another machine's cannot be asked, and a number of this machine may by
 * now be another program's.
 */
const SILENT_MS = 10 * 60_000;
const STIR_MS = 30_000;
/** What lies between making the file and writing into it. */
const A_MOMENT_MS = 200;

/** Keeps others out of a folder until it is let go. */
export class BuildLock {
  #stirred = Date.now();

  private constructor(private readonly path: string) {}

  /**
   * Takes the folder, which is made where it is not there. A lock that a killed build left behind is taken over.
   * @throws CommandError where another build is at work there
   */
  static async take(folder: string): Promise<BuildLock> {
    const path = join(folder, LOCK_NAME);
    const own = `${process.pid} ${hostname()}\n`;
    try {
      await mkdir(folder, { recursive: true });
      if (await write(path, own)) return new BuildLock(path);
      const holder = await holderOf(path);
      if (await isAtWork(path, holder)) {
        throw new CommandError(`${folder}: another build is at work there (process ${holder.trim()})`);
      }
      await rm(path, { force: true });
      if (await write(path, own)) return new BuildLock(path);
    } catch (error) {
      throw error instanceof CommandError ? error : fileError(folder, error);
    }
    throw new CommandError(`${folder}: another build has just begun there`);
  }

  /** Says now and then that the build goes on. */
  stir(): void {
    if (Date.now() - this.#stirred < STIR_MS) return;
    this.#stirred = Date.now();
    const now = new Date();
    void utimes(this.path, now, now).catch(() => {});
  }

  async release(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/** Writes the file where there is none; says whether it did. */
async function write(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock; '' where they were killed before they had said so. */
async function holderOf(path: string): Promise<string> {
  const read = (): Promise<string> => readFile(path, 'utf8').catch(() => '');
  const holder = await read();
  if (holder !== '') return holder;
  await setTimeout(A_MOMENT_MS);
  return read();
}

async function isAtWork(path: string, holder: string): Promise<boolean> {
  const known = await stat(path).catch(() => null);
  if (known === null || Date.now() - known.mtimeMs >= SILENT_MS) return false;
  if (holder === '') return false;
  const [id = '', host] = holder.trim().split(' ');
  if (!/^\d+$/.test(id) || host !== hostname()) return true;
  // In a container every program may have the number of the one before.
  if (Number(id) === process.pid) return false;
  try {
    process.kill(Number(id), 0);
    return true;
  } catch (error) {
    // There is one, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
