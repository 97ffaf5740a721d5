/** What a query shares with articles of an index. */
import { lowerBound } from '../container/sorted';
import type { Form } from '../fingerprint/types';
import type { ArticleIndex, ArticleQuery, IndexShard } from './article-index';
import { placeIn } from './form-reader';
import { PLACES } from './format';
import type { Meeting } from './search';
import { PLACE_OF, STRENGTH_OF } from './strength';

/** A call for an article of a shard. */
interface Call {
  readonly local: number;
  readonly meetings: Meeting[];
}

/**
 * The terms that a query and each of some articles have, with a pause after every shard; the articles' words for them are
 * decoded when they are asked for. Articles of one shard are served together: a term's postings are unpacked once.
 */
export function* meetingsSteps(
  index: ArticleIndex,
  query: ArticleQuery,
  numbers: readonly number[],
): Generator<void, ReadonlyMap<number, readonly Meeting[]>> {
  const meetings = new Map<number, Meeting[]>();
  const calls = new Map<IndexShard, Call[]>();
  for (const number of numbers) {
    const { part, local } = index.at(number);
    const call = { local, meetings: [] };
    meetings.set(number, call.meetings);
    const others = calls.get(part);
    if (others) others.push(call);
    else calls.set(part, [call]);
  }
  for (const [part, ofShard] of calls) {
    meetInShard(part, query, ofShard);
    yield;
  }
  return meetings;
}

function meetInShard({ shard, number }: IndexShard, query: ArticleQuery, calls: Call[]): void {
  calls.sort((a, b) => a.local - b.local);
  const found = query.found[number];
  for (const [i, queryTerm] of query.terms.entries()) {
    const term = found?.[i] ?? -1;
    if (term < 0) continue;
    const { from, end, documents, codes } = shard.list(term);
    let posting = from;
    for (const { local, meetings } of calls) {
      posting = lowerBound(documents, local, posting, end);
      if (posting === end) break;
      if (documents[posting] !== local) continue;
      const code = codes[posting] ?? 0;
      const at = placeIn({ documents, from, end }, posting, shard.ends);
      meetings.push({
        queryTerm,
        strength: STRENGTH_OF[code] ?? 0,
        place: PLACES[PLACE_OF[code] ?? 0] ?? 'body',
        forms: () => shard.words(term, at).map((text): Form => ({ lang: shard.language(local), text })),
        translations: () => [],
      });
    }
  }
}
