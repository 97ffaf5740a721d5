import { useEffect, useState } from 'preact/hooks';
import type { PageSummary } from '../../components/article-card';
import { useReader } from '../../components/reader';
import { StoryActions } from '../../components/story-actions';
import { fileOf, markdownOf } from '../../components/story-files';
import { useUi } from '../../components/ui';
import { toSavedStory } from '../../lib/library/keep';
import type { FoundStory } from '../../lib/match/types';
import { removeStory, saveStory, watchSavedIds } from '../../lib/platform/library';
import { copy, download } from '../../lib/platform/pass-on';
import { isInPrivateWindow } from '../../lib/platform/private-window';

interface StoryToolsProps {
  readonly story: FoundStory;
  readonly page: PageSummary;
}

/** What can be done with a story of the panel. In a private window it can be copied and exported, not saved. */
export function StoryTools({ story, page }: StoryToolsProps) {
  const ui = useUi();
  const { languages } = useReader();
  const [savedIds, setSavedIds] = useState<ReadonlySet<string>>(new Set());
  const [isPrivate, setPrivate] = useState(false);
  // A database that cannot be read says so when something is to be saved.
  useEffect(() => watchSavedIds(setSavedIds, () => {}), []);
  useEffect(() => void isInPrivateWindow().then(setPrivate), []);
  const now = () => toSavedStory(page, story, new Date());
  const keep = {
    saved: savedIds.has(story.id),
    onSave: () => saveStory(now()),
    onUnsave: () => removeStory(story.id),
  };
  return (
    <StoryActions
      keep={isPrivate ? null : keep}
      onCopyMarkdown={() => copy(markdownOf(now(), ui, languages))}
      onExport={(kind) => download(fileOf(now(), kind, languages))}
    />
  );
}
