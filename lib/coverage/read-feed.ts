/** The bytes of a feed → its items, within bounds, and what was odd about it. */
import { openInput } from '../inputs/read-input';
import { type ArticleItem, InputFault, type Problem } from '../inputs/types';
import type { PageTools } from '../inputs/web-archive';
import type { FeedNote, FeedState } from './followed-feed';

/** Bounds on one feed: several times what big outlets send. Nothing beyond is held. */
export const FEED_LIMITS = { bytes: 5 * 1024 * 1024, items: 300 } as const;

/** What a feed held; where it could not be read, why. */
export interface FeedContent {
  readonly state: Extract<FeedState, 'ok' | 'not-a-feed' | 'no-items'>;
  readonly detail: string;
  readonly notes: readonly FeedNote[];
  readonly items: readonly ArticleItem[];
}

/** A feed is of one of these formats; other inputs that the command line reads are none. */
const FEED_FORMATS: ReadonlySet<string> = new Set(['rss', 'rdf', 'atom', 'json-feed']);

/** Pages stand in web archives, which are no feeds. */
const NO_PAGES: PageTools = {
  readPage() {
    throw new InputFault('a page');
  },
  unpack: () => Promise.reject(new InputFault('packed')),
};

/** Reads a feed as it comes in. What breaks off keeps the items before. */
export async function readFeed(chunks: AsyncIterable<Uint8Array>, address: string): Promise<FeedContent> {
  const notes = new Set<FeedNote>();
  const items: ArticleItem[] = [];
  const bounded = bound(chunks, notes);
  const opened = await openInput(bounded, address, NO_PAGES).catch((error: unknown) => {
    if (error instanceof InputFault) return error;
    throw error;
  });
  if (opened instanceof InputFault) return { state: 'not-a-feed', detail: opened.message, notes: [...notes], items };
  if (!FEED_FORMATS.has(opened.format)) {
    await opened.items.return(undefined);
    return { state: 'not-a-feed', detail: opened.format, notes: [...notes], items };
  }
  for await (const item of opened.items) {
    if (item.kind === 'problem') notes.add(noteOf(item.problem));
    if (item.kind !== 'article') continue;
    if (items.length === FEED_LIMITS.items) {
      notes.add('too-many');
      break;
    }
    items.push(item);
  }
  // What is broken off at our bound is not broken.
  if (notes.has('too-large')) notes.delete('cut-short');
  if (items.length === 0) return { state: 'no-items', detail: '', notes: [...notes], items };
  return { state: 'ok', detail: '', notes: [...notes], items };
}

/** Passes on as many bytes as are allowed, and looks whether the feed declares entities: none of them is expanded. */
async function* bound(chunks: AsyncIterable<Uint8Array>, notes: Set<FeedNote>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    if (length === 0 && /<!ENTITY\s/i.test(latin1(chunk.subarray(0, 4096)))) notes.add('entities');
    length += chunk.length;
    if (length > FEED_LIMITS.bytes) {
      notes.add('too-large');
      return;
    }
    yield chunk;
  }
}

const decoder = new TextDecoder('latin1');

function latin1(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function noteOf({ what, place }: Problem): FeedNote {
  if (what.startsWith('more than')) return 'too-many';
  return what.includes('cut short') || (place === null && what !== 'no title') ? 'cut-short' : 'broken-items';
}
