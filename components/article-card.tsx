import type { PageSummary } from '../lib/article/types';
import { directionOf } from '../lib/languages/direction';
import { Facts } from './facts';
import { Day } from './text';
import { useUi } from './ui';

/** The article as read: title in its own language and direction, site, language, date. */
export function ArticleCard({ page }: { readonly page: PageSummary }) {
  const ui = useUi();
  return (
    <section class="article" aria-label={ui.text('thisArticle')}>
      <h2 class="article-title" lang={page.lang} dir={directionOf(page.lang)}>
        {page.title || ui.text('untitled')}
      </h2>
      <Facts page={page}>
        <li>{page.publishedAt === null ? ui.text('noDate') : <Day iso={page.publishedAt} />}</li>
      </Facts>
    </section>
  );
}
