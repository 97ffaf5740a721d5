/** The pages of a web archive → articles. */

import { webAddress } from '../article/metadata';
import type { ReadPage } from '../article/types';
import { type HttpResponse, parseResponse } from './http-response';
import { InputFault, type InputItem, problemItem } from './types';
import { readWarc, type WarcRecord } from './warc';

/** What is done where the machine decides how: a document needs a parser, compressed bodies a decompressor. */
export interface PageTools {
  /** Reads a page of HTML. `charset` is what the server says it is written in. */
  readPage(html: Uint8Array, charset: string | null, address: string | null): ReadPage;
  /**
   * Undoes a content encoding (`gzip`, `deflate`, `br`).
   * @throws InputFault where it cannot, or where more comes out than one record may have
   */
  unpack(encoding: string, body: Uint8Array): Promise<Uint8Array>;
}

/** The articles among the pages of an archive. */
export async function* readWebArchive(chunks: AsyncIterable<Uint8Array>, tools: PageTools): AsyncGenerator<InputItem> {
  for await (const item of readWarc(chunks)) {
    if (item.kind === 'problem') yield item;
    else if (item.kind === 'passed') yield { kind: 'skipped', reason: `records of type ${typeName(item.type)}` };
    else yield await readRecord(item.record, tools);
  }
}

const TYPES = 'warcinfo request metadata revisit resource conversion continuation'.split(' ');

/** A damaged file may name any type: only those of the standard are counted by name. */
function typeName(type: string): string {
  return TYPES.includes(type) ? type : 'unknown';
}

async function readRecord(record: WarcRecord, tools: PageTools): Promise<InputItem> {
  const place = { unit: 'record', number: record.number } as const;
  if (!record.contentType.startsWith('application/http')) return { kind: 'skipped', reason: 'no answers of HTTP' };
  const response = parseResponse(record.block);
  if (response === null) return problemItem('not an answer of HTTP', place);
  if (response.status !== 200) return { kind: 'skipped', reason: 'answers other than 200' };
  if (!isHtml(response)) return { kind: 'skipped', reason: 'not HTML' };
  try {
    const page = await readBody(response, record.address, tools);
    if (page.kind !== 'article') return { kind: 'skipped', reason: `pages that are no article: ${page.kind}` };
    const { title, text, lang, publishedAt, site, url } = page;
    if (title === '') return problemItem('no title', place, record.address);
    const id = url ?? webAddress(record.address, null) ?? `record ${record.number}`;
    return { kind: 'article', article: { id, lang, url, title, text, publishedAt, site }, place };
  } catch (error) {
    if (error instanceof InputFault) return problemItem(error.what, place, error.detail);
    // Whatever a page does to the reading of it, the next page is read.
    return problemItem('the page cannot be read', place, error instanceof Error ? error.message : null);
  }
}

function isHtml({ headers, body }: HttpResponse): boolean {
  const type = headers.get('content-type')?.toLowerCase();
  if (type !== undefined) return /^\s*(?:text\/html|application\/xhtml\+xml)\b/.test(type);
  return beginsAsPage(body);
}

/** Whether markup comes first, behind a byte-order mark and white space. */
function beginsAsPage(body: Uint8Array): boolean {
  const [a, b, c] = body;
  let at = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  while ([9, 10, 12, 13, 32].includes(body[at] ?? 0)) at++;
  return body[at] === 60;
}

async function readBody({ headers, body }: HttpResponse, address: string | null, tools: PageTools): Promise<ReadPage> {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  const charset = /;\s*charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(headers.get('content-type') ?? '')?.[1] ?? null;
  // Archives often keep bodies unpacked beside the header that says otherwise: then they begin as a page does.
  const packed = encoding !== 'identity' && encoding !== '' && !beginsAsPage(body);
  const html = packed ? await tools.unpack(encoding, body) : body;
  return tools.readPage(html, charset, address);
}
