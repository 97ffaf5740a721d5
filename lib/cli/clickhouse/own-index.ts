/** Our own index of the synthetic articles: what the table is loaded from, and what its answers are compared with. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Term } from '../../fingerprint/types';
import type { ArticleIndex } from '../../index/article-index';
import { searchArticles } from '../../index/article-search';
import { openFolder } from '../open-index';
import { type CorpusOptions, generateArticles } from '../speed/corpus';
import { fingerprintOf, sidelight } from '../speed/engines/sidelight';
import type { WeightedTerm } from './statements';

/** An article as the table has it. */
export interface TableRow {
  readonly document: number;
  readonly day: string;
  readonly language: string;
  readonly hubness: number;
  readonly terms: readonly Term[];
}

/** A document that was found, and how near it is. */
export interface Found {
  readonly document: number;
  readonly closeness: number;
}

export class OwnIndex {
  private constructor(private readonly index: ArticleIndex) {}

  /** Builds the index of a corpus. */
  static async build(corpus: CorpusOptions): Promise<OwnIndex> {
    const folder = await mkdtemp(join(tmpdir(), 'sidelight-own-'));
    try {
      const builder = await sidelight.createBuilder(folder);
      for (const article of generateArticles(corpus)) await builder.add([article]);
      await builder.save();
      const index = await openFolder(folder);
      // What is shown is read when it is first asked for: now, while the folder is there.
      for (const { base } of index.shards) index.document(base);
      return new OwnIndex(index);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** Every article with its strengths as the index keeps them. */
  *rows(): Generator<TableRow> {
    const { index } = this;
    for (const { shard, base } of index.shards) {
      for (const [local, { terms }] of shard.sources().entries()) {
        const document = base + local;
        const day = shard.day ?? '1970-01-01';
        yield { document, day, language: shard.language(local), hubness: index.hubness(document), terms };
      }
    }
  }

  /** The terms of a query as the statement takes them: all but what the documents add. */
  weighted(terms: readonly Term[]): readonly WeightedTerm[] {
    const query = this.index.weigh(fingerprintOf(terms));
    return query.terms.map(({ term, weight, rarity }) => ({ term: term.key, factor: (weight * rarity) / query.norm }));
  }

  /** The nearest of each language; the table knows nothing of those that share no term. */
  search(terms: readonly Term[], perLanguage: number): ReadonlyMap<string, readonly Found[]> {
    const query = this.index.weigh(fingerprintOf(terms));
    const lists = searchArticles(this.index, query, { wanted: () => true, perLanguage });
    return new Map(
      lists.map(({ lang, numbers, values, cosines, crowd }) => [
        lang,
        numbers.flatMap((document, i) =>
          (cosines[i] ?? 0) > 0 ? [{ document, closeness: (values[i] ?? 0) - crowd }] : [],
        ),
      ]),
    );
  }
}
