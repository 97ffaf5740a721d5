/** gzip as a stream that goes on after damage: web archives have a member for every record. */
import { createGunzip } from 'node:zlib';
import { joinBytes } from '../inputs/text-stream';
import { InputFault } from '../inputs/types';
import { oneLine } from './io';

/** The most bytes fed at a time. */
const STEP = 8 * 1024;

/** How a member begins: two magic bytes, and the only method there is. */
const MEMBER = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * The content of a gzip file, all its members. A damaged member ends where the damage is, and the next one follows.
 * @throws InputFault at the end, where there was damage
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = new Steps(chunks);
  let fault: string | null = null;
  try {
    while (await input.seekMember()) {
      const damage = yield* readMembers(input);
      fault ??= damage;
    }
  } finally {
    await input.close();
  }
  if (fault !== null) throw new InputFault('cannot be unzipped', fault);
}

/** The content of members that follow each other, up to damage: then what is wrong. Zeros behind a member are none. */
async function* readMembers(input: Steps): AsyncGenerator<Uint8Array, string | null> {
  const target = createGunzip();
  const content: Uint8Array[] = [];
  target.on('data', (chunk: Uint8Array) => content.push(chunk));
  // Where it stops before the end of the input, at a fault or at zeros, a write never returns.
  const stopped = new Promise<{ fault: string | null }>((resolve) => {
    target.once('error', (error) => resolve({ fault: oneLine(error) }));
    target.once('end', () => resolve({ fault: null }));
  });
  let first = true;
  try {
    for (;;) {
      const step = await input.next();
      if (step === null) break;
      const stop = await Promise.race([write(step), stopped]);
      yield* content.splice(0);
      if (stop !== null) {
        // A member that failed is not found again; one that was fed to another that is cut short is.
        if (stop.fault !== null) input.putBack(first ? step.subarray(1) : step);
        return stop.fault;
      }
      first = false;
    }
    target.end();
    const { fault } = await stopped;
    yield* content.splice(0);
    return fault;
  } finally {
    target.destroy();
  }

  function write(step: Uint8Array): Promise<null> {
    return new Promise((resolve) => {
      target.write(step, (error) => {
        if (!error) resolve(null);
      });
    });
  }
}

/** A stream of bytes in small steps, of which the last can be put back. A member begins only where a step does. */
class Steps {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  async next(): Promise<Uint8Array | null> {
    while (this.#rest.length < STEP + MEMBER.length && (await this.#more()));
    if (this.#rest.length === 0) return null;
    const member = memberIn(this.#rest.subarray(1, STEP + MEMBER.length));
    const step = this.#rest.subarray(0, member < 0 ? STEP : Math.min(STEP, member + 1));
    this.#rest = this.#rest.subarray(step.length);
    return step;
  }

  putBack(step: Uint8Array): void {
    this.#rest = joinBytes([step, this.#rest]);
  }

  /** Goes to the next beginning of a member; false where there is none. */
  async seekMember(): Promise<boolean> {
    for (;;) {
      const at = memberIn(this.#rest);
      if (at >= 0) {
        this.#rest = this.#rest.subarray(at);
        return true;
      }
      // A beginning may be cut in two by the end of a chunk.
      this.#rest = this.#rest.subarray(Math.max(0, this.#rest.length - MEMBER.length + 1));
      if (!(await this.#more())) return false;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : joinBytes([this.#rest, value]);
    return true;
  }
}

/** Where a member may begin in some bytes, or -1. */
function memberIn(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(MEMBER);
}
