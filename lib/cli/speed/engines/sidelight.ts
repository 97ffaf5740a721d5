import type { Fingerprint, Term } from '../../../fingerprint/types';
import { FINGERPRINT_VERSION } from '../../../fingerprint/version';
import type { ArticleIndex } from '../../../index/article-index';
import { searchArticles } from '../../../index/article-search';
import type { IndexSource } from '../../../index/types';
import { IndexWriter } from '../../index-writer';
import { openFolder } from '../../open-index';
import type { SyntheticArticle } from '../corpus';
import type { Engine } from './types';

export const sidelight: Engine = {
  async createBuilder(folder) {
    const writer = new IndexWriter(folder, null, (id) => {
      throw new Error(`Two articles have the id ${id}.`);
    });
    await writer.start();
    return {
      async add(articles) {
        for (const article of articles) await writer.add(sourceOf(article));
      },
      async save() {
        await writer.finish();
      },
    };
  },

  async open(folder) {
    const index = await openFolder(folder);
    return {
      search: async (terms, limit) => nearest(index, terms, limit).map(({ number }) => number),
      articleOf: (number) => articleNumber(index, number),
    };
  },
};

/** An article as the index takes it. */
export function sourceOf({ id, lang, date, title, url, site, terms }: SyntheticArticle): IndexSource {
  const document = { id, kind: 'article', lang, date, titles: { [lang]: title }, url, site } as const;
  return { document: { ...document, coverage: [], follows: [] }, terms };
}

/** The number that an article has in the corpus. */
export function articleNumber(index: ArticleIndex, number: number): number {
  return Number(index.document(number).id.split('/').at(-1));
}

/** Terms as a fingerprint; the search does not ask for its language. */
export function fingerprintOf(terms: readonly Term[], lang = 'und'): Fingerprint {
  return { version: FINGERPRINT_VERSION, lang, terms };
}

/**
 * An article of the index, and how near it is: twice the cosine, less how crowded it is around the article. How crowded it is around
 * the query is the same for all of a language, and left out where languages stand in one list.
 */
export interface Near {
  readonly number: number;
  readonly nearness: number;
}

/** The nearest articles of all languages. Those of each language are found alone, as the extension asks for them. */
export function nearest(index: ArticleIndex, terms: readonly Term[], limit: number): Near[] {
  const lists = searchArticles(index, index.weigh(fingerprintOf(terms)), { wanted: () => true, perLanguage: limit });
  return lists
    .flatMap(({ numbers, values }) => numbers.map((number, i) => ({ number, nearness: values[i] ?? 0 })))
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, limit);
}
