/** The inputs of `index build`: files, folders, archives, lists of feeds and addresses → items. */
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { openInput } from '../inputs/read-input';
import { type Format, InputFault, type InputItem, problemItem } from '../inputs/types';
import type { FeedFetcher } from './feed-fetcher';
import { fileError, oneLine } from './io';
import { pageTools } from './page-tools';
import { unpackFile } from './unpack';

/** An item, and the file that it stands in. The format is null where that is the fault. */
export interface SourceItem {
  readonly file: string;
  readonly format: Format | null;
  readonly item: InputItem;
}

/** A file to read, with its size where it has one. */
export interface InputFile {
  readonly path: string;
  readonly bytes: number;
}

export interface InputOptions {
  /** Fetches addresses; null where that was not asked for. */
  readonly fetcher: FeedFetcher | null;
  /** Told how many bytes of a file were read, packed as they are. */
  readonly onBytes: (bytes: number) => void;
}

/** A list may name a list, and so on. */
const MAX_LISTS = 3;

/** Whether an input is an address of the web rather than a path. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/**
 * The files that the inputs name, folders with all that is in them, sorted by name. Hidden files are none of them, nor are
 * links to folders, which may lead in circles.
 * @param except a folder that is passed over where it lies in another: the index itself
 * @throws CommandError where one is not there
 */
export async function listFiles(inputs: readonly string[], except: string): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const input of inputs) {
    const known = await stat(input).catch((error: unknown) => {
      throw fileError(input, error);
    });
    if (known.isDirectory()) files.push(...(await filesIn(input, resolve(except))));
    else files.push({ path: input, bytes: known.isFile() ? known.size : 0 });
  }
  return files;
}

async function filesIn(folder: string, except: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(folder, error);
  });
  const files: InputFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (resolve(path) !== except) files.push(...(await filesIn(path, except)));
    } else {
      // A link that leads nowhere is named when it is to be read.
      const known = await stat(path).catch(() => null);
      if (known === null || known.isFile()) files.push({ path, bytes: known?.size ?? 0 });
    }
  }
  return files;
}

/** The items of files, and of the feeds that lists among them name. A file that cannot be read is one of its items. */
export async function* readInputs(
  files: readonly string[],
  addresses: readonly string[],
  options: InputOptions,
): AsyncGenerator<SourceItem> {
  const reader = new InputReader(options);
  for (const address of addresses) reader.askFor(address);
  for (const path of files) yield* reader.readPath(path, 0);
  yield* reader.readAddresses();
}

class InputReader {
  readonly #options: InputOptions;
  readonly #lists = new Set<string>();
  readonly #addresses = new Set<string>();

  constructor(options: InputOptions) {
    this.#options = options;
  }

  askFor(address: string): void {
    this.#addresses.add(address);
  }

  async *readPath(path: string, depth: number): AsyncGenerator<SourceItem> {
    yield* this.#readStream(path, path, this.#bytesOf(path), depth);
  }

  /** Fetches what was asked for, lists that are found there included. */
  async *readAddresses(): AsyncGenerator<SourceItem> {
    const { fetcher } = this.#options;
    const fetched = new Set<string>();
    for (let round = 0; fetcher !== null && round < MAX_LISTS; round++) {
      const next = [...this.#addresses].filter((address) => !fetched.has(address));
      for (const address of next) fetched.add(address);
      for await (const { address, path, problem } of fetcher.fetchAll(next)) {
        if (problem !== null) {
          yield { file: address, format: null, item: problemItem(problem.what, null, problem.detail) };
        }
        if (path !== null) yield* this.#readStream(address, null, this.#bytesOf(path), round);
      }
    }
  }

  async *#readStream(
    name: string,
    path: string | null,
    chunks: AsyncIterable<Uint8Array>,
    depth: number,
  ): AsyncGenerator<SourceItem> {
    let file = name;
    let format: Format | null = null;
    try {
      for await (const unpacked of unpackFile({ name, chunks })) {
        file = unpacked.name;
        format = null;
        try {
          const input = await openInput(unpacked.chunks, file, pageTools);
          format = input.format;
          for await (const item of input.items) {
            if (item.kind === 'feed') yield* this.#readFeed(item, file, path, depth);
            else yield { file, format, item };
          }
        } catch (error) {
          yield { file, format, item: faultItem(error) };
        }
      }
    } catch (error) {
      yield { file, format, item: faultItem(error) };
    }
  }

  /** A feed that a list names: a file in the list's own folder or below, or an address. */
  async *#readFeed(
    { address, place }: Extract<InputItem, { kind: 'feed' }>,
    file: string,
    path: string | null,
    depth: number,
  ): AsyncGenerator<SourceItem> {
    const wrong = (what: string): SourceItem => ({ file, format: 'opml', item: problemItem(what, place, address) });
    if (isAddress(address)) {
      if (this.#options.fetcher === null) yield wrong('an address, fetched only with --fetch');
      else this.askFor(address);
      return;
    }
    // What was fetched has no business with the files of this machine.
    if (path === null) return yield wrong('not an address of the web');
    const folder = dirname(path);
    if (!isInside(resolve(folder), resolve(folder, address))) return yield wrong('outside the folder of its list');
    if (depth >= MAX_LISTS) return yield wrong('lists nest too deep');
    const target = join(folder, address);
    const real = await realpath(target).catch(() => null);
    if (real === null) return yield wrong('no such file');
    // A link may lead out of it as well.
    if (!isInside(await realpath(folder), real)) return yield wrong('outside the folder of its list');
    if (this.#lists.has(real)) return;
    this.#lists.add(real);
    yield* this.readPath(target, depth + 1);
  }

  async *#bytesOf(path: string): AsyncGenerator<Uint8Array> {
    const stream = createReadStream(path);
    try {
      for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array)) throw new TypeError('a stream of bytes gave something else');
        this.#options.onBytes(chunk.length);
        yield chunk;
      }
    } catch (error) {
      throw fileError(path, error);
    } finally {
      stream.destroy();
    }
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

/** A fault that ended the reading of a file, as its last item. */
function faultItem(error: unknown): InputItem {
  if (error instanceof InputFault) return problemItem(error.what, error.place, error.detail);
  return problemItem('cannot be read', null, oneLine(error));
}
