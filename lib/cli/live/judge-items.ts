import { addItems } from '../../coverage/add-items';
import { openChunks } from '../../coverage/chunk-index';
import type { Fingerprinter } from '../../fingerprint/fingerprint';
import type { Fingerprint } from '../../fingerprint/types';
import type { ArticleIndex } from '../../index/article-index';
import { indexArticles } from '../../index/open-article-index';
import { type MatchSubject, matchArticles } from '../../match/articles';
import { asItems, type Labelled } from './feed-items';
import { MemoryChunks } from './memory-chunks';

interface Subject {
  readonly article: Labelled;
  readonly fingerprint: Fingerprint;
}

const addressOf = ({ lang, id }: Labelled): string => `https://${lang}.example/${id}`;

/** The labelled headlines as the engine alone finds them, and as items of feeds; prints both. */
export async function judgeItems(articles: readonly Labelled[], { fingerprint }: Fingerprinter): Promise<void> {
  const subjects = articles.map((article) => ({
    article,
    fingerprint: fingerprint({ ...article, publishedAt: article.publishedAt ?? null }),
  }));
  console.log('engine alone', judge(indexAlone(subjects), subjects));

  const store = new MemoryChunks();
  for (const lang of new Set(articles.map((article) => article.lang))) {
    const own = articles.filter((article) => article.lang === lang);
    store.keep(await addItems(await asItems(own, lang), store, fingerprint));
  }
  const live = await openChunks(store.files, null);
  if (live !== null) console.log('as feed items', live.index.size, judge(live.index, subjects));
}

function indexAlone(subjects: readonly Subject[]): ArticleIndex {
  return indexArticles(
    subjects.map(({ article, fingerprint }) => ({
      document: {
        id: article.id,
        kind: 'article',
        lang: article.lang,
        date: article.publishedAt ?? null,
        titles: { [article.lang]: article.title },
        url: addressOf(article),
        site: null,
        coverage: [],
        follows: [],
      },
      terms: fingerprint.terms,
    })),
  );
}

function judge(index: ArticleIndex, subjects: readonly Subject[]): Readonly<Record<string, number>> {
  const eventOf = new Map(subjects.map(({ article }) => [addressOf(article), article.event]));
  const languages = new Set(subjects.map(({ article }) => article.lang));
  const told = new Set(subjects.map(({ article }) => `${article.lang} ${article.event}`));
  let cases = 0;
  let right = 0;
  let called = 0;
  let correct = 0;
  for (const { article, fingerprint } of subjects) {
    const subject: MatchSubject = {
      id: null,
      url: addressOf(article),
      publishedAt: article.publishedAt ?? null,
      fingerprint,
    };
    const matches = matchArticles(index, subject, { perLanguage: 5, sameLanguage: false });
    const isRight = ({ document }: (typeof matches)[number]): boolean =>
      eventOf.get(document.url ?? '') === article.event;
    for (const lang of languages) {
      if (lang === article.lang || !told.has(`${lang} ${article.event}`)) continue;
      cases++;
      const first = matches.find(({ document }) => document.lang === lang);
      if (first && isRight(first)) right++;
    }
    for (const match of matches) {
      if (match.relation !== 'same-event') continue;
      called++;
      if (isRight(match)) correct++;
    }
  }
  return { 'R@1': right / cases, 'same-event precision': correct / called, called };
}
