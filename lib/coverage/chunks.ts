/**
 * The live index is kept in chunks of one day each: a chunk is an index of a few hundred items, so that what comes in
 * makes one small chunk anew and not the whole. Which items are there already is told by their keys, which are kept apart.
 */
import { feedOfItem, type ItemKeys, type LiveItem } from './accept-item';

/** Items of a chunk. */
export const CHUNK_ITEMS = 500;

/** What is known of a chunk without opening it. */
export interface ChunkKeys {
  readonly id: string;
  readonly day: string;
  /** Whether its items have a date; where not, the day is that on which they came. */
  readonly dated: boolean;
  /** Ids of its items. */
  readonly ids: readonly string[];
  /** Three numbers an item: its keys. */
  readonly keys: Float64Array;
}

const PER_ITEM = 3;

/** Where an item stands. */
interface Standing {
  readonly chunk: string;
  readonly id: string;
  readonly words: number;
}

/** The items that are there, by their keys. */
export class KnownItems {
  readonly #byKey = new Map<number, Standing>();

  constructor(chunks: Iterable<ChunkKeys>) {
    for (const { id: chunk, ids, keys } of chunks) {
      ids.forEach((id, at) => {
        const [guid = 0, link = 0, words = 0] = keys.subarray(at * PER_ITEM, at * PER_ITEM + 3);
        this.#add({ guid, link, words }, { chunk, id, words });
      });
    }
  }

  #add(keys: ItemKeys, standing: Standing): void {
    for (const key of [keys.guid, keys.link, keys.words]) if (key !== 0) this.#byKey.set(key, standing);
  }

  /** What an item is to those that are there; from then on it is one of them. */
  judge(item: LiveItem): 'new' | 'same' | { readonly editOf: Standing } {
    const { guid, link, words } = item.keys;
    const standing = [guid, link, words].map((key) => (key === 0 ? undefined : this.#byKey.get(key))).find(Boolean);
    if (standing === undefined) {
      this.#add(item.keys, { chunk: '', id: item.document.id, words });
      return 'new';
    }
    // Of an item that came in this very round, and of another feed's, the first is kept: no outlet writes over another's.
    const others = feedOfItem(standing.id) !== feedOfItem(item.document.id);
    if (standing.words === words || standing.chunk === '' || others) return 'same';
    this.#add(item.keys, { ...standing, words });
    return { editOf: standing };
  }
}

/** The keys of a chunk's items. */
export function chunkKeys(
  { id, day, dated }: Pick<ChunkKeys, 'id' | 'day' | 'dated'>,
  items: readonly { readonly id: string; readonly keys: ItemKeys }[],
): ChunkKeys {
  const keys = new Float64Array(items.length * PER_ITEM);
  items.forEach(({ keys: { guid, link, words } }, at) => {
    keys.set([guid, link, words], at * PER_ITEM);
  });
  return { id, day, dated, ids: items.map((item) => item.id), keys };
}

/** The keys of one item of a chunk. */
export function keysOfItem(chunk: ChunkKeys, at: number): ItemKeys {
  const [guid = 0, link = 0, words = 0] = chunk.keys.subarray(at * PER_ITEM, at * PER_ITEM + 3);
  return { guid, link, words };
}
