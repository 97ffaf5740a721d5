/** What is remembered of fetched feeds, so that the next build asks only for what is new. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeAtomically } from './io';

const Known = v.object({
  etag: v.optional(v.string()),
  lastModified: v.optional(v.string()),
  /** Name of the file that holds what was last sent. */
  body: v.optional(v.string()),
  /** Milliseconds since 1970 before which the server does not want to be asked again. */
  notBefore: v.optional(v.number()),
});

const State = v.record(v.string(), Known);

export type KnownFeed = v.InferOutput<typeof Known>;

/** The folder of fetched feeds within an index folder: a small state file, and what each address last sent. */
export class FeedState {
  readonly #folder: string;
  readonly #feeds: Map<string, KnownFeed>;

  private constructor(folder: string, feeds: Map<string, KnownFeed>) {
    this.#folder = folder;
    this.#feeds = feeds;
  }

  /** Opens the state in an index folder. One that is not there or damaged is a new one: all is fetched again. */
  static async open(indexFolder: string): Promise<FeedState> {
    const folder = join(indexFolder, 'feeds');
    await mkdir(folder, { recursive: true });
    const text = await readFile(join(folder, 'state.json'), 'utf8').catch(() => '{}');
    const parsed = v.safeParse(State, parseJson(text));
    return new FeedState(folder, new Map(Object.entries(parsed.success ? parsed.output : {})));
  }

  get(address: string): KnownFeed {
    return this.#feeds.get(address) ?? {};
  }

  /** Where what the address last sent is kept; null where nothing is. */
  bodyPath(address: string): string | null {
    const { body } = this.get(address);
    // The name comes from a file that anyone may have written to.
    return body !== undefined && /^[0-9a-f]{64}$/.test(body) ? join(this.#folder, body) : null;
  }

  /** Keeps an answer with its body, or, without one, what the server says of the next question. */
  async keep(address: string, known: Omit<KnownFeed, 'body'>, body: Uint8Array | null): Promise<void> {
    const name = createHash('sha256').update(address).digest('hex');
    if (body !== null) await writeAtomically(join(this.#folder, name), [body]);
    const kept = body === null ? this.get(address).body : name;
    this.#feeds.set(address, kept === undefined ? known : { ...known, body: kept });
  }

  /** Writes the state. */
  async save(): Promise<void> {
    const text = JSON.stringify(Object.fromEntries([...this.#feeds].sort(([a], [b]) => (a < b ? -1 : 1))), null, 1);
    await writeAtomically(join(this.#folder, 'state.json'), [`${text}\n`]);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
