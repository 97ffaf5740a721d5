/**
 * The articles nearest to a query, language by language, with early termination that changes no answer.
 *
 * Terms are added up by falling factor, shard by shard. As soon as a language has its candidates, an article must come
 * near enough to be one of them. What the lightest terms can add to a cosine is bounded twice: by the length of their part of
 * the query (Cauchy–Schwarz), and by the greatest strength that the shard has. Terms that alone cannot make a candidate
 * of an article, which are the common ones with the long lists, are only looked up for articles that the others have
 * brought near enough (MaxScore: Turtle & Flood, Query Evaluation: Strategies and Optimizations, 1995).
 */
import { placeFrom } from '../container/sorted';
import {
  type ArticleIndex,
  type ArticleQuery,
  type IndexShard,
  ownPostingsIn,
  postingsIn,
  type ShardRange,
  type TermPlaces,
} from './article-index';
import { CandidateList, type Candidates } from './candidate-list';
import type { PostingList } from './posting-cache';
import { MAX_SHARD_DOCUMENTS } from './shard-format';
import { hubnessAt, runSteps } from './statistics';
import { STRENGTH_OF } from './strength';

export interface SearchOptions {
  /** Candidates of which languages. */
  readonly wanted: (lang: string) => boolean;
  /** How many of each. */
  readonly perLanguage: number;
  /** Articles that are none, whatever they share. */
  readonly exclude?: ReadonlySet<number>;
  /** Only shards of these days, and articles without one. */
  readonly window?: TimeWindow | undefined;
  /** Look at every article: the same answer, for comparison. */
  readonly exhaustive?: boolean;
}

/** Days from … to, ISO, both included. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** Rounding must not part what is equal. */
const MARGIN = 1e-9;

/**
 * Terms are light that bring no more than this share of the cosine that is needed: the larger, the shorter the lists that
 * are gone through, and the more articles are looked at one by one.
 */
const LIGHT = 0.15;

/** The best candidates of every wanted language. */
export function searchArticles(index: ArticleIndex, query: ArticleQuery, options: SearchOptions): Candidates[] {
  return runSteps(searchArticlesSteps(index, query, options));
}

/** The same with a pause after every shard. */
export function* searchArticlesSteps(
  index: ArticleIndex,
  query: ArticleQuery,
  options: SearchOptions,
): Generator<void, Candidates[]> {
  const lists = index.languages.map((lang) => (options.wanted(lang) ? new CandidateList(options.perLanguage) : null));
  const search = new ShardSearch(query, lists, options);
  for (const part of index.shards) {
    if (!isInWindow(part.shard.day, options.window)) continue;
    search.run(part);
    yield;
  }
  return lists.flatMap((list, language) => (list ? [list.candidates(index.languages[language] ?? 'und')] : []));
}

function isInWindow(day: string | null, window: TimeWindow | undefined): boolean {
  return window === undefined || day === null || (day >= window.from && day <= window.to);
}

/** A query's term as it is added up. */
interface Addend {
  /** Its number in the query. */
  readonly term: number;
  readonly places: TermPlaces;
  /** What a strength of 1 adds. */
  readonly factor: number;
  readonly square: number;
}

const NOWHERE: TermPlaces = { numbers: new Int32Array(0), common: null };
const NO_ADDEND: Addend = { term: 0, places: NOWHERE, factor: 0, square: 0 };
const NO_RANGE = { from: 0, to: 0 };

/** The sums of the shard at hand: all that is done with one is done without a pause. */
const SUMS = new Float64Array(MAX_SHARD_DOCUMENTS);

class ShardSearch {
  readonly #addends: readonly Addend[];
  /** The query's terms that the shard at hand has. */
  readonly #here: Addend[] = [];
  /** For each term, by falling factor, what it and those after it can bring to a cosine, … */
  readonly #rest: Float64Array;
  /** … and what to a sum, in the shard at hand. */
  readonly #most: Float64Array;
  /** Of the shard at hand the postings of the terms that were looked up for an article. */
  readonly #lists: PostingList[] = [];
  /** How far each of these has been gone through. */
  readonly #places: number[] = [];

  constructor(
    private readonly query: ArticleQuery,
    private readonly lists: readonly (CandidateList | null)[],
    private readonly options: SearchOptions,
  ) {
    this.#addends = query.terms
      .map(({ rarity, weight }, term) => ({
        term,
        places: query.found[term] ?? NOWHERE,
        factor: weight * rarity,
        square: weight * weight,
      }))
      .sort((a, b) => b.factor - a.factor || keyOf(query, a.term, b.term));
    this.#rest = new Float64Array(query.terms.length + 1);
    this.#most = new Float64Array(query.terms.length + 1);
  }

  run(part: IndexShard): void {
    const ranges = part.ranges.filter(({ language }) => this.lists[language]);
    if (ranges.length === 0) return;
    this.#findTerms(part.number);
    this.#measureRest(part.shard.strongest);
    const light = ranges.map((range) => this.#lightFrom(range));
    const heavy = Math.min(...light);
    const most = Math.max(...light);
    SUMS.fill(0, 0, part.shard.size);
    // By numbers: what iterators make, hundreds of thousands in a second, costs more than the adding.
    for (let i = 0; i < most; i++) {
      const { factor, places } = this.#here[i] ?? NO_ADDEND;
      const list = postingsIn(part, places);
      if (i < heavy) {
        add(list, factor);
        continue;
      }
      let at = list.from;
      for (let r = 0; r < ranges.length; r++) {
        const { from, to } = ranges[r] ?? NO_RANGE;
        if (i < (light[r] ?? 0)) at = addUpTo(list, factor, placeFrom(list.documents, from, at, list.end), to);
      }
    }
    this.#lists.length = 0;
    for (let r = 0; r < ranges.length; r++) {
      const range = ranges[r];
      if (range) this.#offerRange(part, range, light[r] ?? 0);
    }
  }

  /** The cosine below which no article of a language is a candidate that is at least so crowded; 0 where any may be. */
  #needOf(language: number, hubness: number): number {
    const list = this.lists[language];
    if (!list || this.options.exhaustive) return 0;
    return Math.min(list.leastNear, (list.leastValue + hubness) / 2) - MARGIN;
  }

