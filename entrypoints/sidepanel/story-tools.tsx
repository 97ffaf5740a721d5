import { useEffect, useRef, useState } from 'preact/hooks';
import { useReader } from '../../components/reader';
import { StoryActions } from '../../components/story-actions';
import { fileOf, markdownOf } from '../../components/story-files';
import { useUi } from '../../components/ui';
import type { PageSummary } from '../../lib/article/types';
import { toSavedStory } from '../../lib/library/keep';
import type { SavedStory } from '../../lib/library/saved-story';
import type { FoundStory } from '../../lib/match/types';
import { copy, download } from '../../lib/platform/pass-on';
import { usePrivate } from './private';

/** The database's code is half of the panel's: it comes after the coverage is on the screen. */
const library = () => import('../../lib/platform/library');

interface StoryToolsProps {
  readonly story: FoundStory;
  readonly page: PageSummary;
}

/** What can be done with a story of the panel. In a private window it can be copied and exported, not saved. */
export function StoryTools({ story, page }: StoryToolsProps) {
  const ui = useUi();
  const { languages } = useReader();
  const savedIds = useSavedIds();
  // Nothing is offered to be kept before it is sure that it may be.
  const mayKeep = usePrivate()?.isPrivate === false;
  /** The story as it was kept, until it is saved anew. */
  const removed = useRef<SavedStory | null>(null);
  const now = () => toSavedStory(page, story, new Date());
  const keep = {
    saved: savedIds?.has(story.id) ?? null,
    onSave: async () => {
      const { getSaved, saveStory } = await library();
      // Pressed before it is known whether the story is saved: one that is stays as it was kept.
      return savedIds === null && (await getSaved(story.id)) !== null ? null : saveStory(now());
    },
    onUnsave: async () => {
      const { getSaved, removeStory } = await library();
      removed.current = await getSaved(story.id);
      return removeStory(story.id);
    },
    onUndo: async () => (await library()).saveStory(removed.current ?? now()),
  };
  return (
    <StoryActions
      keep={mayKeep ? keep : null}
      onCopyMarkdown={() => copy(markdownOf(now(), ui, languages))}
      onExport={(kind) => download(fileOf(now(), kind, languages))}
    />
  );
}

/**
 * Ids of the saved stories, followed as they change; null until they are known. A database that cannot be read says so when
 * something is saved.
 */
function useSavedIds(): ReadonlySet<string> | null {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    void library().then(({ watchSavedIds }) => {
      if (gone.signal.aborted) return;
      gone.signal.addEventListener(
        'abort',
        watchSavedIds(setIds, () => setIds(new Set())),
      );
    });
    return () => gone.abort();
  }, []);
  return ids;
}
