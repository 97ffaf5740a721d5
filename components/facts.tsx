import type { ComponentChildren } from 'preact';
import { LanguageName } from './text';

interface FactsProps {
  readonly page: { readonly site: string | null; readonly lang: string };
  /** Further facts, each an item of the list. */
  readonly children?: ComponentChildren;
}

/** Site and language of an article, in a line. */
export function Facts({ page, children }: FactsProps) {
  return (
    <ul class="facts">
      {page.site !== null && (
        <li>
          <bdi>{page.site}</bdi>
        </li>
      )}
      <li>
        <LanguageName tag={page.lang} />
      </li>
      {children}
    </ul>
  );
}
