import { directionOf } from '../lib/languages/direction';
import type { ReadArticle } from '../lib/library/saved-story';
import { toSafeLink } from './safe-link';
import { useUi } from './ui';

/** An article by its title, as a link where its address is known. */
export function ArticleLink({ page }: { readonly page: ReadArticle }) {
  const ui = useUi();
  const link = toSafeLink(page.url);
  const title = (
    <bdi lang={page.lang} dir={directionOf(page.lang)}>
      {page.title || ui.text('untitled')}
    </bdi>
  );
  if (link === null) return title;
  return (
    <a href={link.href} hreflang={page.lang} target="_blank" rel="noreferrer noopener">
      {title}
    </a>
  );
}
