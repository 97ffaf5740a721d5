/** Our own index of the synthetic articles: what the table is loaded from, and what its answers are compared with. */
import type { Term } from '../../fingerprint/types';
import { decodeIndex } from '../../index/decode';
import { encodeIndex } from '../../index/encode';
import { keepLargest, neighbourhood } from '../../index/hubness';
import { searchIndex, weigh } from '../../index/search';
import type { StoryIndex } from '../../index/types';
import { type CorpusOptions, generateArticles } from '../speed/corpus';
import { sourceOf } from '../speed/engines/sidelight';
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
  readonly #index: StoryIndex;

  constructor(corpus: CorpusOptions) {
    this.#index = decodeIndex(encodeIndex([...generateArticles(corpus)].map(sourceOf)));
  }

  *rows(): Generator<TableRow> {
    const index = this.#index;
    for (let document = 0; document < index.size; document++) {
      const { date, lang } = index.document(document);
      const hubness = index.hubness[document] ?? 0;
      yield { document, day: date?.slice(0, 10) ?? '', language: lang, hubness, terms: index.terms(document) };
    }
  }

  /** The query as the statement takes it: all but the weights of the documents. */
  weighted(terms: readonly Term[]): readonly WeightedTerm[] {
    const query = weigh(this.#index, { version: 0, lang: '', terms });
    return query.terms.map(({ term, weight, rarity }) => ({ term: term.key, factor: (weight * rarity) / query.norm }));
  }

  /** The nearest of each language. */
  search(terms: readonly Term[], perLanguage: number): ReadonlyMap<string, readonly Found[]> {
    const index = this.#index;
    const cosines = searchIndex(index, weigh(index, { version: 0, lang: '', terms }));
    const nearest = index.languages.map((): number[] => []);
    for (let i = 0; i < index.size; i++) keepLargest(nearest[index.languageOf[i] ?? 0] ?? [], cosines[i] ?? 0);
    const crowds = nearest.map(neighbourhood);
    const found = index.languages.map((): Found[] => []);
    for (let i = 0; i < index.size; i++) {
      const language = index.languageOf[i] ?? 0;
      // The table knows nothing of those that share no term.
      if (cosines[i] === 0) continue;
      const closeness = 2 * (cosines[i] ?? 0) - (crowds[language] ?? 0) - (index.hubness[i] ?? 0);
      found[language]?.push({ document: i, closeness });
    }
    return new Map(
      index.languages.map((lang, i) => [
        lang,
        (found[i] ?? []).sort((a, b) => b.closeness - a.closeness).slice(0, perLanguage),
      ]),
    );
  }
}