  #findTerms(shard: number): void {
    this.#here.length = 0;
    for (const addend of this.#addends) if ((addend.places.numbers[shard] ?? -1) >= 0) this.#here.push(addend);
  }

  /** How much the terms from each one on can bring, none of them being stronger than a strength. */
  #measureRest(strongest: number): void {
    const [here, rest, most] = [this.#here, this.#rest, this.#most];
    rest[here.length] = 0;
    most[here.length] = 0;
    let square = 0;
    let sum = 0;
    for (let i = here.length - 1; i >= 0; i--) {
      square += here[i]?.square ?? 0;
      sum += here[i]?.factor ?? 0;
      rest[i] = Math.sqrt(square) / this.query.norm;
      most[i] = sum * strongest;
    }
  }

  /** From which term on they bring so little to a usual article that they are looked up for few. */
  #lightFrom({ language, leastHubness, usualNorm }: ShardRange): number {
    let from = this.#here.length;
    const need = this.#needOf(language, leastHubness);
    const length = usualNorm * this.query.norm;
    while (from > 0 && this.#boundAt(from - 1, length) < need * LIGHT * length) from--;
    return from;
  }

  /** What the terms from one on can add to the sum of an article; `length` is that of both sides. */
  #boundAt(from: number, length: number): number {
    return Math.min((this.#rest[from] ?? 0) * length, this.#most[from] ?? 0);
  }

  /** Offers the articles that come near enough, the light terms added to those that the heavy ones have brought near. */
  #offerRange(part: IndexShard, range: ShardRange, light: number): void {
    const list = this.lists[range.language];
    if (!list) return;
    const { hubness, measures, base } = part;
    const { norms } = measures;
    const { hashes } = part.shard;
    const { exclude } = this.options;
    const { norm } = this.query;
    const terms = this.#here.length;
    const rest = this.#rest[light] ?? 0;
    const most = this.#most[light] ?? 0;
    const least = norm * range.leastNorm;
    let need = this.#needOf(range.language, range.leastHubness);
    // A sum below it is too little for the shortest article: most end here.
    let floor = Math.max(need * least - most, (need - rest) * least);
    for (let local = range.from; ; local++) {
      local = firstFrom(local, range.to, floor);
      if (local >= range.to) break;
      let sum = SUMS[local] ?? 0;
      const length = norm * (norms[local] ?? 0);
      const near = need * length;
      if (sum + most < near || sum + rest * length < near) continue;
      const own = hubnessAt(hubness[local] ?? 0);
      const enough = this.#needOf(range.language, own) * length;
      for (let i = light; i < terms && sum + this.#boundAt(i, length) >= enough; i++) {
        sum += this.#contribution(part, i, local);
      }
      if (sum < enough) continue;
      const cosine = length > 0 ? sum / length : 0;
      const value = 2 * cosine - own;
      if ((cosine <= list.leastNear && value < list.leastValue) || exclude?.has(base + local)) continue;
      list.offer(base + local, hashes[local] ?? 0, cosine, value);
      need = this.#needOf(range.language, range.leastHubness);
      floor = Math.max(need * least - most, (need - rest) * least);
    }
  }

  /** What a term adds to an article. */
  #contribution(part: IndexShard, i: number, local: number): number {
    const { factor, places } = this.#here[i] ?? NO_ADDEND;
    let list = this.#lists[i];
    if (!list) {
      list = ownPostingsIn(part, places);
      this.#lists[i] = list;
      this.#places[i] = list.from;
    }
    const { end, documents, codes } = list;
    // Articles are asked for as they lie.
    const p = placeFrom(documents, local, this.#places[i] ?? 0, end);
    this.#places[i] = p;
    return p < end && documents[p] === local ? factor * (STRENGTH_OF[codes[p] ?? 0] ?? 0) : 0;
  }
}

/** Two terms of one weight are added in the order of their keys: sums must not depend on how a fingerprint is ordered. */
function keyOf({ terms }: ArticleQuery, a: number, b: number): number {
  return (terms[a]?.term.key ?? '') < (terms[b]?.term.key ?? '') ? -1 : 1;
}

/** Adds a term to the sums of all its articles. */
function add({ documents, codes, from, end }: PostingList, factor: number): void {
  // Looked up once: a bundler's tables are variables to the compiler.
  const [sums, strengths] = [SUMS, STRENGTH_OF];
  for (let p = from; p < end; p++) {
    const document = documents[p] ?? 0;
    sums[document] = (sums[document] ?? 0) + factor * (strengths[codes[p] ?? 0] ?? 0);
  }
}

/** The same from a place of its list on, up to an article; gives the place behind them. */
function addUpTo({ documents, codes, end }: PostingList, factor: number, from: number, to: number): number {
  const [sums, strengths] = [SUMS, STRENGTH_OF];
  let p = from;
  for (; p < end; p++) {
    const document = documents[p] ?? 0;
    if (document >= to) break;
    sums[document] = (sums[document] ?? 0) + factor * (strengths[codes[p] ?? 0] ?? 0);
  }
  return p;
}

/** The first place from one on, before another, where a sum is not below a floor. */
function firstFrom(from: number, to: number, floor: number): number {
  const sums = SUMS;
  let at = from;
  while (at < to && (sums[at] ?? 0) < floor) at++;
  return at;
}
