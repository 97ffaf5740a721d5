/** Takes a stream of bytes apart: lines, blocks, and what is passed over. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();
  #at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /**
   * The next line without its end, each byte a character; null at the end of the stream. A line beyond the limit comes in
   * several parts.
   */
  async line(limit: number): Promise<string | null> {
    let text = '';
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(10, this.#at);
      const stop = Math.min(end < 0 ? this.#chunk.length : end, this.#at + limit - text.length);
      text += latin1(this.#chunk.subarray(this.#at, stop));
      this.#at = stop;
      if (stop === end) {
        this.#at++;
        return text.replace(/\r$/, '');
      }
      if (text.length >= limit) return text;
    }
    return text === '' ? null : text;
  }

  /** The next `length` bytes, or fewer where the stream ends before. */
  async block(length: number): Promise<Uint8Array> {
    const block = new Uint8Array(length);
    let filled = 0;
    while (filled < length && (await this.#fill())) {
      const part = this.#chunk.subarray(this.#at, this.#at + length - filled);
      block.set(part, filled);
      filled += part.length;
      this.#at += part.length;
    }
    return filled === length ? block : block.subarray(0, filled);
  }

  /** Passes over `length` bytes; how many there were. */
  async skip(length: number): Promise<number> {
    let passed = 0;
    while (passed < length && (await this.#fill())) {
      const step = Math.min(length - passed, this.#chunk.length - this.#at);
      this.#at += step;
      passed += step;
    }
    return passed;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const { done, value } = await this.#source.next();
      if (done) return false;
      this.#chunk = value;
      this.#at = 0;
    }
    return true;
  }
}

const decoder = new TextDecoder('latin1');

/** Bytes as text, a character a byte. */
export function latin1(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
