/** What the bench asks of a search engine. Types only. */
import type { Term } from '../../../fingerprint/types';
import type { SyntheticArticle } from '../corpus';

export interface Engine {
  /** Begins an index that is empty; it will be in a folder. */
  createBuilder(folder: string): Promise<EngineBuilder>;
  /** Opens what has been saved in a folder. */
  open(folder: string): Promise<Searcher>;
}

export interface EngineBuilder {
  add(articles: readonly SyntheticArticle[]): Promise<void>;
  /** Completes the index and writes it, in the engine's own way. */
  save(): Promise<void>;
}

export interface Searcher {
  /** The articles that are nearest to some terms, the nearest first, by the engine's own numbers. */
  search(terms: readonly Term[], limit: number): Promise<readonly number[]>;
  /** The number in the corpus of an article that was found; asked when the clock does not run. */
  articleOf(found: number): number;
}
