/** JSON Feed 1.0 and 1.1. */
import * as v from 'valibot';
import { type FeedFacts, feedArticle } from './feed-article';
import { MemberCutter } from './json-members';
import { LIMITS } from './limits';
import { type InputItem, type Place, problemItem } from './types';

/** A field that is missing or of another type says nothing; the rest of its item still does. */
const Text = v.fallback(v.nullish(v.string()), null);

const Item = v.object({
  id: v.fallback(v.nullish(v.union([v.string(), v.number()])), null),
  url: Text,
  external_url: Text,
  title: Text,
  content_html: Text,
  content_text: Text,
  summary: Text,
  date_published: Text,
  date_modified: Text,
  language: Text,
});

/** Characters of items that wait for what their feed says of itself: the members of an object have no order. */
const MOST_WAITING = 4 * 1024 * 1024;

/** An item that has been cut out, as it is written. */
interface CutItem {
  readonly json: string | null;
  readonly place: Place;
}

/** The items of a JSON feed. */
export async function* readJsonFeed(chunks: AsyncIterable<string>, file: string): AsyncGenerator<InputItem> {
  const cutter = new MemberCutter(['items'], LIMITS.record);
  const feed: { -readonly [K in keyof FeedFacts]: FeedFacts[K] } = { title: null, language: null, base: null };
  const waiting: CutItem[] = [];
  let waitingLength = 0;
  let number = 0;
  const readWaiting = () => waiting.splice(0).map(({ json, place }) => readItem(json, feed, place, file));
  try {
    for await (const chunk of chunks) {
      cutter.write(chunk);
      for (const { key, json, line } of cutter.found.splice(0)) {
        if (key === 'items') {
          number++;
          if (number > LIMITS.items) {
            yield* readWaiting();
            yield problemItem(`more than ${LIMITS.items} items`, null, 'the rest is not read');
            return;
          }
          waiting.push({ json, place: { unit: 'item', number, line } });
          waitingLength += json?.length ?? 0;
        } else if (key === 'title') feed.title = stringOf(json);
        else if (key === 'language') feed.language = stringOf(json);
        else if (key === 'home_page_url') feed.base = stringOf(json);
      }
      if (feed.title !== null || cutter.ended || waitingLength > MOST_WAITING) yield* readWaiting();
      if (cutter.ended) return;
    }
  } catch (error) {
    // What came before the stream broke is kept.
    yield* readWaiting();
    throw error;
  }
  yield* readWaiting();
  yield problemItem('the file is cut short', null, `after item ${number}`);
}

function stringOf(json: string | null): string | null {
  const value = parseJson(json);
  return typeof value === 'string' ? value : null;
}

function parseJson(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function readItem(json: string | null, feed: FeedFacts, place: Place, file: string): InputItem {
  if (json === null) return problemItem('longer than 10 MB', place);
  const value = parseJson(json);
  if (value === undefined) return problemItem('not valid JSON', place);
  const parsed = v.safeParse(Item, value);
  if (!parsed.success) return problemItem('not an object', place);
  const item = parsed.output;
  const text = (written: string | null | undefined, html: boolean) => (written ? { written, html } : null);
  return feedArticle(
    {
      title: item.title ?? '',
      texts: [text(item.content_html, true), text(item.content_text, false), text(item.summary, false)],
      links: [item.url, item.external_url],
      guid: item.id === null || item.id === undefined ? null : String(item.id),
      published: item.date_published ?? null,
      updated: item.date_modified ?? null,
      language: item.language ?? null,
      site: null,
    },
    feed,
    place,
    file,
  );
}
