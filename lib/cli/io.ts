/** What the commands share: errors with one line for the reader, options, atomic files, JSON lines. */

import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command was called wrongly: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The command was called rightly and could not do it: one line on stderr, exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The first line of whatever was thrown; a message for a terminal never spans lines. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}

/** `parseArgs` of node:util, strict, with its complaints as a `UsageError`. */
export function parseOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(oneLine(error));
  }
}

/** What went wrong with a file, in words: Node's own messages carry codes and system calls. */
export function fileError(path: string, error: unknown): CommandError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new CommandError(`${path}: no such file or folder`);
  if (code === 'ENOTDIR' || code === 'EEXIST') return new CommandError(`${path}: is not a folder`);
  if (code === 'EISDIR') return new CommandError(`${path}: is a folder`);
  if (code === 'EACCES' || code === 'EPERM') return new CommandError(`${path}: permission denied`);
  return new CommandError(`${path}: ${oneLine(error)}`);
}

/**
 * Writes a file that is either whole or not there: into a temporary file in the same folder (rename does not cross
 * file systems), which takes the name only when every chunk is on disk, and which goes away when anything throws.
 */
export async function writeAtomically(
  path: string,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const known = await stat(path).catch(() => null);
  // A link keeps its place and its target gets the text; a device or a pipe is written to, not replaced.
  if (known && !known.isFile()) return writeThrough(path, chunks);
  const target = known ? await realpath(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx').catch((error: unknown) => {
    throw fileError(path, error);
  });
  try {
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error instanceof Error && 'code' in error ? fileError(path, error) : error;
  }
}

async function writeThrough(
  path: string,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const file = await open(path, 'w').catch((error: unknown) => {
    throw fileError(path, error);
  });
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}

/** The lines of a text file as a stream, counted from 1, without a byte-order mark. */
export async function* readLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  const input = createReadStream(path, 'utf8');
  // An error before the first read would be thrown out of reach of the loop below: keep it for later.
  let failure: unknown;
  input.on('error', (error) => {
    failure = error;
  });
  let line = 0;
  try {
    for await (const row of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      yield { line, text: line === 1 ? row.replace(/^\uFEFF/, '') : row };
    }
  } catch (error) {
    if (failure === undefined) throw error;
  } finally {
    input.destroy();
  }
  if (failure !== undefined) throw fileError(path, failure);
}

/** Reads a file of one JSON value a line as a stream; empty lines are skipped, a broken one is named. */
export async function* readJsonLines(path: string): AsyncGenerator<{ line: number; value: unknown }> {
  for await (const { line, text } of readLines(path)) {
    if (text.trim() !== '') yield { line, value: parseLine(path, line, text) };
  }
}

function parseLine(path: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${path}:${line}: not valid JSON`);
  }
}

/** All that a stream gives; Node 20 has no `Array.fromAsync`. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
