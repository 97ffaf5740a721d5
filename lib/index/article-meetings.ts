/** What a query shares with articles of an index. */
import { lowerBound } from '../container/sorted';
import type { Form, Place } from '../fingerprint/types';
import { type ArticleIndex, type ArticleQuery, type IndexShard, postingsIn } from './article-index';
import { type PostingPlace, placeIn } from './form-reader';
import { PLACES } from './format';
import { loaded, type WaitingSteps } from './late';
import type { SideMeasure } from './measures';
import type { Meeting, WeighedTerm } from './search';
import type { Shard } from './shard';
import { PLACE_OF, STRENGTH_OF } from './strength';

/** An article as a query meets it: all that is asked of it to rank it. */
export interface MetArticle {
  readonly meetings: readonly Meeting[];
  readonly date: string | null;
  readonly measure: SideMeasure;
}

/** A call for an article of a shard. */
interface Call {
  readonly number: number;
  readonly local: number;
  readonly meetings: Meeting[];
}

/**
 * The terms that a query and each of some articles have, with a pause after every shard. Articles of one shard are served
 * together: what has to be read of it is read once, and need not stay. Names are compared by their words, which are read
 * here; the words for other terms are only shown, and are read when they are asked for.
 */
export function* meetingsSteps(
  index: ArticleIndex,
  query: ArticleQuery,
  numbers: readonly number[],
): WaitingSteps<ReadonlyMap<number, MetArticle>> {
  const met = new Map<number, MetArticle>();
  const calls = new Map<IndexShard, Call[]>();
  for (const number of numbers) {
    const { part, local } = index.at(number);
    const call = { number, local, meetings: [] };
    const others = calls.get(part);
    if (others) others.push(call);
    else calls.set(part, [call]);
  }
  for (const [part, ofShard] of calls) {
    yield* loaded(part.shard.evidence, part.measures.columns);
    meetInShard(part, query, ofShard);
    for (const { number, local, meetings } of ofShard) {
      met.set(number, { meetings, date: part.shard.date(local), measure: part.measures.at(local) });
    }
    yield;
  }
  return met;
}

function meetInShard(part: IndexShard, query: ArticleQuery, calls: Call[]): void {
  const { shard, number } = part;
  calls.sort((a, b) => a.local - b.local);
  for (const [i, queryTerm] of query.terms.entries()) {
    const places = query.found[i];
    const term = places?.numbers[number] ?? -1;
    if (places === undefined || term < 0) continue;
    const { from, end, documents, codes } = postingsIn(part, places);
    let posting = from;
    for (const { local, meetings } of calls) {
      posting = lowerBound(documents, local, posting, end);
      if (posting === end) break;
      if (documents[posting] !== local) continue;
      const meeting = new ArticleMeeting(queryTerm, codes[posting] ?? 0, shard, term, {
        local,
        place: placeIn({ documents, from, end }, posting, shard.ends),
      });
      if (queryTerm.term.kind === 'name') meeting.forms();
      meetings.push(meeting);
    }
  }
}

/** A class, since a match makes some thousand of these. */
class ArticleMeeting implements Meeting {
  readonly strength: number;
  readonly place: Place;
  readonly #shard: Shard;
  readonly #term: number;
  readonly #posting: { readonly local: number; readonly place: PostingPlace };
  #forms: readonly Form[] | null = null;

  constructor(
    readonly queryTerm: WeighedTerm,
    code: number,
    shard: Shard,
    term: number,
    posting: { readonly local: number; readonly place: PostingPlace },
  ) {
    this.strength = STRENGTH_OF[code] ?? 0;
    this.place = PLACES[PLACE_OF[code] ?? 0] ?? 'body';
    this.#shard = shard;
    this.#term = term;
    this.#posting = posting;
  }

  forms(): readonly Form[] {
    if (this.#forms === null) {
      const { local, place } = this.#posting;
      const lang = this.#shard.language(local);
      this.#forms = this.#shard.words(this.#term, place).map((text) => ({ lang, text }));
    }
    return this.#forms;
  }

  translations(): readonly Form[] {
    return [];
  }
}
