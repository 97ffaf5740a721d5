import type { PageNote, PageSummary } from '../lib/article/types';
import { directionOf } from '../lib/languages/direction';
import { Facts } from './facts';
import type { MessageKey } from './message-keys';
import { Day } from './text';
import { useUi } from './ui';

const NOTES: Readonly<Record<PageNote, MessageKey>> = {
  paywalled: 'notePaywalled',
  coarse: 'noteCoarse',
  live: 'noteLive',
};

/** The article as read: title in its own language and direction, site, language, date, and whether all of it was read. */
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
      {page.notes?.map((note) => (
        <p class="quiet page-note" key={note} data-note={note}>
          {ui.text(NOTES[note])}
        </p>
      ))}
    </section>
  );
}
