/** What the bench asks of a search engine. Types only. */
import type { Term } from '../../../fingerprint/types';
import type { SyntheticArticle } from '../corpus';

export interface Engine {
  /** Begins an index that is empty. */
  createBuilder(): Promise<EngineBuilder>;
  /** Opens what `save` has written into a folder. */
  open(folder: string): Promise<Searcher>;
}

export interface EngineBuilder {
  add(articles: readonly SyntheticArticle[]): Promise<void>;
  /** Writes the index into a folder, in the engine's own way. */
  save(folder: string): Promise<void>;
}

export interface Searcher {
  /** The numbers of the articles that are nearest to some terms, the nearest first. */
  search(terms: readonly Term[], limit: number): Promise<readonly number[]>;
}
