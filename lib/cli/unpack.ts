/** Files that are packed with gzip or zip, as streams. */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { peek } from '../inputs/text-stream';
import { InputFault } from '../inputs/types';
import { gunzip } from './gunzip';
import { oneLine } from './io';

/** A file as it is, or one that was packed into another. */
export interface UnpackedFile {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A packed file may hold packed files, and no deeper. */
const MAX_LEVELS = 2;

/** Compressed bytes taken at a time: a thousandfold expands to some megabytes at most. */
const ZIP_STEP = 8 * 1024;

/**
 * The files that a stream holds, told by its first bytes: several in a zip archive, else one. Each must be read, or left,
 * before the next is asked for.
 */
export async function* unpackFile(file: UnpackedFile, level = 0): AsyncGenerator<UnpackedFile> {
  const { head, whole } = await peek(file.chunks, 4);
  const packing = level < MAX_LEVELS ? packingOf(head) : null;
  if (packing === null) yield { name: file.name, chunks: whole };
  else if (packing === 'gzip') yield* unpackFile({ name: file.name, chunks: gunzip(whole) }, level + 1);
  else for await (const entry of unzip(whole, file.name)) yield* unpackFile(entry, level + 1);
}

function packingOf(head: Uint8Array): 'gzip' | 'zip' | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4 ? 'zip' : null;
}

/** A file of an archive that is being unpacked. */
interface Entry {
  readonly name: string;
  readonly parts: Uint8Array[];
  ended: boolean;
  fault: string | null;
}

async function* unzip(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<UnpackedFile> {
  const waiting: Entry[] = [];
  const archive = new Unzip((file) => {
    if (!file.name.endsWith('/')) waiting.push(startEntry(file));
  });
  archive.register(UnzipInflate);
  const source = steps(chunks);
  /** Reads on; false at the end of the archive. */
  const pump = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done) return false;
    try {
      archive.push(value);
    } catch (error) {
      throw new InputFault('cannot be unzipped', oneLine(error));
    }
    return true;
  };
  async function* read(entry: Entry): AsyncGenerator<Uint8Array> {
    for (;;) {
      for (let part = entry.parts.shift(); part !== undefined; part = entry.parts.shift()) yield part;
      if (entry.fault !== null) throw new InputFault('cannot be unzipped', entry.fault);
      if (entry.ended) return;
      if (!(await pump())) throw new InputFault('the file is cut short');
    }
  }
  try {
    let found = false;
    for (;;) {
      const entry = waiting.shift();
      if (entry !== undefined) {
        found = true;
        const content = read(entry);
        yield { name: `${name}/${entry.name}`, chunks: content };
        await content.return(undefined);
        // What was left unread goes past, or it would pile up.
        while (!entry.ended && entry.fault === null && (await pump())) entry.parts.length = 0;
      } else if (!(await pump())) {
        if (!found) throw new InputFault('an archive without files');
        return;
      }
    }
  } finally {
    await source.return(undefined);
  }
}

function startEntry(file: UnzipFile): Entry {
  const entry: Entry = { name: file.name, parts: [], ended: false, fault: null };
  file.ondata = (error, part, final) => {
    if (error) entry.fault = oneLine(error);
    else if (part.length > 0) entry.parts.push(part);
    if (final) entry.ended = true;
  };
  try {
    file.start();
  } catch (error) {
    entry.fault = oneLine(error);
  }
  return entry;
}

async function* steps(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += ZIP_STEP) yield chunk.subarray(at, at + ZIP_STEP);
  }
}
