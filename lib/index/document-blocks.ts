/** What is shown of the articles of a shard: blocks of JSON, column by column, as columns of one kind pack well. */
import * as v from 'valibot';
import { FileFormatError } from '../container/container';
import { decodeUtf8, encodeUtf8 } from '../container/varint';
import { BlockReader, BlockWriter } from './packed-blocks';
import { Language } from './shard-info';
import type { IndexDocument } from './types';

const BLOCK = 32;
/** Unpacked blocks are kept up to this many, then forgotten all at once. */
const MOST_KEPT = 64;

const Text = v.nullable(v.string());
const Address = v.pipe(v.string(), v.regex(/^https?:\/\//));
const Columns = v.object({
  /** Null where the address is the id. */
  ids: v.array(Text),
  titles: v.array(v.string()),
  urls: v.array(v.nullable(Address)),
  sites: v.array(Text),
  /** Articles with other outlets' copies only. */
  coverage: v.record(
    v.string(),
    v.array(v.object({ outlet: v.string(), lang: Language, date: Text, url: Address, headline: Text })),
  ),
});
type Columns = v.InferOutput<typeof Columns>;

/** What a block tells of an article; its language and date are in the search part. */
export type ShownDocument = Pick<IndexDocument, 'id' | 'url' | 'site' | 'coverage'> & { readonly title: string };

/** Writes what is shown. */
export function writeDocuments(documents: readonly IndexDocument[]): Uint8Array {
  const blocks = new BlockWriter();
  for (let first = 0; first < documents.length; first += BLOCK) {
    const some = documents.slice(first, first + BLOCK);
    const columns: Columns = {
      ids: some.map(({ id, url }) => (id === url ? null : id)),
      titles: some.map(({ titles, lang }) => titles[lang] ?? ''),
      urls: some.map(({ url }) => url),
      sites: some.map(({ site }) => site),
      coverage: Object.fromEntries(
        some.flatMap(({ coverage }, i) => (coverage.length > 0 ? [[String(i), [...coverage]]] : [])),
      ),
    };
    blocks.add(encodeUtf8(JSON.stringify(columns)));
  }
  return blocks.bytes();
}

export class DocumentReader {
  readonly #blocks: BlockReader;
  readonly #open = new Map<number, Columns>();

  /** @throws FileFormatError */
  constructor(section: Uint8Array, size: number) {
    this.#blocks = new BlockReader(section);
    if (this.#blocks.count !== Math.ceil(size / BLOCK)) throw damaged();
  }

  /** @throws FileFormatError */
  document(number: number): ShownDocument {
    const columns = this.#columns(Math.floor(number / BLOCK));
    const i = number % BLOCK;
    const [id, title, url, site] = [columns.ids[i], columns.titles[i], columns.urls[i], columns.sites[i]];
    if (title === undefined || url === undefined || site === undefined) throw damaged();
    const own = id ?? url;
    if (own === null) throw damaged();
    return { id: own, title, url, site, coverage: columns.coverage[String(i)] ?? [] };
  }

  #columns(block: number): Columns {
    const known = this.#open.get(block);
    if (known) return known;
    if (this.#open.size >= MOST_KEPT) this.#open.clear();
    const columns = parse(decodeUtf8(this.#blocks.read(block)));
    this.#open.set(block, columns);
    return columns;
  }
}

function parse(text: string): Columns {
  try {
    return v.parse(Columns, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof v.ValiError) throw damaged();
    throw error;
  }
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: a record of the wrong shape.');
}
