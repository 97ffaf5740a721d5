import type { ReadPage } from '../lib/article/types';
import { directionOf } from '../lib/languages/direction';
import { Day, LanguageName } from './text';
import { useUi } from './ui';

/** What was read off the page, as far as it is shown. */
export type PageSummary = Pick<ReadPage, 'kind' | 'title' | 'lang' | 'publishedAt' | 'site' | 'url'>;

/** The article as read: title in its own language and direction, site, language, date. */
export function ArticleCard({ page }: { readonly page: PageSummary }) {
  const ui = useUi();
  return (
    <section class="article" aria-label={ui.text('thisArticle')}>
      <h2 class="article-title" lang={page.lang} dir={directionOf(page.lang)}>
        {page.title || ui.text('untitled')}
      </h2>
      <ul class="facts">
        {page.site !== null && (
          <li>
            <bdi>{page.site}</bdi>
          </li>
        )}
        <li>
          <LanguageName tag={page.lang} />
        </li>
        <li>{page.publishedAt === null ? ui.text('noDate') : <Day iso={page.publishedAt} />}</li>
      </ul>
    </section>
  );
}
