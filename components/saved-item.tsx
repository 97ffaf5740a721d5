import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { directionOf } from '../lib/languages/direction';
import { titleIn } from '../lib/languages/first-in';
import type { SavedStory } from '../lib/library/saved-story';
import { ArticleLink } from './article-link';
import { groupCoverage } from './coverage';
import { LazyFold } from './lazy-fold';
import { localDay } from './local-day';
import { focusIfLost } from './lost-focus';
import { Phrase } from './phrase';
import { useReader } from './reader';
import { ReportList } from './report-list';
import { Status } from './status';
import { StoryActions } from './story-actions';
import type { ExportKind } from './story-files';
import { Day, LanguageName } from './text';
import { useUi } from './ui';
import { Why } from './why';

/** What can be done with a saved story. */
export interface SavedTools {
  readonly onCopyMarkdown: (saved: SavedStory) => Promise<boolean>;
  readonly onExport: (saved: SavedStory, kind: ExportKind) => void;
  readonly onRemove: (saved: SavedStory) => void;
}

interface SavedItemProps {
  readonly saved: SavedStory;
  readonly tools: SavedTools;
  /** Whether the keyboard goes on here, as it has just been brought back. */
  readonly focused: boolean;
  readonly onFocused: () => void;
}

/** A saved story: its title, the article that led to it, its reports folded, and what can be done with it. */
export function SavedItem({ saved, tools, focused, onFocused }: SavedItemProps) {
  const ui = useUi();
  const { languages } = useReader();
  const { story, page, savedAt } = saved;
  const title = titleIn(story.titles, languages);
  const remove = useFocusOnce(focused, onFocused);
  return (
    <li class="sheet saved-story" data-story={saved.id}>
      <h2 lang={title?.lang} dir={title === null ? undefined : directionOf(title.lang)}>
        {title?.text ?? ui.text('untitled')}
      </h2>
      <ul class="facts">
        <li>
          <Day iso={story.date} />
        </li>
        <li>{ui.text('savedOn', ui.date(localDay(savedAt)))}</li>
      </ul>
      <p class="quiet">
        <Phrase text="readFrom">
          <ArticleLink page={page} />
        </Phrase>
        {page.site !== null && (
          <>
            {' · '}
            <bdi>{page.site}</bdi>
          </>
        )}
      </p>
      {story.coverage.length === 0 ? (
        <p class="quiet">{ui.text('knownEvent')}</p>
      ) : (
        <LazyFold summary={ui.count('reports', story.coverage.length)}>{() => <Coverage saved={saved} />}</LazyFold>
      )}
      <StoryActions
        keep={null}
        onCopyMarkdown={() => tools.onCopyMarkdown(saved)}
        onExport={(kind) => tools.onExport(saved, kind)}
      >
        <button type="button" class="plain-button remove-button" ref={remove} onClick={() => tools.onRemove(saved)}>
          {ui.text('remove')}
        </button>
      </StoryActions>
    </li>
  );
}

/** The reports by language as they were when the story was saved: the reader's languages first, the article's own last. */
function Coverage({ saved }: Pick<SavedItemProps, 'saved'>) {
  const { languages, preferredOutlets } = useReader();
  const { story, page } = saved;
  const { others, same } = groupCoverage(story, page.lang, languages, preferredOutlets);
  const groups = same === null ? others : [...others, same];
  return (
    <>
      {groups.map(({ lang, reports }) => (
        <section key={lang} class="saved-group" data-lang={lang}>
          <h3 class="group-head">
            <LanguageName tag={lang} withOwn />
          </h3>
          <ReportList reports={reports} />
          {reports.some(({ evidence }) => evidence === undefined) && <Why why={story.why} lang={lang} />}
        </section>
      ))}
    </>
  );
}

interface RemovedItemProps {
  readonly saved: SavedStory;
  /** Why it could not be brought back. */
  readonly failure: string;
  /** Whether the keyboard goes on here, as it has just been removed. */
  readonly focused: boolean;
  readonly onFocused: () => void;
  readonly onUndo: () => void;
}

/**
 * Focuses a button when that is asked for, and says so: an item that a search brings back must not take the keyboard, nor
 * one that came while the reader went on elsewhere.
 */
function useFocusOnce(focused: boolean, onFocused: () => void): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!focused) return;
    focusIfLost(button.current);
    onFocused();
  }, [focused]);
  return button;
}

/** Stands where a story was until another is removed. */
export function RemovedItem({ saved, failure, focused, onFocused, onUndo }: RemovedItemProps) {
  const ui = useUi();
  const undo = useFocusOnce(focused, onFocused);
  const words = `removed-${saved.id}`;
  return (
    <li class="sheet removed-story" data-removed={saved.id}>
      <p id={words}>{ui.text('removed')}</p>
      <button type="button" class="plain-button" id="undo" ref={undo} aria-describedby={words} onClick={onUndo}>
        {ui.text('undo')}
      </button>
      <Status words={failure} />
    </li>
  );
}
