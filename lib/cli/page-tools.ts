/** The pages of web archives in Node: the same reading as that of a saved page. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { completeReading } from '../article/complete-reading';
import { parseReading } from '../article/parse-reading';
import { readPage } from '../article/read-page';
import { LIMITS } from '../inputs/limits';
import { InputFault } from '../inputs/types';
import type { PageTools } from '../inputs/web-archive';
import { decodeHtml, looksBinary, parseDocument } from './dom';
import { oneLine } from './io';

type Unpack = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const UNPACKERS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

const unpackRaw: Unpack = promisify(inflateRaw);

export const pageTools: PageTools = {
  readPage(html, charset, address) {
    const text = decodeHtml(html, charset);
    if (looksBinary(text)) throw new InputFault('not a text file');
    return completeReading(parseReading(readPage(parseDocument(text), address ?? undefined)));
  },

  async unpack(encoding, body) {
    const unpack = UNPACKERS.get(encoding);
    if (unpack === undefined) throw new InputFault('of an unknown content encoding', encoding.slice(0, 40));
    const options = { maxOutputLength: LIMITS.record };
    try {
      return await unpack(body, options);
    } catch (error) {
      // Servers disagree on what "deflate" is.
      const raw = encoding === 'deflate' ? await unpackRaw(body, options).catch(() => null) : null;
      if (raw !== null) return raw;
      throw new InputFault('cannot be unzipped', oneLine(error));
    }
  },
};
