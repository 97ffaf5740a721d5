/** Takes items into chunks: fingerprinted once, what is there already left alone, what was edited put in its old place. */
import { inSlices } from '../article/in-slices';
import type { FingerprintSource } from '../fingerprint/fingerprint';
import type { Fingerprint } from '../fingerprint/types';
import type { IndexSource } from '../index/types';
import type { ItemKeys, LiveItem } from './accept-item';
import { encodeChunk, sourcesOf } from './chunk-index';
import { CHUNK_ITEMS, type ChunkKeys, chunkKeys, KnownItems, keysOfItem } from './chunks';

/** A chunk as it is to be stored. A file is never changed: what was it before goes, and this comes under a new id. */
export interface Chunk {
  readonly replaces: string | null;
  readonly keys: ChunkKeys;
  readonly bytes: Uint8Array;
}

export interface ChunkStore {
  /** What is there, by day and age. */
  readonly chunks: readonly ChunkKeys[];
  /** The file of one of them; null where it has gone. */
  load(id: string): Promise<Uint8Array | null>;
  /** An id that no chunk has. */
  newId(): string;
}

/** An item with its fingerprint. */
interface Entry {
  readonly keys: ItemKeys;
  readonly source: IndexSource;
}

/** What is to become of one chunk. */
interface Draft {
  readonly day: string;
  readonly dated: boolean;
  /** What is there of it; null for a new chunk. */
  readonly keys: ChunkKeys | null;
  readonly added: Entry[];
  /** By the id that the item has so far. */
  readonly edited: Map<string, Entry>;
}

/** The chunks that change when items come in. Nothing is stored here, so that one transaction may do it. */
export async function addItems(
  items: readonly LiveItem[],
  store: ChunkStore,
  fingerprint: (source: FingerprintSource) => Fingerprint,
): Promise<Chunk[]> {
  const known = new KnownItems(store.chunks);
  const drafts = new Map<string, Draft>();
  const draftOf = (keys: ChunkKeys): Draft => {
    const draft = drafts.get(keys.id) ?? { day: keys.day, dated: keys.dated, keys, added: [], edited: new Map() };
    drafts.set(keys.id, draft);
    return draft;
  };
  const byId = new Map(store.chunks.map((chunk) => [chunk.id, chunk]));
  const open = new OpenChunks(store, drafts, draftOf);
  const take = function* (): Generator<void, void> {
    for (const item of items) {
      const verdict = known.judge(item);
      if (verdict === 'same') continue;
      const entry: Entry = {
        keys: item.keys,
        source: { document: item.document, terms: fingerprint(item.article).terms },
      };
      const chunk = verdict === 'new' ? null : (byId.get(verdict.editOf.chunk) ?? null);
      if (verdict === 'new') open.of(item.day, item.document.date !== null).added.push(entry);
      else if (chunk !== null) draftOf(chunk).edited.set(verdict.editOf.id, entry);
      yield;
    }
  };
  await inSlices(take());
  const changed: Chunk[] = [];
  for (const draft of drafts.values()) {
    changed.push(await encodeDraft(draft, store));
    await pause();
  }
  return changed;
}

/** For each day the chunk that still has room. */
class OpenChunks {
  readonly #open = new Map<string, { draft: Draft; room: number }>();

  constructor(
    private readonly store: ChunkStore,
    private readonly drafts: Map<string, Draft>,
    private readonly draftOf: (keys: ChunkKeys) => Draft,
  ) {}

  /** The draft that a new item of a day goes into. */
  of(day: string, dated: boolean): Draft {
    const kind = `${day} ${dated}`;
    let open = this.#open.get(kind) ?? this.#find(day, dated);
    if (open === null || open.room === 0) {
      const draft: Draft = { day, dated, keys: null, added: [], edited: new Map() };
      this.drafts.set(`new ${this.drafts.size}`, draft);
      open = { draft, room: CHUNK_ITEMS };
    }
    open.room--;
    this.#open.set(kind, open);
    return open.draft;
  }

  #find(day: string, dated: boolean): { draft: Draft; room: number } | null {
    const keys = this.store.chunks.find(
      (chunk) => chunk.day === day && chunk.dated === dated && chunk.ids.length < CHUNK_ITEMS,
    );
    return keys === undefined ? null : { draft: this.draftOf(keys), room: CHUNK_ITEMS - keys.ids.length };
  }
}

async function encodeDraft({ day, dated, keys, added, edited }: Draft, store: ChunkStore): Promise<Chunk> {
  const before = keys === null ? [] : await entriesOf(keys, store);
  const kept = before.map((entry) => {
    const edit = edited.get(entry.source.document.id);
    if (edit === undefined) return entry;
    // Its words are new; that it was reported when it was is not.
    const document = { ...edit.source.document, date: entry.source.document.date };
    return { keys: edit.keys, source: { document, terms: edit.source.terms } };
  });
  return chunkOf({ id: store.newId(), day, dated }, keys?.id ?? null, [...kept, ...added]);
}

function chunkOf(
  about: Pick<ChunkKeys, 'id' | 'day' | 'dated'>,
  replaces: string | null,
  entries: readonly Entry[],
): Chunk {
  const items = entries.map(({ keys, source }) => ({ id: source.document.id, keys }));
  return { replaces, keys: chunkKeys(about, items), bytes: encodeChunk(entries.map(({ source }) => source)) };
}

/** The items of a chunk; none where its file is missing or damaged: what it had comes in again with the next feeds. */
async function entriesOf(keys: ChunkKeys, store: ChunkStore): Promise<Entry[]> {
  const at = new Map(keys.ids.map((id, number) => [id, number]));
  const bytes = await store.load(keys.id);
  if (bytes === null) return [];
  try {
    return sourcesOf(bytes).flatMap((source) => {
      const number = at.get(source.document.id);
      return number === undefined ? [] : [{ keys: keysOfItem(keys, number), source }];
    });
  } catch {
    return [];
  }
}

/** A chunk without some of its items; null where none is left. */
export async function withoutItems(
  keys: ChunkKeys,
  store: ChunkStore,
  goes: (id: string) => boolean,
): Promise<Chunk | null> {
  const kept = (await entriesOf(keys, store)).filter(({ source }) => !goes(source.document.id));
  return kept.length === 0 ? null : chunkOf({ ...keys, id: store.newId() }, keys.id, kept);
}

/** Several chunks of one kind as one; null where there is nothing in them. It stands in the place of all of them. */
export async function joinChunks(joined: readonly ChunkKeys[], store: ChunkStore): Promise<Chunk | null> {
  const entries = new Map<string, Entry>();
  for (const keys of joined) {
    for (const entry of await entriesOf(keys, store)) entries.set(entry.source.document.id, entry);
    await pause();
  }
  const [first] = joined;
  return first === undefined || entries.size === 0
    ? null
    : chunkOf({ ...first, id: store.newId() }, null, [...entries.values()]);
}

/** A turn for others between two chunks. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
