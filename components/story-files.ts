import { storyAsCsv } from '../lib/export/csv';
import { fileName } from '../lib/export/file-name';
import { storyAsJson } from '../lib/export/json';
import { storyAsMarkdown } from '../lib/export/markdown';
import type { SavedStory } from '../lib/library/saved-story';
import { confidenceIn } from './confidence';
import type { Ui } from './ui';

export type ExportKind = 'json' | 'csv';

/** A file to hand over. */
interface StoryFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A story as Markdown in the interface language, the reader's languages first. */
export function markdownOf(saved: SavedStory, ui: Ui, languages: readonly string[]): string {
  return storyAsMarkdown(saved, { languages, words: ui, confidence: confidenceIn(ui, saved.story.score) });
}

/** A story as a file of either kind. */
export function fileOf(saved: SavedStory, kind: ExportKind, languages: readonly string[]): StoryFile {
  const name = fileName(saved.id, kind);
  if (kind === 'json') return { name, type: 'application/json', text: storyAsJson(saved) };
  return { name, type: 'text/csv', text: storyAsCsv(saved, languages) };
}
