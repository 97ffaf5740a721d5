import type { SavedStory } from '../library/saved-story';

/** A story with its coverage and all its evidence, as JSON with a name and a version of its shape. */
export function storyAsJson(saved: SavedStory): string {
  return `${JSON.stringify({ format: 'sidelight-story', version: 1, ...saved }, null, 2)}\n`;
}
