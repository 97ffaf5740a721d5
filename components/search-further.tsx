import { isSameLanguage } from '../lib/languages/base-language';
import { newsSearch, wikipediaSearch } from '../lib/languages/search-addresses';
import type { FoundStory } from '../lib/match/types';
import { useReader } from './reader';
import { Foreign } from './text';
import { useUi } from './ui';

interface SearchFurtherProps {
  readonly story: Pick<FoundStory, 'searchWords'>;
  readonly articleLang: string;
}

/** Ready searches in the reader's languages, with the words that would be sent. */
export function SearchFurther({ story, articleLang }: SearchFurtherProps) {
  const ui = useUi();
  const { languages } = useReader();
  const searches = languages
    .filter((lang) => !isSameLanguage(lang, articleLang))
    .flatMap((lang) => {
      const words = story.searchWords[lang];
      return words === undefined ? [] : [{ lang, words }];
    });
  if (searches.length === 0) return null;
  return (
    <section class="further">
      <h3 class="sub-head">{ui.text('searchFurther')}</h3>
      <p class="quiet">{ui.text('searchFurtherHelp')}</p>
      <ul class="searches">
        {searches.map(({ lang, words }) => (
          <li key={lang} data-search={lang}>
            <p class="search-words">
              <Foreign form={{ lang, text: words.join(' · ') }} />
            </p>
            <p class="search-links">
              <a href={newsSearch(lang, words)} target="_blank" rel="noreferrer noopener">
                {ui.text('searchNews', ui.languageName(lang))}
              </a>
              <a href={wikipediaSearch(lang, words)} target="_blank" rel="noreferrer noopener">
                {ui.text('searchWikipedia', ui.languageName(lang))}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
