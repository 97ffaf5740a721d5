/** Article → what an index keeps of it. */
import type { Report } from '../match/types';
import type { IndexSource, TextKey } from './types';

/** What is known of an article besides its text. */
export interface ArticleFacts {
  readonly id: string;
  readonly lang: string;
  readonly url: string | null;
  readonly title: string;
  /** ISO 8601, as precise as the source. */
  readonly publishedAt: string | null;
  readonly site: string | null;
}

/**
 * What the index keeps of an article.
 * @param coverage the other outlets that printed the same text
 * @param textKey what a copy of its text is known by
 */
export function indexArticle(
  article: ArticleFacts,
  terms: IndexSource['terms'],
  coverage: readonly Report[] = [],
  textKey: TextKey | null = null,
): IndexSource {
  const { id, lang, url, title, publishedAt, site } = article;
  const titles = { [lang]: title };
  return {
    document: { id, kind: 'article', lang, date: publishedAt, titles, url, site, coverage, follows: [] },
    terms,
    textKey,
  };
}
