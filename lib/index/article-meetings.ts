/** What a query shares with an article of an index. */
import type { Form } from '../fingerprint/types';
import type { ArticleIndex, ArticleQuery } from './article-index';
import { PLACES } from './format';
import type { Meeting } from './search';
import { PLACE_OF, STRENGTH_OF } from './strength';

/** The terms that both have; the article's words for them are decoded when they are asked for. */
export function meetingsWith(index: ArticleIndex, query: ArticleQuery, number: number): Meeting[] {
  const { part, local } = index.at(number);
  const { shard } = part;
  const found = query.found[index.shards.indexOf(part)];
  const lang = shard.language(local);
  const { codes } = shard.postings;
  const meetings: Meeting[] = [];
  query.terms.forEach((queryTerm, i) => {
    const term = found?.[i] ?? -1;
    const p = term < 0 ? -1 : shard.posting(term, local);
    if (p < 0) return;
    const code = codes[p] ?? 0;
    meetings.push({
      queryTerm,
      strength: STRENGTH_OF[code] ?? 0,
      place: PLACES[PLACE_OF[code] ?? 0] ?? 'body',
      forms: () => shard.words(term, p).map((text): Form => ({ lang, text })),
      translations: () => [],
    });
  });
  return meetings;
}
