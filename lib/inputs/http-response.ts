/** What a server answered, as a web archive keeps it: status line, headers, body. */

import { latin1 } from './byte-reader';
import { LIMITS } from './limits';
import { joinBytes } from './text-stream';

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case, the first of each. */
  readonly headers: ReadonlyMap<string, string>;
  /** As sent, chunks joined, still in its content encoding. */
  readonly body: Uint8Array;
}

/** A response, or null where the bytes are none. */
export function parseResponse(bytes: Uint8Array): HttpResponse | null {
  const { head, body } = partAtEmptyLine(bytes);
  const [statusLine = '', ...lines] = latin1(head).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(statusLine)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines.slice(0, LIMITS.headers)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  // Some archives keep the header and join the chunks: then the body does not begin with a length.
  return { status: Number(status), headers, body: chunked ? (joinChunks(body) ?? body) : body };
}

function partAtEmptyLine(bytes: Uint8Array): { head: Uint8Array; body: Uint8Array } {
  let lineStart = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, lineStart)) {
    const length = end - lineStart - (bytes[end - 1] === 13 ? 1 : 0);
    if (length <= 0) return { head: bytes.subarray(0, lineStart), body: bytes.subarray(end + 1) };
    lineStart = end + 1;
    if (lineStart > LIMITS.headers * LIMITS.headerLine) break;
  }
  return { head: bytes, body: new Uint8Array() };
}

/** The chunks of a chunked body as one; null where the body is not chunked. A cut last chunk gives what is there of it. */
function joinChunks(body: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf(10, at);
    const line = latin1(body.subarray(at, end < 0 ? at : Math.min(end, at + 200)));
    const size = /^([0-9a-f]{1,8})(?:\s*;.*)?\s*$/i.exec(line)?.[1];
    if (size === undefined) {
      if (chunks.length === 0) return null;
      break;
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (body[at] === 13 || body[at] === 10) at++;
  }
  return joinBytes(chunks);
}
