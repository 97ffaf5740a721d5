/**
 * What of a file is read only when something needs it. A process that has files reads it at once; in a browser it has to be
 * waited for, and of what was read there only the last is held.
 */

/** A file that is read piece by piece. */
export type FileSource = { readonly isAtHand: true; read(from: number, to: number): Uint8Array } | AwaitedSource;

/** One that has to be waited for. */
export interface AwaitedSource {
  readonly isAtHand: false;
  readonly held: HeldParts;
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file whose bytes are in memory. */
export function inMemory(file: Uint8Array): FileSource {
  return { isAtHand: true, read: (from, to) => file.subarray(from, to) };
}

/** Steps of which some have to be waited for: they yield a promise. */
export type WaitingSteps<T> = Generator<void | Promise<void>, T>;

/** A part of a file, as it is read. */
interface FilePart<T> {
  readonly source: FileSource;
  readonly from: number;
  readonly to: number;
  /** @throws FileFormatError */
  readonly parse: (bytes: Uint8Array) => T;
}

export class Late<T> {
  #value: { readonly of: T } | null = null;
  #reading: Promise<void> | null = null;

  constructor(private readonly part: FilePart<T>) {}

  /**
   * What the part says.
   * @throws Error where it has to be waited for and is not there
   */
  get value(): T {
    if (this.#value !== null) return this.#value.of;
    const { source, from, to, parse } = this.part;
    if (!source.isAtHand) throw new Error('A part of an index is used that was not waited for.');
    this.#value = { of: parse(source.read(from, to)) };
    return this.#value.of;
  }

  /** Reads the part where it has to be waited for; null where it has not. */
  load(): Promise<void> | null {
    const { source } = this.part;
    if (source.isAtHand) return null;
    if (this.#value !== null) {
      source.held.hold(this, this.#bytes);
      return null;
    }
    this.#reading ??= this.#read(source.read(this.part.from, this.part.to), source.held);
    return this.#reading;
  }

  forget(): void {
    this.#value = null;
  }

  get #bytes(): number {
    return this.part.to - this.part.from;
  }

  async #read(bytes: Promise<Uint8Array>, held: HeldParts): Promise<void> {
    try {
      this.#value = { of: this.part.parse(await bytes) };
      held.hold(this, this.#bytes);
    } finally {
      this.#reading = null;
    }
  }
}

/** Sees to it that parts are there. What needs them must follow at once: after a pause they may have been let go again. */
export function* loaded(...parts: readonly Pick<Late<unknown>, 'load'>[]): WaitingSteps<void> {
  for (;;) {
    const waits = parts.flatMap((part) => part.load() ?? []);
    if (waits.length === 0) return;
    yield Promise.all(waits).then(() => {});
  }
}

/** However large they are, so many are held: those of a step are needed together. */
const LEAST_PARTS = 4;

/** The parts that were used last, up to so many bytes of their files. */
export class HeldParts {
  readonly #parts = new Map<{ forget(): void }, number>();
  #bytes = 0;

  constructor(private readonly most: number) {}

  /** Holds a part, and lets those go that were used longest ago. */
  hold(part: { forget(): void }, bytes: number): void {
    if (!this.#parts.delete(part)) this.#bytes += bytes;
    this.#parts.set(part, bytes);
    for (const [oldest, size] of this.#parts) {
      if (this.#bytes <= this.most || this.#parts.size <= LEAST_PARTS) return;
      this.#parts.delete(oldest);
      this.#bytes -= size;
      oldest.forget();
    }
  }
}
