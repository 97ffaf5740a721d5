import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageSummary } from '../lib/article/types';
import { directionOf } from '../lib/languages/direction';
import { titleIn } from '../lib/languages/first-in';
import type { FoundStory } from '../lib/match/types';
import { CompareBar } from './compare-bar';
import { confidenceIn } from './confidence';
import { groupCoverage, type LanguageGroup } from './coverage';
import { CoveringTable } from './covering-table';
import { Differences } from './differences';
import { useKeptPlace } from './kept-place';
import { Group } from './language-group';
import { useReader } from './reader';
import { SearchFurther } from './search-further';
import { Day } from './text';
import { useUi } from './ui';

interface StoryCoverageProps {
  readonly story: FoundStory;
  readonly page: PageSummary;
  /** The same with the reports of outlets that the reader hides. */
  readonly unfiltered: FoundStory;
  /** What can be done with the story. */
  readonly actions?: ComponentChildren;
}

/**
 * One story that the article reports: who else reports it. The reader's languages first, the others behind a fold where
 * the reader's have reports, the article's own apart at the end.
 */
export function StoryCoverage({ story, page, unfiltered, actions }: StoryCoverageProps) {
  const ui = useUi();
  const hidden = unfiltered.coverage.length - story.coverage.length;
  const { languages, preferredOutlets, onCompare } = useReader();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (url: string, on: boolean): void =>
    // The third takes the place of the first.
    setChosen((before) => [...before.filter((other) => other !== url), ...(on ? [url] : [])].slice(-2));
  const { others, same } = groupCoverage(story, page.lang, languages, preferredOutlets);
  const { whole, keep, goTo } = useKeptPlace(same === null ? others : [...others, same]);
  const mixed = story.coverage.some(({ origin }) => origin !== undefined);
  const tools = { articleDate: page.publishedAt, chosen, onChoose: choose, onArrange: keep, mixed };
  const clear = (): void => {
    // The button goes: the keyboard goes on at the report that was chosen last.
    goTo(chosen.at(-1));
    setChosen([]);
  };
  const own = others.filter(({ lang }) => languages.includes(lang));
  const rest = others.filter(({ lang }) => !languages.includes(lang));
  const title = titleIn(story.titles, languages);
  const group = (one: LanguageGroup) => (
    <Group key={one.lang} group={one} story={story} tools={tools} titleShown={title?.lang ?? null} />
  );
  return (
    <article class="story" data-story={story.id} ref={whole}>
      {title !== null && (
        <h3 class="event-title" lang={title.lang} dir={directionOf(title.lang)} tabIndex={-1}>
          {title.text}
        </h3>
      )}
      <p class="quiet">
        <Day iso={story.date} /> · <span class="confidence">{confidenceIn(ui, story.score)}</span>
      </p>
      {actions}
      {unfiltered.coverage.length === 0 ? (
        <p class="quiet">{ui.text('knownEventHelp')}</p>
      ) : (
        others.length === 0 && hidden === 0 && <p class="quiet">{ui.text('noOtherLanguages')}</p>
      )}
      {own.map(group)}
      {own.length === 0 && rest.map(group)}
      {own.length > 0 && rest.length > 0 && (
        <details class="fold fold-section" data-fold="others">
          <summary>
            <h4>{ui.text('otherLanguages')}</h4>
            <span class="badge">{ui.number(rest.length)}</span>
            <span class="fold-hint">{ui.list(rest.map(({ lang }) => ui.languageName(lang)))}</span>
          </summary>
          {rest.map(group)}
        </details>
      )}
      {same !== null && (
        <div class="same-language">
          <p class="sub-head">{ui.text('sameLanguage')}</p>
          {group(same)}
        </div>
      )}
      {story.coverage.some(({ headlineOnly }) => headlineOnly) && (
        <p class="quiet headline-only">
          <span class="tag">{ui.text('headlineOnly')}</span> · {ui.text('headlineOnlyHelp')}
        </p>
      )}
      {hidden > 0 && <p class="quiet">{ui.count('hiddenReports', hidden)}</p>}
      <CompareBar chosen={chosen} onCompare={onCompare} onClear={clear} />
      {story.coverage.length > 0 && <CoveringTable story={story} unfiltered={unfiltered} articleLang={page.lang} />}
      <Differences differences={story.differences} />
      <SearchFurther story={story} articleLang={page.lang} />
    </article>
  );
}
