/** Bytes → text → lines, as streams. */

/** The beginning of a stream, and the whole stream again. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly whole: AsyncGenerator<Uint8Array>;
}

/** Looks at the first `size` bytes of a stream without losing them. */
export async function peek(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let failure: unknown;
  let failed = false;
  try {
    while (length < size) {
      const { done, value } = await source.next();
      if (done) break;
      first.push(value);
      length += value.length;
    }
  } catch (error) {
    // What came before the fault is still worth reading: the fault is thrown where the stream breaks off.
    failed = true;
    failure = error;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      for (let chunk = first.shift(); chunk !== undefined; chunk = first.shift()) yield chunk;
      if (failed) throw failure;
      for (;;) {
        const { done, value } = await source.next();
        if (done) return;
        yield value;
      }
    } finally {
      await source.return?.();
    }
  }
  return { head: joinBytes(first).subarray(0, size), whole: whole() };
}

/** Chunks as one. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** The encoding of a text file: its byte-order mark decides, then its XML declaration, else UTF-8. */
export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const label = /^\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(start)?.[1];
  if (label === undefined) return 'utf-8';
  try {
    const { encoding } = new TextDecoder(label);
    // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}

/** Bytes as text, without a byte-order mark. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** A line of a text, counted from 1; its text is null where it is longer than the limit. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

/** Cuts a text into lines. Of a line beyond the limit nothing is held. */
export async function* splitLines(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<Line> {
  let pieces: string[] = [];
  let length = 0;
  let number = 0;
  const take = (): Line => {
    number++;
    const text = length > limit ? null : pieces.join('').replace(/\r$/, '');
    pieces = [];
    length = 0;
    return { number, text };
  };
  const add = (piece: string): void => {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      add(chunk.slice(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.slice(start));
  }
  if (length > 0) yield take();
}
