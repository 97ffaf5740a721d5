/** WARC 1.0 and 1.1 (ISO 28500): the records of a web archive, as a stream. */
import { ByteReader } from './byte-reader';
import { LIMITS } from './limits';
import { type ProblemItem, problemItem } from './types';

/** A record of which the block is wanted. */
export interface WarcRecord {
  readonly number: number;
  readonly type: string;
  readonly address: string | null;
  readonly contentType: string;
  readonly block: Uint8Array;
}

export type WarcItem =
  | { readonly kind: 'record'; readonly record: WarcRecord }
  | { readonly kind: 'passed'; readonly type: string }
  | ProblemItem;

/**
 * The records of an archive that hold what a server answered; the others are passed over. After a damaged record reading
 * goes on at the next one that begins as a record does.
 */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WarcItem> {
  const reader = new ByteReader(chunks);
  let number = 0;
  try {
    for (;;) {
      const { found, lost } = await nextRecord(reader);
      if (lost) yield problem('not a record', number, 'what follows it');
      if (!found) return;
      number++;
      const headers = await readHeaders(reader);
      const written = headers?.get('content-length') ?? '';
      if (headers === null || !/^\d{1,15}$/.test(written)) {
        yield problem(headers === null ? 'damaged headers' : 'no length', number);
        continue;
      }
      const length = Number(written);
      const type = headers.get('warc-type')?.toLowerCase() ?? 'unknown';
      if (type !== 'response' || length > LIMITS.record) {
        if (type === 'response') yield problem('longer than 10 MB', number);
        else yield { kind: 'passed', type };
        if ((await reader.skip(length)) < length) yield problem('cut short', number);
        continue;
      }
      const block = await reader.block(length);
      if (block.length < length) {
        yield problem('cut short', number);
        return;
      }
      // WARC 1.0 writes the address between angle brackets.
      const address = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
      const contentType = headers.get('content-type')?.toLowerCase() ?? '';
      yield { kind: 'record', record: { number, type, address, contentType, block } };
    }
  } finally {
    await reader.close();
  }
}

function problem(what: string, number: number, detail: string | null = null): ProblemItem {
  return problemItem(what, { unit: 'record', number }, detail);
}

/** Goes to the next line that begins a record. `lost` where others than empty ones stood before it. */
async function nextRecord(reader: ByteReader): Promise<{ found: boolean; lost: boolean }> {
  let lost = false;
  for (;;) {
    const line = await reader.line(LIMITS.headerLine);
    if (line === null) return { found: false, lost };
    // A record that says it is shorter than it is may end in the middle of a line.
    if (/WARC\/\d\.\d$/.test(line)) return { found: true, lost: lost || !line.startsWith('WARC') };
    if (line !== '') lost = true;
  }
}

/** Named fields up to the empty line, names in lower case, first of each; null where they do not end as they should. */
async function readHeaders(reader: ByteReader): Promise<Map<string, string> | null> {
  const headers = new Map<string, string>();
  for (let count = 0; count < LIMITS.headers; count++) {
    const line = await reader.line(LIMITS.headerLine);
    if (line === null || line.length >= LIMITS.headerLine) return null;
    if (line === '') return headers;
    const colon = line.indexOf(':');
    if (colon <= 0) return null;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return null;
}
